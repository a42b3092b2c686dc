import Foundation
import PackhorseCore
import Testing

@testable import PackhorseLinting

/// The titles of blocks, and the words of a site's own catalogue.
@Suite struct TitleTests {
  private static let root = String(#filePath.dropLast("Tests/PackhorseLintingTests/TitleTests.swift".count))

  private func places(_ found: [StyleFinding]) -> [String] {
    found.map {
      "\($0.diagnostic.id) \($0.diagnostic.span?.start.line ?? 0):\($0.diagnostic.span?.start.column ?? 0)"
    }
  }

  @Test func readsTheTitlesOfBlocks() {
    let found = Proofreader.findings(
      inBody: ":::goal title=\"What we don't do.\"\nAsk.\n:::\n\n::: quiz\n:::")
    #expect(places(found) == ["style-contraction 4:24", "style-heading-stop 4:32"])
    let quoted = Proofreader.findings(inBody: ":::dialogue title=\"A \\\"yes\\\", and we utilise it\"\n:::")
    #expect(places(quoted) == ["style-plain-word 4:38"])
  }

  @Test func aTitleOfABlockMayAskAndMayQuote() {
    #expect(Proofreader.ids(inBody: ":::quiz title=\"Who is it for?\"\nAsk.\n:::").isEmpty)
    #expect(Proofreader.ids(inBody: ":::dialogue title=\"“I don't mind”\"\nAsk.\n:::").isEmpty)
  }

  @Test func aTitleIsMendedInItsPlace() {
    let page = "---\ntitle: Asking\n---\n:::goal title=\"We don't wait.\"\nAsk.\n:::\n"
    let mended = Proofreader.mendedThrough(Array(page.utf8), at: "content/modules/a/b.md")
    #expect(String(decoding: mended, as: UTF8.self) == page.replacing("don't wait.", with: "do not wait"))
  }

  @Test func readsTheSitesOwnWords() {
    let words = "page:\n  skip: We don't {skip}\n  list:\n    one: \"{count} person e.g. {name}\"\n"
    let found = Proofreader.findings(in: words, at: "words/en.yml")
    #expect(places(found) == ["style-contraction 2:12", "style-latin 4:26"])
    #expect(Proofreader.findings(in: words, at: "words/cy.yml").isEmpty)
    let mended = Proofreader.mendedThrough(Array(words.utf8), at: "words/en.yml")
    #expect(String(decoding: mended, as: UTF8.self) == words.replacing("don't", with: "do not"))
  }

  @Test func namesOfPlacesAreNoWords() {
    #expect(
      Proofreader.findings(in: "a: \"{utilise} and {don't} {2024-01-02}\"\n", at: "words/en.yml").isEmpty)
    #expect(Proofreader.findings(in: "a: percent of {people}\n", at: "words/en.yml").isEmpty)
    let found = Proofreader.findings(in: "a: \"{share} percent\"\nb: 5 percent\n", at: "words/en.yml")
    #expect(places(found) == ["style-percent-word 1:13", "style-percent-word 2:4"])
  }

  /// What ships is held to the same rules: none is wrong about it.
  @Test func theShippedWordsBreakNoRule() throws {
    let words = try String(contentsOfFile: Self.root + "words/en.yml", encoding: .utf8)
    #expect(words.count > 10_000)
    #expect(places(Proofreader.findings(in: words, at: "words/en.yml")) == [])
  }
}
