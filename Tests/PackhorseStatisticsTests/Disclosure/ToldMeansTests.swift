import PackhorseCore
import PackhorseTestSupport
import Testing

@testable import PackhorseStatistics

@Suite struct ToldMeansTests {
  @Test func aMeanNeedsTenPeople() throws {
    let means = try told([("A", "2025", 9), ("B", "2025", 10)], practicesOf: [["A"], ["B"]], by: .year)
    #expect(means["A"] == [] && means["B"] == ["2025"])
  }

  @Test func aSiteMayAskForMorePeopleOrForEight() throws {
    let rows = [("A", "2025", 8), ("B", "2025", 19), ("C", "2025", 20)]
    for (fewest, told) in [(8, ["A", "B", "C"]), (20, ["C"])] {
      var settings = SiteSettings()
      settings.fewestForMean = fewest
      let means = try self.told(
        rows, practicesOf: [["A"], ["B"], ["C"]], by: .year, control: DisclosureControl(settings))
      #expect(["A", "B", "C"].filter { means[$0] == ["2025"] } == told)
    }
  }

  @Test func anAreaNeverTellsTheOneWhoIsMissing() throws {
    let means = try told([("A", "2025", 9), ("B", "2025", 40)], practicesOf: [["A", "B"]], by: .year)
    #expect(means["N0"] == [], "40 and 9 people less 40 are 9")
  }

  @Test func twoWhoAreMissingHideOneAnotherIfTheyAreTenPeople() throws {
    let rows = [("A", "2025", 6), ("B", "2025", 4), ("C", "2025", 40)]
    #expect(try told(rows, practicesOf: [["A", "B", "C"]], by: .year)["N0"] == ["2025"])
    let fewer = [("A", "2025", 5), ("B", "2025", 4), ("C", "2025", 40)]
    #expect(try told(fewer, practicesOf: [["A", "B", "C"]], by: .year)["N0"] == [])
  }

  @Test func aYearOfItsPracticesNeverTellsTheQuarterThatIsMissing() throws {
    let rows = [("A", "2025-Q1", 6), ("A", "2025-Q2", 12), ("A", "2025-Q3", 15), ("A", "2025-Q4", 30)]
    let means = try told(rows, practicesOf: [["A"]], by: .year, areasBy: .quarter)
    #expect(means["A"] == ["2025"] && means["N0"] == ["2025-Q3", "2025-Q4"])
  }

  /// Whoever knows each sum that is told, and how many people each stands for, can add and take away what they like:
  /// no sum over fewer than 10 people comes out.
  @Test(arguments: 1...600)
  func noSumOfFewPeopleIsLeftOver(seed: UInt64) throws {
    var numbers = Seeded(seed: seed)
    let practices = (0..<Int.random(in: 1...2, using: &numbers)).map { network in
      (0..<Int.random(in: 1...3, using: &numbers)).map { "P\(network)\($0)" }
    }
    let lengths: [Period.Length] = [.quarter, .year]
    let by = lengths.randomElement(using: &numbers) ?? .year
    var rows: [(String, String, Int)] = []
    for practice in practices.flatMap(\.self) {
      for quarter in 1...2 {
        rows.append((practice, "2025-Q\(quarter)", [0, 3, 6, 9, 12, 30].randomElement(using: &numbers) ?? 0))
      }
    }
    let areas = try measured(
      rows, practicesOf: practices, by: by, networksBy: lengths.randomElement(using: &numbers) ?? .year,
      boardsBy: lengths.randomElement(using: &numbers) ?? .year)
    let counts = publicControl().toldAlone(of: areas)
    let fromRecords = ToldMeans(areas, counts, publicControl()).fromRecords
    let atoms = rows.filter { $0.2 > 0 }
    func vector(_ area: MeasuredArea, _ period: Period) -> [Int] {
      atoms.map { atom in
        guard let row = Period(atom.1), period.holds(row) else { return 0 }
        let isWithin = area.area.level == .icb || area.area.code == atom.0
        return isWithin || area.area.code == "N" + atom.0.dropFirst().prefix(1) ? 1 : 0
      }
    }
    var known = Span()
    for (area, periods) in zip(areas, fromRecords) {
      for period in periods { known.add(vector(area, period)) }
    }
    for chosen in 1..<(1 << atoms.count) {
      let subset = atoms.indices.map { chosen >> $0 & 1 }
      guard zip(subset, atoms).reduce(0, { $0 + $1.0 * $1.1.2 }) < 10 else { continue }
      #expect(!known.contains(subset), "\(subset)")
    }
  }

  private func told(
    _ rows: [(String, String, Int)], practicesOf networks: [[String]], by length: Period.Length,
    areasBy areas: Period.Length? = nil, control: DisclosureControl = publicControl()
  ) throws -> [String: [String]] {
    let measured = try measured(
      rows, practicesOf: networks, by: length, networksBy: areas ?? length, boardsBy: areas ?? length)
    let means = ToldMeans(measured, control.toldAlone(of: measured), control).fromRecords
    let codes = zip(measured, means).map { ($0.area.code, $1.sorted().map(\.code)) }
    return Dictionary(codes) { first, _ in first }
  }

  /// Networks "N0", "N1" … of one board, with people by practice and period.
  private func measured(
    _ rows: [(String, String, Int)], practicesOf networks: [[String]], by length: Period.Length,
    networksBy: Period.Length, boardsBy: Period.Length
  ) throws -> [MeasuredArea] {
    let here = Located("m", at: .file("content/data/outcomes.csv"))
    let board = Area(level: .icb, code: "ICB", name: "Board")
    let listed = networks.enumerated().flatMap { index, practices in
      practices.map { code in
        ListedPractice(
          code: here.map { _ in code }, name: code,
          pcn: Area(level: .pcn, code: "N\(index)", name: "Network"), icb: board)
      }
    }
    var measure = Measure(id: "m")
    measure.kind = .meanChange
    measure.publishBy = [.practice: length, .pcn: networksBy, .icb: boardsBy]
    let observations = try rows.map { code, period, pairs in
      Observation(
        practice: here.map { _ in code }, period: try #require(Period(period)), measure: here,
        value: .change(ChangeSummary(pairs: pairs, mean: 1, sd: 2)))
    }
    var settings = SiteSettings()
    settings.practices = .one(try #require(listed.first).code)
    return count(observations, of: measure, in: Areas(settings, name: "", listed)).value
  }
}

/// What can be made of vectors by adding and taking away, reckoned modulo a prime.
private struct Span {
  private static let prime = 2_147_483_647
  /// By the place of its first number, which is 1.
  private var rows: [Int: [Int]] = [:]

  mutating func add(_ vector: [Int]) {
    let rest = reduced(vector)
    guard let first = rest.firstIndex(where: { $0 != 0 }) else { return }
    let inverse = power(rest[first], Span.prime - 2)
    rows[first] = rest.map { $0 * inverse % Span.prime }
  }

  func contains(_ vector: [Int]) -> Bool { reduced(vector).allSatisfy { $0 == 0 } }

  private func reduced(_ vector: [Int]) -> [Int] {
    var vector = vector
    for place in vector.indices {
      let factor = vector[place]
      guard factor != 0, let row = rows[place] else { continue }
      for index in vector.indices {
        vector[index] = ((vector[index] - factor * row[index]) % Span.prime + Span.prime) % Span.prime
      }
    }
    return vector
  }

  private func power(_ base: Int, _ exponent: Int) -> Int {
    var (result, base, exponent) = (1, base, exponent)
    while exponent > 0 {
      if exponent & 1 == 1 { result = result * base % Span.prime }
      base = base * base % Span.prime
      exponent >>= 1
    }
    return result
  }
}
