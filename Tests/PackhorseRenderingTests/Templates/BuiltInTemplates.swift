import PackhorseCore
import PackhorseTestSupport
import Testing

@testable import PackhorseRendering

@Suite struct BuiltInTemplates {
  @Test func areSound() {
    let outcome = readTemplates(ThemeOnDisk.templates, for: pageSchemas, words: ThemeOnDisk.words)
    #expect(outcome.diagnostics == [])
  }

  /// Every word that a reader sees or hears stands in the catalogue.
  @Test(arguments: ThemeOnDisk.templates.map(\.name).filter { $0.hasSuffix(".mustache") })
  func holdNoWordsOfTheirOwn(_ name: String) {
    let source = String(decoding: ThemeOnDisk.templates.first { $0.name == name }?.bytes ?? [], as: UTF8.self)
    var withoutTags = ""
    var rest = source[...]
    while let open = rest.firstRange(of: "{{"), let close = rest[open.upperBound...].firstRange(of: "}}") {
      withoutTags += rest[..<open.lowerBound]
      rest = rest[close.upperBound...].drop { $0 == "}" }
    }
    withoutTags += rest
    #expect(!Markup(withoutTags).text.contains { $0.isLetter })
    for attribute in ["aria-label", "alt", "title", "placeholder"] {
      for part in withoutTags.split(separator: " \(attribute)=\"", omittingEmptySubsequences: false)
        .dropFirst()
      {
        #expect(part.hasPrefix("\""), "\(attribute) has words of its own")
      }
    }
  }

  /// A key that is not in the catalogue would be printed as it is.
  @Test(
    arguments: ThemeOnDisk.paths(under: "Sources/PackhorseRendering").filter {
      $0.contains("/Pages/") || $0.contains("/Site/")
    })
  func findEveryWordThatSwiftAsksFor(_ path: String) {
    for match in ThemeOnDisk.text(path).matches(of: /"(page\.[a-z.-]+[a-z])"/) {
      let key = String(match.1)
      #expect(ThemeOnDisk.words.has(key) || ThemeOnDisk.words.has(key + ".many"), "\(key)")
    }
  }

  @Test func useEveryWordOfTheirPartOfTheCatalogue() {
    let sources =
      (ThemeOnDisk.paths(under: "Sources/PackhorseRendering") + ThemeOnDisk.paths(under: "templates"))
      .map(ThemeOnDisk.text).joined()
    let made = [
      "page.minutes.", "page.path.modules.", "page.path.check-in.", "page.story.", "page.summary.for-",
      "page.list.", "page.groups.", "page.glossary.", "page.outcomes.",
      "page.not-found.", "page.area.", "page.coverage.", "page.group.role.", "page.join.", "page.new.",
      "page.search.",
    ]
    for key in ThemeOnDisk.words.keys where key.hasPrefix("page.") && !made.contains(where: key.hasPrefix) {
      #expect(sources.contains(key), "\(key) is used nowhere")
    }
  }

  @Test func leaveRoomForAPageWithItsStyleSheet() {
    #expect(ThemeOnDisk.text("templates/assets/packhorse.css").utf8.count < 30_000)
  }
}
