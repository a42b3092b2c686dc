import Foundation
import Testing

@Suite final class ReleaseCommandTests {
  let packhorse: BuiltCommand
  private let file = "invented-data/content/data/released.csv"

  init() throws {
    packhorse = try BuiltCommand()
    #expect(try packhorse("data", "sample").status == 0)
  }

  deinit { packhorse.remove() }

  private func release(_ date: String) throws -> BuiltCommand.Run {
    try packhorse("release", "--site", "invented-data", "--date", date)
  }

  @Test func notesEachFigureOnceAndChangesNothingThatIsPublished() throws {
    #expect(try packhorse("build", "--site", "invented-data", "--date", "2026-05-01").status == 0)
    let before = packhorse.text("invented-data/public/data/outcomes.csv")
    let first = try release("2026-05-01")
    #expect(first.status == 0 && first.error.contains(/Noted \d+ new figures of 2026-05-01/))
    let noted = try #require(packhorse.text(file))
    #expect(
      noted.hasPrefix(
        "released_on,area_type,area_code,measure,period,months,figure,value,practices\n2026-05-01,"))
    let again = try release("2026-06-01")
    #expect(again.error.contains("Noted 0 new figures") && packhorse.text(file) == noted)
    #expect(try packhorse("build", "--site", "invented-data", "--date", "2026-05-01").status == 0)
    #expect(packhorse.text("invented-data/public/data/outcomes.csv") == before)
    #expect(packhorse.text("invented-data/public/content/data/released.csv") == nil)
  }

  @Test func notesNothingOfASiteWithErrors() throws {
    try packhorse.write("measure: [", to: "invented-data/content/data/measures.yml")
    let run = try release("2026-05-01")
    #expect(run.status == 1 && packhorse.text(file) == nil)
    #expect(run.error.contains("Nothing was written; content/data/released.csv is as it was."))
  }

  @Test func refusesExactFigures() throws {
    try set("audience: practice\ndisclosure: none")
    let run = try release("2026-05-01")
    #expect(run.status == 1 && run.error.contains("[exact-figures]") && packhorse.text(file) == nil)
  }

  @Test func notesNothingOfFiguresThatAnotherBuildPublished() throws {
    let data = "invented-data/content/data/"
    #expect(try packhorse("build", "--site", "invented-data", "--date", "2026-05-01").status == 0)
    let published = try #require(packhorse.text("invented-data/public/data/outcomes.csv"))
    try packhorse.write("", to: data + "sources.yml")
    try packhorse.write(published, to: data + "published.csv")
    let run = try release("2026-05-01")
    #expect(run.status == 1 && run.error.contains("[published-elsewhere]"), "\(run.error)")
    #expect(packhorse.text(file) == nil)
  }

  @Test func notesNothingOfSumsOfCells() throws {
    try set("disclosure: sum-of-cells")
    // Uptake and scores are of the same people, whom only one measure may count.
    let data = "invented-data/content/data/"
    let first = (packhorse.text(data + "measures.yml") ?? "").split(separator: /\n(?=[a-z])/).first ?? ""
    try packhorse.write(String(first) + "\n", to: data + "measures.yml")
    let sources = (packhorse.text(data + "sources.yml") ?? "")
      .replacing(/measures: .*/, with: "measures: [referral-rate]")
    try packhorse.write(sources, to: data + "sources.yml")
    let run = try release("2026-05-01")
    #expect(run.status == 1 && run.error.contains("[sums-need-no-release]"), "\(run.error)")
    #expect(packhorse.text(file) == nil)
  }

  private func set(_ disclosure: String) throws {
    let site = "invented-data/content/site.yml"
    let settings = (packhorse.text(site) ?? "").replacing(/(?m)^(audience|disclosure):.*\n/, with: "")
    try packhorse.write(settings + "\n\(disclosure)\n", to: site)
  }

  @Test func aRowThatCannotBeReadStopsTheBuild() throws {
    #expect(try release("2026-05-01").status == 0)
    try packhorse.write((packhorse.text(file) ?? "") + "2026-05-01,practice,DEMO01\n", to: file)
    #expect(try packhorse("build", "--site", "invented-data").status == 1)
  }
}
