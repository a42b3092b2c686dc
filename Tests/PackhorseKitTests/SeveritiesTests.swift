import PackhorseCore
import PackhorseKit
import Testing

@Suite struct SeveritiesTests {
  let overdue = Diagnostic(.warning, "review-overdue", "Late", at: nil, isAboutAge: true)
  let link = Diagnostic(.error, "unknown-link", "Gone", at: nil)
  let word = Diagnostic(.warning, "unknown-word", "Odd", at: nil)

  @Test func aSiteSetsItsOwnSeverities() {
    let levels: [String: Diagnostic.Severity] = [
      "unknown-link": .warning, "unknown-word": .note, "other": .error,
    ]
    #expect([link, word, overdue].applying(levels).map(\.severity) == [.warning, .note, .warning])
  }

  @Test(arguments: fixedDiagnosticIDs.sorted())
  func nobodyLowersWhatGuardsPeople(_ id: String) {
    let guarding = Diagnostic(.error, id, "No", at: nil)
    let applied = [guarding].applying([id: .note])
    #expect(applied.first == guarding)
    #expect(applied.map(\.id) == [id, "fixed-severity"])
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
