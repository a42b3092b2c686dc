import Foundation
import Testing

@Suite final class DataCommandTests {
  let packhorse: BuiltCommand

  init() throws { packhorse = try BuiltCommand() }

  deinit { packhorse.remove() }

  @Test func saysWhatItUnderstoodOfInventedData() throws {
    #expect(try packhorse("data", "sample").status == 0)
    let run = try packhorse("data", "check", "--site", "invented-data")
    #expect(run.status == 0)
    let said = run.error
    #expect(said.contains("taken for   patients registered at a GP practice, by its header\n"))
    #expect(said.contains(/rows        about \d+[05] counted\n/))
    #expect(said.contains("periods     2024-01 to 2025-12\n"))
    #expect(said.contains("ignored     PUBLICATION, SUB_ICB_LOCATION_CODE"))
    #expect(said.contains("life-satisfaction       by year 0% of 2\n"))
    // A status of few people is hidden by withholding a figure about the same people.
    #expect(said.contains("took-part               by quarter 25% of 8, by year 50% of 2\n"))
    #expect(said.hasSuffix("Understood 2 data files: 0 errors, 0 warnings. Nothing was written.\n"))
    #expect(packhorse.text("invented-data/public/index.html") == nil)
  }

  @Test func understandsInventedDataOfANetwork() throws {
    #expect(try packhorse("data", "sample", "--practices", "7", "--quarters", "2").status == 0)
    let run = try packhorse("data", "check", "--site", "invented-data")
    #expect(run.status == 0)
    #expect(run.error.split(separator: "\n").count { $0 == "  practices   7" } == 2)
    #expect(try packhorse("build", "--site", "invented-data").status == 0)
  }

  @Test func forecastsWhatANextLongerPeriodWouldShow() throws {
    #expect(try packhorse("data", "sample", "invented", "--seed", "5").status == 0)
    try packhorse.write(
      (packhorse.text("invented/content/data/measures.yml") ?? "").replacing("quarter", with: "month"),
      to: "invented/content/data/measures.yml")
    let said = try packhorse("data", "check", "--site", "invented").error
    #expect(
      said.contains(/by month \d+% of 24, by quarter \d+% of 8; 'publish-by: {practice: quarter}' shows more/)
    )
  }

  @Test func tellsNoSmallNumberOfRecordsAndNothingThatIsInThem() throws {
    #expect(try packhorse("data", "sample", "invented").status == 0)
    let lines = packhorse.text("invented/private/invented-referrals.csv")?.split(separator: "\n") ?? []
    let few = lines.prefix(5).joined(separator: "\n") + "\nINVENTED-9,DEMO01,2025-13-41,active,77,3,4,5\n"
    try packhorse.write(few, to: "invented/private/invented-referrals.csv")
    for format in ["text", "json", "github"] {
      let run = try packhorse("data", "check", "--site", "invented", "--format", format)
      #expect(run.status == 1)
      #expect((run.output + run.error).contains("row 6"))
      #expect(run.error.contains("fewer than 8 counted"))
      #expect(!(run.output + run.error).contains(/2025-13|77|INVENTED-9/))
    }
  }

  @Test(arguments: [["--practices", "0"], ["--practices", "501"], ["--quarters", "41"], ["--seed", "x"]])
  func aSampleOfAnImpossibleSizeEndsWith64(_ arguments: [String]) throws {
    #expect(try packhorse(["data", "sample", "invented"] + arguments).status == 64)
  }

  @Test func overwritesNothing() throws {
    try packhorse.write("mine", to: "invented/note.txt")
    #expect(try packhorse("data", "sample", "invented").status == 1)
    #expect(packhorse.text("invented/note.txt") == "mine")
  }
}
