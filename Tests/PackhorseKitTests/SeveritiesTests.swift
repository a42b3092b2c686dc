import PackhorseCore
import PackhorseKit
import Testing

@Suite struct SeveritiesTests {
  let overdue = Diagnostic(.warning, "review-overdue", "Late", at: nil, isAboutAge: true)
  let link = Diagnostic(.error, "unknown-link", "Gone", at: nil)
  let word = Diagnostic(.warning, "unknown-word", "Odd", at: nil)

  /// A severity that site.yml sets on its ninth line.
  private func level(_ severity: Diagnostic.Severity) -> Located<Diagnostic.Severity> {
    Located(severity, at: SourceSpan(path: "content/site.yml", line: 9, column: 15, length: 12))
  }

  @Test func aSiteSetsItsOwnSeverities() {
    let levels = [
      "unknown-link": level(.warning), "unknown-word": level(.note), "term-in-link": level(.error),
    ]
    #expect([link, word, overdue].applying(levels).map(\.severity) == [.warning, .note, .warning])
  }

  @Test func reportsASeverityOfWhatIsNoDiagnostic() {
    let levels = [
      "unknown-lnik": level(.note), "style-contractoin": level(.note), "everything": level(.error),
    ]
    let found = [link].applying(levels).dropFirst().sorted { $0.summary < $1.summary }
    #expect(found.map(\.id) == Array(repeating: "unknown-diagnostic", count: 3))
    #expect(found.allSatisfy { $0.severity == .error && $0.span == level(.note).span })
    #expect(found.first?.summary == "'everything' is the id of no diagnostic")
    #expect(
      found.map(\.suggestion) == [
        "remove it from 'diagnostics'", "did you mean 'style-contraction'?", "did you mean 'unknown-link'?",
      ])
  }

  @Test func knowsEveryDiagnosticAndRuleOfStyle() {
    #expect(knownDiagnosticIDs.isSuperset(of: fixedDiagnosticIDs))
    #expect(
      knownDiagnosticIDs.isSuperset(of: ["after-without-before", "yaml-too-long", "style-contraction"]))
    #expect(!knownDiagnosticIDs.contains("id"))
  }

  @Test(arguments: fixedDiagnosticIDs.sorted())
  func nobodyLowersWhatGuardsPeople(_ id: String) {
    let guarding = Diagnostic(.error, id, "No", at: nil)
    let applied = [guarding].applying([id: level(.note)])
    #expect(applied.first == guarding)
    #expect(applied.map(\.id) == [id, "fixed-severity"])
    #expect(applied.last?.span == level(.note).span)
  }

  @Test func strictLeavesAgeAWarning() {
    let note = Diagnostic(.note, "i", "s", at: nil)
    #expect([link, word, overdue, note].strict().map(\.severity) == [.error, .error, .warning, .note])
  }

  @Test func talliesErrorsAndWarnings() {
    #expect([Diagnostic]().tally == "0 errors, 0 warnings")
    #expect([link, word, overdue].tally == "1 error, 2 warnings")
  }
}
