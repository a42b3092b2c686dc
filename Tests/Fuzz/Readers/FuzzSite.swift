import Dispatch
import PackhorseCore
import PackhorseFiles
import PackhorseKit
import Synchronization

@testable import PackhorseLoading
@testable import PackhorseParsing
@testable import PackhorseResolving
@testable import PackhorseStatistics

/// The bundled site as it stands when a page is rendered: what surrounds the texts that the fuzzer makes.
struct FuzzSite: Sendable {
  static let shared = blocking { await FuzzSite() }
  static let date = [CalendarDate(iso: "2026-11-23")].compactMap(\.self)[0]

  let site: EvidencedSite
  let addresses: AddressBook
  let names: NameBook
  var publication: Publication { site.publication }

  private init() async {
    let root = String(#filePath.dropLast("Tests/Fuzz/Readers/FuzzSite.swift".count))
    guard var tree = try? readSite(at: root).value else { fatalError("no site at \(root)") }
    tree.assets += ["photo.png", "film.mp4", "film.vtt"].map { name in
      AssetFile(path: "content/modules/any/\(name)") { [] }
    }
    let parsed = await parse(load(tree, theme: themeFiles, jobs: 1).value, jobs: 1).value
    site = await compute(resolve(parsed, date: FuzzSite.date, jobs: 1).value).value
    addresses = AddressBook(parsed)
    names = NameBook(parsed)
  }

  /// Waits for what is asynchronous only because it may use several cores: libFuzzer calls from a plain function.
  private static func blocking<Value: Sendable>(_ work: @escaping @Sendable () async -> Value) -> Value {
    let done = DispatchSemaphore(value: 0)
    let result = Mutex<Value?>(nil)
    Task {
      let value = await work()
      result.withLock { $0 = value }
      done.signal()
    }
    done.wait()
    guard let value = result.withLock({ $0 }) else { fatalError("no value") }
    return value
  }
}
