import PackhorseCore
import PackhorseTestSupport
import Testing

@testable import PackhorseStatistics

/// A practice that goes from one network to another is counted where it was.
@Suite struct MoveTests {
  private static let north = Area(level: .pcn, code: "N1", name: "North")
  private static let south = Area(level: .pcn, code: "N2", name: "South")
  private static let board = Area(level: .icb, code: "B1", name: "Board")
  private static let otherBoard = Area(level: .icb, code: "B2", name: "Other board")
  private let july = 2025 * 12 + 6

  private func practice(_ code: String, _ memberships: Membership...) -> ListedPractice {
    ListedPractice(
      code: Located(code, at: .file("content/data/practices.csv")), name: code, memberships: memberships)
  }

  /// DEMO02 goes from north to south in July 2025.
  private func practices(southernBoard: Area = board) -> [ListedPractice] {
    [
      practice("DEMO01", Membership(pcn: Self.north, icb: Self.board)),
      practice(
        "DEMO02", Membership(pcn: Self.south, icb: southernBoard, since: july),
        Membership(pcn: Self.north, icb: Self.board)),
      practice("DEMO03", Membership(pcn: Self.south, icb: southernBoard)),
    ]
  }

  private func areas(_ practices: [ListedPractice]) -> Areas {
    var settings = SiteSettings()
    settings.practices = .all(at: .file("content/site.yml"))
    return Areas(settings, name: "", practices)
  }

  /// Twenty people of each practice in each quarter of 2025.
  private func counted(
    _ practices: [ListedPractice], _ publishBy: [AreaLevel: Period.Length]
  ) throws -> [String: MeasuredArea] {
    var measure = Measure(id: "m")
    measure.kind = .count
    measure.publishBy = publishBy
    let here = Located("m", at: .file("content/data/outcomes.csv"))
    let rows = try practices.flatMap { practice in
      try (1...4).map { quarter in
        Observation(
          practice: practice.code, period: try #require(Period("2025-Q\(quarter)")), measure: here,
          value: .count(20))
      }
    }
    let counted = count(rows, of: measure, in: areas(practices)).value
    return Dictionary(uniqueKeysWithValues: counted.map { ($0.area.code, $0) })
  }

  private func wholes(_ area: MeasuredArea?) -> [Int] {
    (area?.counts ?? [:]).map(\.value.whole)
  }

  @Test func isCountedWithTheNetworkItWasIn() throws {
    let counted = try counted(practices(), [.practice: .quarter, .pcn: .quarter, .icb: .quarter])
    #expect(wholes(counted["N1"]) == [40, 40, 20, 20])
    #expect(wholes(counted["N2"]) == [20, 20, 40, 40])
    #expect(wholes(counted["DEMO02"]) == [20, 20, 20, 20])
    #expect(wholes(counted["B1"]) == [60, 60, 60, 60])
  }

  @Test func aYearIsDividedBetweenTheNetworksAndNotInThePracticeItself() throws {
    let counted = try counted(practices(), [.practice: .year, .pcn: .year, .icb: .year])
    #expect(wholes(counted["N1"]) == [120] && wholes(counted["N2"]) == [120])
    #expect(wholes(counted["DEMO02"]) == [80] && wholes(counted["B1"]) == [240])
  }

  @Test func countsThePracticesThatANetworkHadThen() throws {
    let counted = try counted(practices(), [.practice: .quarter, .pcn: .quarter, .icb: .quarter])
    let all = try ["2025-Q1", "2025-Q4"].map { code in
      let period = try #require(Period(code))
      return [counted["N1"]?.practices[period]?.all, counted["N2"]?.practices[period]?.all]
    }
    #expect(all == [[2, 1], [1, 2]])
  }

  @Test func tiesTheBoardsBetweenWhichItMoved() {
    let apart = areas([practices()[0], practices(southernBoard: Self.otherBoard)[2]])
    #expect(Set(families(apart.entries.map(\.placings))).count == 2)
    let tied = areas(practices(southernBoard: Self.otherBoard))
    #expect(Set(families(tied.entries.map(\.placings))) == [0])
    #expect(tied.lots.count == 1 && tied.lots[0].areas.entries.map(\.area) == tied.entries.map(\.area))
  }

  @Test func belongsToNoneBeforeItJoined() throws {
    let joined = practice("DEMO02", Membership(pcn: Self.north, icb: Self.board, since: july))
    let counted = try counted(
      [practices()[0], joined], [.practice: .quarter, .pcn: .quarter, .icb: .quarter])
    #expect(wholes(counted["N1"]) == [20, 20, 40, 40] && wholes(counted["B1"]) == [20, 20, 40, 40])
  }

  /// Figures of north were released while DEMO02 was with it until July; for how long it stayed may be found later.
  @Test(arguments: [
    (2025 * 12 + 6, []), (2025 * 12 + 9, []), (2025 * 12 + 3, ["released-with-others"]),
  ])
  func staysWithItsNetworkInWhatIsPublished(since month: Int, ids: [String]) async throws {
    let (second, third) = (try #require(Period("2025-Q2")), try #require(Period("2025-Q3")))
    let released = ReleasedFigure(
      date: try #require(CalendarDate(iso: "2025-10-15")), level: .pcn, area: "N1", measure: "attended",
      period: third, months: 7, kind: .count(0), count: 20,
      practices: Members(of: "DEMO01", in: third))
    let earlier = ReleasedFigure(
      date: released.date, level: .pcn, area: "N1", measure: "attended",
      period: second, months: 7, kind: .count(0), count: 20,
      practices: Members(of: "DEMO01", "DEMO02", in: second))
    let moved = practice(
      "DEMO02", Membership(pcn: Self.north, icb: Self.board),
      Membership(pcn: Self.south, icb: Self.board, since: month))
    var site = SiteFixture().site
    site.practices = [practices()[0], moved]
    site.released = [released, earlier]
    let found = await compute(site).diagnostics
    #expect(found.map(\.id) == ids)
    #expect(
      found.allSatisfy { $0.span?.path == "content/data/practices.csv" && $0.summary.contains("'DEMO02'") })
  }

  @Test func writesWhomANetworkHadAndInWhichMonths() throws {
    let members = try #require(areas(practices()).members[Self.north])
    func written(_ code: String, _ covered: Int) throws -> String {
      let period = try #require(Period(code))
      let within = members.within(period, covered: covered)
      let written = within.written(in: period, covered: covered)
      #expect(Members(written, in: period, covered: covered) == within)
      return written
    }
    #expect(try written("2025-Q1", 0b111) == "DEMO01 DEMO02")
    #expect(try written("2025", 0b1111_1111_1111) == "DEMO01 DEMO02:1-6")
    // Nine months of the year, and the first half.
    #expect(try written("2025", 0b1_1111_1111) == "DEMO01 DEMO02:1-6")
    #expect(try written("2025", 0b11_1111) == "DEMO01 DEMO02")
    #expect(try written("2025-Q3", 0b111) == "DEMO01")
    #expect(try written("2025-Q3", 0) == "")
  }

  @Test(arguments: [":1-2", "DEMO01:", "DEMO01:1", "DEMO01:2-1", "DEMO01:0-1", "DEMO01:1-13", "DEMO01:1-2:3"])
  func readsNothingElseAsMonthsOfAPractice(_ text: String) throws {
    #expect(Members("DEMO02 \(text)", in: try #require(Period("2025")), covered: 0b1111_1111_1111) == nil)
  }

  @Test func belongsToANetworkThatItCameToInAPeriodForTheRest() throws {
    let counted = try counted(practices(), [.practice: .year, .pcn: .year, .icb: .year])
    let year = try #require(Period("2025"))
    #expect(counted["N1"]?.practices[year] == PracticesCounted(counted: 2, all: 2))
    #expect(counted["N2"]?.practices[year] == PracticesCounted(counted: 2, all: 2))
  }

  @Test func isComparedWithThoseItIsWithNow() {
    let areas = areas(practices(southernBoard: Self.otherBoard))
    let moved = Area(level: .practice, code: "DEMO02", name: "DEMO02")
    #expect(areas.regions[moved] == Self.otherBoard)
    #expect(
      areas.placings[moved] == [Placing(Self.north), Placing(Self.south, since: july)])
  }
}

extension Members {
  fileprivate init(of practices: String..., in period: Period) {
    self.init()
    for practice in practices { add(practice, in: period.monthNumbers) }
  }
}
