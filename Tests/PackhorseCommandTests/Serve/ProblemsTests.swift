import PackhorseCore
import Testing

@testable import packhorse

@Suite struct ProblemsTests {
  func diagnostic(
    _ severity: Diagnostic.Severity, _ path: String, line: Int = 1, suggestion: String? = nil
  ) -> Diagnostic {
    let start = SourcePosition(line: line, column: 1)
    let end = SourcePosition(line: line, column: 5)
    return Diagnostic(
      severity, "bad-value", "Value is <wrong>", at: SourceSpan(path: path, start: start, end: end),
      because: "It matters.", suggestion: suggestion)
  }

  @Test func thereAreNoneWithoutAnError() {
    #expect(Problems([], sources: [], pathPrefix: "") == nil)
    #expect(Problems([diagnostic(.warning, "content/a.md")], sources: [], pathPrefix: "") == nil)
  }

  @Test(arguments: [(2, " 2"), (12, "12"), (112, "112")])
  func theTextIsThatOfTheTerminalWithTheExcerptKeptTogether(_ line: Int, _ number: String) throws {
    let text = String(repeating: "\n", count: line - 1) + "<b>| line\n"
    let problems = try #require(
      Problems(
        [
          diagnostic(.error, "content/a.md", line: line, suggestion: "write 'x'"),
          diagnostic(.warning, "content/b.md"),
        ],
        sources: [SourceFile(path: "content/a.md", bytes: Array(text.utf8))], pathPrefix: "site/"))
    #expect(problems.heading == "1 error")
    #expect(
      String(decoding: problems.html, as: UTF8.self) == """
        <p class="summary">error: Value is &lt;wrong&gt;  [bad-value]</p>
        <p class="place">--&gt; site/content/a.md:\(line):1</p>
        <pre tabindex="0">\(number) | &lt;b&gt;| line
        \(String(repeating: " ", count: number.count)) | ^^^^</pre>
        <p class="remark">= It matters.</p>
        <p class="remark">= write 'x'</p>

        """)
  }

  @Test(arguments: ["content/stories/garden.md", "content/data/groups.csv", "private/consent.csv"])
  func linesOfStoriesAndDataAreNotShown(_ path: String) throws {
    let source = SourceFile(path: path, bytes: Array("secret words\n".utf8))
    let problems = try #require(Problems([diagnostic(.error, path)], sources: [source], pathPrefix: ""))
    #expect(!problems.html.has("secret"))
    #expect(problems.html.has(path + ":1:1"))
  }

  @Test func otherProblemsHaveAnotherId() throws {
    let ids = try [1, 2].map { line in
      try #require(Problems([diagnostic(.error, "content/a.md", line: line)], sources: [], pathPrefix: "")).id
    }
    #expect(ids[0] != ids[1])
    let both = [diagnostic(.error, "content/a.md"), diagnostic(.error, "content/b.md")]
    #expect(try #require(Problems(both, sources: [], pathPrefix: "")).heading == "2 errors")
  }
}
