import Foundation
import PackhorseCore
import PackhorseTestSupport
import Testing

@testable import PackhorseLoading

@Suite struct QuickYAMLTests {
  private func flat(_ text: String) -> SourceNode? {
    QuickYAML.read(Array(text.utf8)[...], path: "content/index.md", firstLine: 2)
  }

  private func oracle(_ text: String) -> SourceNode? {
    readYAML(Array(text.utf8)[...], path: "content/index.md", firstLine: 2).value
  }

  @Test func readsTheFrontMatterThatMostPagesHave() {
    let text = """
      title: What "social prescribing" is, and what it isn't
      summary: "Who it is for: nearly everybody"
      roles: [gp-trainee, practice nurse]
      minutes: 10
      objectives:
        - Say what a link worker does
        - 'Name two reasons: a start'
      themes:
      - 1.2
      - naïve
      sources: []
      reviewed: 2026-10-01\r

      """
    let node = flat(text)
    #expect(node != nil)
    #expect(node == oracle(text))
  }

  @Test func readsWordsWithKeysBelowKeys() {
    let text = """
      # Every word a reader sees.

      date:
        # The parts in braces are filled in.
        form: "{day} {month}"
        months:
        - May
        - June
      block:
        minutes:
          one: "{title} (# {minutes})"

          below-95: below the 95% limit
        task:
         done: "Done:"
         unchecked: (not checked)
        list:
            - a
            # b
            - c
      end: yes
        # The last.

      """
    let node = flat(text)
    #expect(node != nil)
    #expect(node == oracle(text))
  }

  /// Every build reads the built-in words.
  @Test func readsTheBuiltInWords() throws {
    let words = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../words/en.yml")
    let text = String(decoding: try Data(contentsOf: words), as: UTF8.self)
    #expect(flat(text) != nil)
    #expect(flat(text) == oracle(text))
  }

  @Test(arguments: [
    "a: [b, [c]]\n", "a: {b: c}\n", "a: |\n  b\n", "a: b\n  c\n", "a: b # c\n", "# a\u{7}\nb: c\n",
    "a:\n  b: c\n d: e\n", " a: b\n",
    "a:\n  b:\n- c\n", "a:\n  b: c\n  b: d\n", "a: b\n \t\n", "a:\n# b\n", "a:\nb: c\n", "a:\n",
    "a: b: c\n",
    "a: \"b\\n\"\n", "a: 'it''s'\n", "a: *b\n", "a: &b c\n", "a: !b c\n", "a: - b\n", "a: b\na: c\n",
    "a: [b,]\n",
    "a: [b c: d]\n", "a: \"b\" c\n", "a: [b]\n  c\n", "a:\n - b\n  - c\n", "a:\n  - b\n c: d\n",
    "a: b\n...\n", "",
    "a: b\u{85}c\n", "a: b\u{2028}c\n", "a:\tb\n", "\"a\": b\n", "? a\n", "a:\n- b: c\n", "a:\n-\n",
    "a: b:\n", "a\n",
    "a: [b #c]\n", "a: \u{FEFF}b\n", "a:\n  - 'b'c\n", "a: [-]\n", "a: @b\n",
  ])
  func leavesEverythingElseToTheWholeReader(text: String) {
    #expect(flat(text) == nil)
  }

  @Test func leavesVeryManyKeysToTheWholeReader() {
    let keys = (1...51).map { String(repeating: "a", count: $0) + ": b\n" }
    #expect(flat(keys.dropLast().joined()) == oracle(keys.dropLast().joined()))
    #expect(flat(keys.joined()) == nil)
  }

  /// Whatever the fast reader accepts of texts made of pieces that mean something in YAML, Yams must read alike.
  @Test func agreesWithYamsOnEveryTextItAccepts() {
    var random = Seeded(seed: 20_260_701)
    let pieces = [
      "a", "b", "title", "minutes", "-", "- ", "  - ", " ", "  ", ":", ": ", "\n", "\n", "\r\n", ", ", ",",
      "[", "]", "\"", "'",
      "10", "x y", "é", "\u{2028}", "\u{1F600}", "#", " # ", "{", "}", "?", "*", "&", "!", "|", ">", "\\",
      "\t", "---", "...",
      "yes", "~", "a: [b, c]\n", "key: value\n", "list:\n  - one\n  - two\n", "flat:\n- one\n",
      "http://x.org/a", ".", "/", "(", ")", "_", "# c\n", "\n  ", "\n    ", "a:\n  ", "b:\n    c: d\n",
    ]
    var accepted = 0
    for _ in 0..<60_000 {
      let beginning = random.pick([
        "", "a: ", "key: ", "list:\n- ", "a: [", "b: c\n", "a:\n  b:", "a:\n  b: c\n",
      ])
      let text = beginning + (0..<(1 + random.below(8))).map { _ in random.pick(pieces) }.joined()
      guard let node = flat(text) else { continue }
      accepted += 1
      #expect(node == oracle(text), "\(text.debugDescription)")
    }
    #expect(accepted > 1_000)
  }

  /// Front matter as people write it, with a fault in most texts.
  @Test func agreesWithYamsOnMutatedFrontMatter() {
    var random = Seeded(seed: 42)
    let lines = [
      "title: Who to refer, and when", "summary: \"A start: what matters\"",
      "roles: [gp-trainee, nurse, all staff]", "minutes: 10",
      "objectives:", "  - Ask what matters", "  - 'Offer a choice'", "- Plain item", "order: -1",
      "clinical-review: none yet",
      "reviewed: 2026-10-01", "sources: [kiely2022, cooper2022]", "author: Dr A. Öztürk",
      "aliases: [old/page.html]", "",
    ]
    var accepted = 0
    for _ in 0..<30_000 {
      var bytes = Array(
        (0..<(1 + random.below(6))).map { _ in random.pick(lines) }.joined(separator: "\n").utf8)
      for _ in 0..<random.below(3) where !bytes.isEmpty {
        bytes[random.below(bytes.count)] = random.pick(Array(" :-,[]\"'#\nab1".utf8))
      }
      let text = String(decoding: bytes, as: UTF8.self)
      guard let node = flat(text) else { continue }
      accepted += 1
      #expect(node == oracle(text), "\(text.debugDescription)")
    }
    #expect(accepted > 3_000)
  }
}
