import PackhorseCore
import PackhorseTestSupport
import Testing

@testable import PackhorseLoading

@Suite struct JSONReaderTests {
  private func read(_ text: String) -> Outcome<SourceNode?> {
    readJSON(Array(text.utf8)[...], path: "content/references.json")
  }

  private func strings(_ text: String) -> [String?]? {
    guard case .sequence(let items) = read(text).value?.content else { return nil }
    return items.map { $0.text?.value }
  }

  @Test func decodesEveryEscape() {
    #expect(
      strings(#"["\"\\\/\n\r\t", "\u00e9\u20AC", "\ud83d\ude00", "é😀"]"#)
        == ["\"\\/\n\r\t", "é€", "😀", "é😀"])
  }

  @Test(arguments: [
    (#"["a\b"]"#, 2), (#"["\f"]"#, 2), (#"["\u0000"]"#, 6), (#"["\u202e"]"#, 6), (#"[{"\u009f": 1}]"#, 6),
    (#"["\udbff\udfff"]"#, 12),
  ])
  func reportsAnEscapeOfAHiddenCharacter(text: String, length: Int) {
    let outcome = read(text)
    #expect(outcome.value == nil)
    #expect(outcome.diagnostics.map(\.id) == ["hidden-character"])
    let span = outcome.diagnostics.first?.span
    #expect((span?.end.column ?? 0) - (span?.start.column ?? 0) == length)
  }

  @Test func readsNumbersAndWordsAsWritten() {
    #expect(
      strings("[-0, 1.5e+3, 0.10, true, false, null]") == ["-0", "1.5e+3", "0.10", "true", "false", ""])
  }

  @Test func givesPlacesInBytesOverEveryKindOfLineEnd() {
    let outcome = read("{\r\n\t\"é\": \"x\",\r\"b\":\n[1, \"ü\", 2]}")
    guard case .mapping(let entries) = outcome.value?.content,
      case .sequence(let items) = entries[1].value.content
    else { return #expect(Bool(false)) }
    #expect(entries[0].key.span == SourceSpan(path: "content/references.json", line: 2, column: 2, length: 4))
    #expect(
      entries[0].value.span == SourceSpan(path: "content/references.json", line: 2, column: 8, length: 3))
    #expect(entries[1].key.span.start == SourcePosition(line: 3, column: 1))
    #expect(items[2].span == SourceSpan(path: "content/references.json", line: 4, column: 11, length: 1))
  }

  @Test(arguments: [
    ("", 1, 1), ("[1,]", 1, 4), ("[1 2]", 1, 4), ("{\"a\" 1}", 1, 6), ("{a: 1}", 1, 2), ("[01]", 1, 2),
    ("[+1]", 1, 2), ("[1.]", 1, 2),
    ("[\"a\nb\"]", 1, 4), ("[\"a", 1, 2), (#"["\x"]"#, 1, 3), (#"["\ud83d"]"#, 1, 3), (#"["\ud83dx"]"#, 1, 3),
    (#"["\udc00"]"#, 1, 3),
    (#"["\u+123"]"#, 1, 3), (#"["\u12"]"#, 1, 3), ("[1] 2", 1, 5), ("[\n 'a']", 2, 2), ("[NaN]", 1, 2),
    ("[1,\n\n", 3, 1), ("[\"\\", 1, 4),
  ])
  func reportsBadJSONAtItsPlace(text: String, line: Int, column: Int) {
    let outcome = read(text)
    #expect(outcome.value == nil)
    #expect(outcome.diagnostics.map(\.id) == ["bad-json"])
    #expect(outcome.diagnostics.first?.span?.start == SourcePosition(line: line, column: column))
  }

  @Test func reportsTheSecondOfTwoEqualKeys() {
    let outcome = read("[{\"a\": 1,\n\"a\": 2}]")
    #expect(outcome.diagnostics.map(\.id) == ["duplicate-key"])
    #expect(outcome.diagnostics.first?.span?.start == SourcePosition(line: 2, column: 1))
    #expect(outcome.diagnostics.first?.notes.first?.span?.start == SourcePosition(line: 1, column: 3))
  }

  @Test(arguments: ["[", "{\"a\":", "[{\"a\":"])
  func refusesDeepNesting(opening: String) {
    let outcome = read(String(repeating: opening, count: 20_000))
    #expect(outcome.diagnostics.map(\.id) == ["bad-json"])
    #expect(outcome.diagnostics.first?.summary.hasSuffix("50 levels") == true)
  }

  @Test func survivesEveryTruncationAndMutation() {
    let text = Array(
      #"[{"id": "a\u00e9\ud83d\ude00", "n": [1, -2.5e3, true, null], "o": {"x": {}, "y": []}}]"#.utf8)
    for count in 0..<text.count { #expect(readJSON(text[..<count], path: "x").diagnostics.count == 1) }
    var random = Seeded(seed: 7)
    for _ in 0..<5_000 {
      var mutated = text
      for _ in 0...random.below(3) {
        mutated[random.below(text.count)] = random.pick(Array("[]{},:\"\\u01e-. \n".utf8))
      }
      let outcome = readJSON(mutated[...], path: "x")
      #expect((outcome.value == nil) == (outcome.diagnostics.count == 1))
    }
  }
}
