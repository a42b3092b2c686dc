import PackhorseCore
import PackhorseTestSupport
import Testing

@testable import PackhorseLoading

@Suite struct YAMLReaderTests {
  private func read(_ text: String, firstLine: Int = 1) -> Outcome<SourceNode?> {
    readYAML(Array(text.utf8)[...], path: "content/site.yml", firstLine: firstLine)
  }

  private func span(_ line: Int, _ column: Int, _ length: Int = 0) -> SourceSpan {
    SourceSpan(path: "content/site.yml", line: line, column: column, length: length)
  }

  private func value(_ key: String, in outcome: Outcome<SourceNode?>) -> SourceNode? {
    guard case .mapping(let entries) = outcome.value?.content else { return nil }
    return entries.first { $0.key.value == key }?.value
  }

  @Test func countsColumnsInBytesAndLinesFromTheTop() {
    let outcome = read("größe: {é: wert, ok: \"a \\\" b\"}\n\nb: 'it''s'\n", firstLine: 2)
    #expect(outcome.diagnostics.isEmpty)
    guard case .mapping(let entries) = value("größe", in: outcome)?.content else {
      return #expect(Bool(false))
    }
    #expect(entries.map(\.key.span) == [span(2, 11, 2), span(2, 21, 2)])
    #expect(entries.map(\.value.span) == [span(2, 15, 4), span(2, 25, 8)])
    #expect(value("b", in: outcome)?.span == span(4, 4, 7))
    #expect(value("b", in: outcome)?.text?.value == "it's")
  }

  /// The parser ends lines at U+2028 and at a lone CR; a place counts the lines of an editor.
  @Test func keepsTheEditorsLinesWhereTheParserCountsMore() {
    let outcome = read("a: 'x\u{2028} y'\r\nb: z\n")
    #expect(value("b", in: outcome)?.span == span(2, 4, 1))
  }

  @Test(arguments: ["\\0", "\\e", "\\x9f", "\\u202e", "\\U0001FFFF"])
  func reportsAnEscapeOfAHiddenCharacter(escape: String) {
    let outcome = read("a: [x, \"y\(escape)\"]\n")
    #expect(outcome.value == nil)
    #expect(outcome.diagnostics.map(\.id) == ["hidden-character"])
    #expect(outcome.diagnostics.first?.span == span(1, 8, 1))
  }

  @Test func takesTextAsWritten() {
    let outcome = read("a: yes\nb: No\nc: 012\nd: 1_000\ne: null\nf: ~\ng: 2026-10-01\nh:\n")
    for (key, text) in [
      ("a", "yes"), ("b", "No"), ("c", "012"), ("d", "1_000"), ("e", "null"), ("g", "2026-10-01"),
    ] {
      #expect(value(key, in: outcome)?.text?.value == text)
    }
    #expect(value("h", in: outcome)?.isNothing == true)
  }

  @Test(arguments: [
    ("a: b: c\n", 1, 5), ("a: [1, 2\nb: 3\n", 2, 2), ("a: \"x\nb: 3\n", 3, 1), ("a:\n\t- b\n", 2, 1),
    ("a: 1\n---\nb: 2\n", 2, 1), ("a: !x y\n", 1, 4), ("[a]: b\n", 1, 1),
    ("%TAG ! tag:x,2026:\n---\na: !b c\n", 1, 1),
    ("a: *important*\n", 1, 14), ("a: \u{1}\n", 1, 4), ("é: \u{1}\n", 1, 5),
  ])
  func reportsBadYAMLWhereTheParserStopped(text: String, line: Int, column: Int) {
    let outcome = read(text)
    #expect(outcome.value == nil)
    #expect(outcome.diagnostics.map(\.id) == ["bad-yaml"])
    #expect(outcome.diagnostics.first?.span?.start == SourcePosition(line: line, column: column))
  }

  @Test func saysTheSameOfRepeatedKeysThatAreNoTextEveryTime() {
    let outcome = readYAML(Array("a: 1\n{b: c}: 2\na: 3\n{b: c}: 4\n".utf8)[...], path: "a.yml")
    #expect(outcome.diagnostics.map(\.summary) == ["Key that is no text"])
  }

  @Test func reportsTheSecondOfTwoEqualKeys() {
    let outcome = read("a:\n  b: 1\n  c: 2\n  b: 3\n")
    #expect(outcome.diagnostics.map(\.id) == ["duplicate-key"])
    #expect(outcome.diagnostics.first?.span == span(4, 3, 1))
    #expect(outcome.diagnostics.first?.notes.first?.span == span(2, 3, 1))
  }

  @Test func reportsEqualKeysOfOneLineAtTheFirst() {
    let outcome = read("a: {b: 1, b: 3}\nc:\n  - b: 1\n")
    #expect(outcome.diagnostics.map(\.id) == ["duplicate-key"])
    #expect(outcome.diagnostics.first?.span == span(1, 5, 1))
  }

  @Test(arguments: [
    "a: &x 1\nb: *x\n", "a: &x 1\n", "b: *x\n", "- &a [1]\n- ? *a\n  : 2\n", "&x a: 1\n",
  ])
  func refusesAnchorsAndAliases(text: String) {
    #expect(read(text).diagnostics.map(\.id) == ["yaml-alias"])
  }

  @Test func refusesBillionsOfLaughs() {
    var text = "a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n"
    for level in 1...40 {
      let items = repeatElement("*a\(level - 1)", count: 10).joined(separator: ", ")
      text += "a\(level): &a\(level) [\(items)]\n"
    }
    let outcome = read(text + "? *a40\n: 1\n")
    #expect(outcome.diagnostics.map(\.id) == ["yaml-alias"])
    #expect(outcome.diagnostics.first?.span == span(2, 10, 3))
  }

  @Test(arguments: ["Q&A and *A level*", "'&x and *x'", "fish & chips *", "a&b *b"])
  func keepsSignsThatAreNoAlias(text: String) {
    let outcome = read("a: \(text)\n")
    let isQuoted = text.hasPrefix("'")
    #expect(outcome.diagnostics.map(\.id) == (isQuoted ? ["yaml-alias"] : []))
  }

  /// Each opens 20,000 levels: lists, mappings, pairs in lists, keys that are lists, block lists, block keys.
  @Test(arguments: ["[", "{", "[a: ", "{a: ", "[? ", "{? ", "- ", "? ", "[{", "{[", "- - ", "- [", "!!seq ["])
  func refusesDeepNesting(opening: String) {
    let outcome = read(String(repeating: opening, count: 20_000))
    #expect(outcome.value == nil)
    #expect(outcome.diagnostics.count == 1)
    #expect(["yaml-too-deep", "bad-yaml"].contains(outcome.diagnostics.first?.id ?? ""))
  }

  @Test func refusesNestingByIndentation() {
    let text = (0..<1_200).map { String(repeating: " ", count: $0) + "a:\n" }.joined()
    #expect(read(text).diagnostics.map(\.id) == ["yaml-too-deep"])
  }

  @Test(arguments: [(50, []), (51, ["yaml-too-deep"])])
  func readsFiftyLevels(levels: Int, ids: [String]) {
    let text = String(repeating: "[", count: levels) + "a" + String(repeating: "]", count: levels)
    #expect(read(text).diagnostics.map(\.id) == ids)
  }

  /// Keys that are mappings of keys: Yams would hash the innermost 900 times.
  @Test func refusesKeysThatAreCostlyToCompare() {
    let long = "[" + String(repeating: "a,", count: 100_000) + "a]"
    let text = String(repeating: "{", count: 900) + long + String(repeating: "}", count: 900)
    #expect(read(text).diagnostics.map(\.id) == ["yaml-too-deep"])
  }

  @Test func refusesVeryLongFiles() {
    #expect(read(String(repeating: "a", count: 1024 * 1024 + 1)).diagnostics.map(\.id) == ["yaml-too-long"])
  }

  /// A file of one long line with many values is walked once.
  @Test func readsAFileOfOneLongLine() {
    let outcome = read("a: [" + String(repeating: "é, ", count: 50_000) + "é]\n")
    guard case .sequence(let items) = value("a", in: outcome)?.content else { return #expect(Bool(false)) }
    #expect(items.last?.span == span(1, 5 + 50_000 * 4, 2))
  }

  /// Whatever signs a text holds, it is read or reported once, with a place inside it.
  @Test func readsOrReportsAnyMixtureOfSigns() {
    var random = Seeded(seed: 5)
    let pieces = [
      "a", "b: ", "- ", "? ", ": ", "\n", "\n  ", "\r\n", ", ", "[", "]", "{", "}", "\"", "'", "|", ">",
      "\\x", "\\u00", "\\ud83d",
      "\\", "#", " # ", "&a", "*a", "!", "!!str ", "!<a>", "%YAML 1.1\n", "%TAG", "---\n", "...\n", "\t", "é",
      "\u{85}", "\u{2028}",
      "\u{FEFF}", "\u{1F600}", "\u{7}", "~", "<<: ", "1", "a: b\n", "k: [x, y]\n",
    ]
    var read = 0
    for _ in 0..<20_000 {
      let text = (0..<(1 + random.below(14))).map { _ in random.pick(pieces) }.joined()
      let outcome = self.read(text)
      read += outcome.value == nil ? 0 : 1
      #expect(outcome.diagnostics.count <= (outcome.value == nil ? 1 : 0))
      let line = outcome.diagnostics.first?.span?.start.line ?? 1
      #expect((1...text.utf8.count + 1).contains(line))
    }
    #expect(read > 1_000)
  }
}
