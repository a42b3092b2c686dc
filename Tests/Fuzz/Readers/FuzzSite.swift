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
  /// The site once it was made ready.
  static var shared: FuzzSite {
    guard let site = made.withLock({ $0 }) else { fatalError("make the site ready first") }
    return site
  }

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
    let source = await load(tree, theme: themeFiles, jobs: 1).value
    let pages = tree.pages.compactMap { loadPage($0).value }
    let parsed = ParsedSite(
      source: source, pages: pages.map { parse($0.text, of: $0.page, allowsHTML: false).value })
    site = await compute(resolve(parsed, date: FuzzSite.date, jobs: 1).value).value
    addresses = AddressBook(parsed)
    names = NameBook(parsed)
  }

  /// Reads the bundled site; libFuzzer calls from a plain function, where nothing can be waited for.
  static func makeReady() async {
    let site = await FuzzSite()
    made.withLock { $0 = site }
  }

  private static let made = Mutex<FuzzSite?>(nil)
}
