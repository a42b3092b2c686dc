import Foundation
import Testing

@Suite final class CoverageCommandTests {
  let packhorse: BuiltCommand

  init() throws {
    packhorse = try BuiltCommand()
    _ = try packhorse("new", "site")
  }

  deinit { packhorse.remove() }

  @Test func thePackCoversTheStudyAndSaysWhatItDoesNot() throws {
    let run = try packhorse(
      "coverage", "--site", "site", "--date", "2026-11-23", "--min", "interventions=10", "--min", "themes=22",
      "--min", "techniques=34")
    #expect(run.status == 0)
    #expect(run.error.contains("10 of 10 interventions.\n22 of 22 themes.\n"))
    #expect(run.error.contains("Not covered: ") && run.error.contains("punishment"))
    #expect(packhorse.text("site/public/index.html") == nil)
  }

  @Test func failsWhereTheFloorIsNotReached() throws {
    let run = try packhorse("coverage", "--site", "site", "--min", "techniques=38")
    #expect(run.status == 1)
    #expect(run.error.contains("Fewer than 38 techniques are covered."))
    #expect(try packhorse("coverage", "--site", "site", "--min", "pages=3").status == 64)
  }
}
