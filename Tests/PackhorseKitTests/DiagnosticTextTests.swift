import PackhorseCore
import PackhorseKit
import Testing

@Suite struct DiagnosticTextTests {
  struct Case: Sendable, CustomTestStringConvertible {
    var name: String
    var diagnostic: Diagnostic
    var file = SourceFile(path: "content/x.md", bytes: [])
    var expected: String

    var testDescription: String { name }
  }

  static func problem(
    _ path: String = "content/x.md", line: Int = 1, column: Int = 1, length: Int = 0,
    summary: String = "Wrong"
  ) -> Diagnostic {
    Diagnostic(
      .error, "some-id", summary, at: SourceSpan(path: path, line: line, column: column, length: length))
  }

  static func file(_ text: String, path: String = "content/x.md") -> SourceFile {
    SourceFile(path: path, bytes: Array(text.utf8))
  }

  static let cases: [Case] = [
    Case(
      name: "everything",
      diagnostic: Diagnostic(
        .error, "unknown-link", "Page 'asthma-revie.md' doesn't exist",
        at: SourceSpan(path: "content/x.md", line: 14, column: 18, length: 18),
        because: "Readers would be lost.",
        notes: [.init("first used here", at: SourceSpan(path: "content/y.md", line: 2, column: 3))],
        suggestion: "did you mean '../asthma-review.md'?"),
      file: file(String(repeating: "\n", count: 13) + "See the [review](../asthma-revi.md) first.\r\nx"),
      expected: """
        error: Page 'asthma-revie.md' doesn't exist  [unknown-link]
          --> content/x.md:14:18
           |
        14 | See the [review](../asthma-revi.md) first.
           |                  ^^^^^^^^^^^^^^^^^^
           = Readers would be lost.
           = first used here: content/y.md:2:3
           = did you mean '../asthma-review.md'?

        """),
    Case(
      name: "no place", diagnostic: Diagnostic(.warning, "some-id", "Wrong", at: nil),
      expected: "warning: Wrong  [some-id]\n"),
    Case(
      name: "a place without a file", diagnostic: problem("content/y.md"),
      expected: "error: Wrong  [some-id]\n  --> content/y.md:1:1\n"),
    Case(
      name: "a line past the end", diagnostic: problem(line: 9), file: file("one\n"),
      expected: "error: Wrong  [some-id]\n  --> content/x.md:9:1\n"),
    Case(
      name: "tabs and controls", diagnostic: problem(column: 7, length: 2),
      file: file("\ta\u{1B}[1mbc\u{202E}d"),
      expected: """
        error: Wrong  [some-id]
          --> content/x.md:1:7
           |
         1 |     a\u{FFFD}[1mbc\u{FFFD}d
           |          ^^

        """),
    Case(
      name: "wide and combining characters", diagnostic: problem(column: 11, length: 3),
      file: file("健康e\u{301}x日y"),
      expected: """
        error: Wrong  [some-id]
          --> content/x.md:1:11
           |
         1 | 健康e\u{301}x日y
           |       ^^

        """),
    Case(
      name: "a column inside a character", diagnostic: problem(column: 2, length: 1), file: file("日本"),
      expected: """
        error: Wrong  [some-id]
          --> content/x.md:1:2
           |
         1 | 日本
           | ^

        """),
    Case(
      name: "a column past the line", diagnostic: problem(column: 99, length: 5), file: file("ab"),
      expected: """
        error: Wrong  [some-id]
          --> content/x.md:1:99
           |
         1 | ab
           |   ^

        """),
    Case(
      name: "a message from a hostile name",
      diagnostic: problem("content/\u{1B}[2J.md", summary: "Name 'a\u{7}\nb' is odd"),
      expected: "error: Name 'a\u{FFFD}\u{FFFD}b' is odd  [some-id]\n  --> content/\u{FFFD}[2J.md:1:1\n"),
  ]

  @Test(arguments: cases)
  func showsADiagnostic(_ example: Case) {
    #expect(DiagnosticText(sources: [example.file]).text(for: [example.diagnostic]) == example.expected)
  }

  @Test func shortensALongLineAroundTheSpan() throws {
    let line = String(repeating: "é", count: 3_000) + "HERE" + String(repeating: "z", count: 3_000)
    let text = DiagnosticText(sources: [Self.file(line)]).text(for: [Self.problem(column: 6_001, length: 4)])
    let lines = text.split(separator: "\n")
    #expect(lines[3].hasPrefix(" 1 | …ééé"))
    #expect(lines[3].hasSuffix("zzz…"))
    #expect(lines[3].count < 170)
    let here = try #require(lines[3].firstRange(of: "HERE"))
    let place = lines[3].distance(from: lines[3].startIndex, to: here.lowerBound)
    #expect(lines[4] == "   | " + String(repeating: " ", count: place - 5) + "^^^^")
  }

  @Test(arguments: [
    "content/data/outcomes.csv", "content/x.CSV", "private/consent.csv", "private/notes.md",
    "content/stories/garden.md",
  ])
  func neverShowsALineOf(_ path: String) {
    let text = DiagnosticText(sources: [Self.file("DEMO01,3", path: path)]).text(for: [Self.problem(path)])
    #expect(text == "error: Wrong  [some-id]\n  --> \(path):1:1\n")
  }

  @Test(arguments: ["one\ntwo\nthree", "one\r\ntwo\r\nthree", "one\rtwo\rthree", "one\r\ntwo\rthree"])
  func findsTheLineWhateverEndsLines(text: String) {
    let span = SourceSpan(path: "content/x.md", line: 2, column: 2)
    let shown = DiagnosticText(sources: [Self.file(text)]).text(for: [
      Diagnostic(.error, "some-id", "Wrong", at: span)
    ])
    #expect(shown == "error: Wrong  [some-id]\n  --> content/x.md:2:2\n   |\n 2 | two\n   |  ^\n")
  }

  @Test func underlinesToTheEndOfTheFirstLineOfMany() {
    let span = SourceSpan(
      path: "content/x.md", start: SourcePosition(line: 1, column: 2), end: SourcePosition(line: 3, column: 1)
    )
    let text = DiagnosticText(sources: [Self.file("abcd\nx\n")]).text(for: [
      Diagnostic(.note, "i", "s", at: span)
    ])
    #expect(text.hasSuffix(" 1 | abcd\n   |  ^^^\n"))
  }

  @Test func namesFilesFromWhereTheCommandRuns() {
    let text = DiagnosticText(sources: [Self.file("ab")], pathPrefix: "my-site/").text(for: [Self.problem()])
    #expect(text.contains("--> my-site/content/x.md:1:1\n   |\n 1 | ab\n"))
  }

  @Test func coloursSeverityAndUnderlineOnATerminal() {
    let text = DiagnosticText(sources: [Self.file("ab")], isColoured: true).text(for: [
      Self.problem(length: 1)
    ])
    #expect(text.hasPrefix("\u{1B}[1;31merror\u{1B}[0m: Wrong"))
    #expect(text.contains("| \u{1B}[1;31m^\u{1B}[0m\n"))
  }

  @Test func recordsForMachinesAreEscaped() {
    let diagnostic = Diagnostic(
      .note, "i-d", "50% \"of\"\n\u{1B}é\\",
      at: SourceSpan(path: "content/a,b:c.md", line: 2, column: 3, length: 4),
      because: "why", notes: [.init("there", at: .file("content/y.md"))], suggestion: "so")
    #expect(
      [diagnostic].json(pathPrefix: "s/")
        == #"""
        [
          {"severity": "note", "id": "i-d", "summary": "50% \"of\"\n\u001bé\\", "path": "s/content/a,b:c.md", "line": 2, "column": 3, "endLine": 2, "endColumn": 7, "explanation": "why", "notes": [{"text": "there", "path": "s/content/y.md", "line": 1, "column": 1}], "suggestion": "so"}
        ]

        """#)
    #expect(
      [diagnostic].githubCommands()
        == "::notice file=content/a%2Cb%3Ac.md,line=2,endLine=2,col=3,endColumn=7,title=i-d"
        + "::50%25 \"of\"\u{FFFD}\u{FFFD}é\\%0Awhy%0Athere%0Aso\n")
    #expect([Diagnostic]().json() == "[]\n")
    #expect([Diagnostic(.error, "i", "s", at: nil)].githubCommands() == "::error title=i::s\n")
  }
}
