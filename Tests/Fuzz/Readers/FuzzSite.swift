import PackhorseCore
import PackhorseFiles
import PackhorseKit

@testable import PackhorseLoading
@testable import PackhorseParsing
@testable import PackhorseResolving
@testable import PackhorseStatistics

/// The bundled site as it stands when a page is rendered: what surrounds the texts that the fuzzer makes.
struct FuzzSite: Sendable {
  let date: CalendarDate
  let site: EvidencedSite
  let addresses: AddressBook
  let names: NameBook
  var publication: Publication { site.publication }

  /// Reads the bundled site, with a few pictures beside it that nobody has.
  init() async throws {
    guard let date = CalendarDate(iso: "2026-11-23") else { throw NoSuchDay() }
    self.date = date
    let root = String(#filePath.dropLast("Tests/Fuzz/Readers/FuzzSite.swift".count))
    var tree = try readSite(at: root).value
    tree.assets += ["photo.png", "film.mp4", "film.vtt"].map { name in
      AssetFile(path: "content/modules/any/\(name)") { [] }
    }
    let source = await load(tree, theme: themeFiles, jobs: 1).value
    let pages = tree.pages.compactMap { loadPage($0).value }
    let parsed = ParsedSite(
      source: source, pages: pages.map { parse($0.text, of: $0.page, allowsHTML: false).value })
    site = await compute(resolve(parsed, date: date, jobs: 1).value).value
    addresses = AddressBook(parsed)
    names = NameBook(parsed)
  }

  private struct NoSuchDay: Error {}
}
