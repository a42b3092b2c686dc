import Testing

@testable import PackhorseStatistics

@Suite struct WilsonIntervalTests {
  @Test(arguments: referenceRows("wilson_run.csv"))
  func agreesWithThePackage(row: ReferenceRow) throws {
    let confidence = try #require(row["confidence"])
    try expectLimits(row, confidence, "lowercl", "uppercl")
  }

  @Test(arguments: referenceRows("wilson_authors.csv"))
  func agreesWithTheAuthors(row: ReferenceRow) throws {
    let percent = try #require(row.cells["confidence"].flatMap { Double($0.dropLast()) })
    try expectLimits(row, percent / 100, "lowercl", "uppercl")
  }

  @Test(arguments: referenceRows("proportion_authors.csv"))
  func agreesWithTheAuthorsOfProportions(row: ReferenceRow) throws {
    let multiplier = try #require(row["multiplier"])
    guard row["value"] != nil else {
      #expect(row["x"] == nil || row["n"] == nil)
      return
    }
    try expectLimits(row, 0.95, "lower95_0cl", "upper95_0cl", multiplier)
    try expectLimits(row, 0.998, "lower99_8cl", "upper99_8cl", multiplier)
  }

  @Test(arguments: referenceRows("proportion_grouped_authors.csv"))
  func agreesWithTheAuthorsOfGroups(row: ReferenceRow) throws {
    guard let x = row["Numerator"], let n = row["Denominator"], row["value"] != nil else {
      #expect(row["value"] == nil)
      return
    }
    let interval = try #require(wilsonInterval(x, of: n, confidence: 0.95))
    #expect(agree(interval.lowerBound, try #require(row["lowercl"]), to: 1e-9))
    #expect(agree(interval.upperBound, try #require(row["uppercl"]), to: 1e-9))
  }

  @Test(arguments: [
    ("wilson_run.csv", 100), ("wilson_authors.csv", 3), ("proportion_authors.csv", 10),
    ("proportion_grouped_authors.csv", 6),
  ])
  func everyReferenceIsRead(file: String, rows: Int) {
    #expect(referenceRows(file).count == rows)
  }

  private func expectLimits(
    _ row: ReferenceRow, _ confidence: Double, _ lower: String, _ upper: String, _ multiplier: Double = 1
  ) throws {
    let x = try #require(row["x"])
    let n = try #require(row["n"])
    let interval = try #require(wilsonInterval(x, of: n, confidence: confidence))
    #expect(agree(interval.lowerBound * multiplier, try #require(row[lower]), to: 1e-9))
    #expect(agree(interval.upperBound * multiplier, try #require(row[upper]), to: 1e-9))
  }

  @Test(arguments: [
    (-1, 10, 0.95), (11, 10, 0.95), (0, 0, 0.95), (1, .infinity, 0.95), (.nan, 10, 0.95), (1, .nan, 0.95),
    (1, 10, 0), (1, 10, 1), (1, 10, .nan), (1e308, 1.5e308, 0.95), (0, 1e150, 0.95),
  ])
  func isAbsentWhereItMakesNoSense(x: Double, n: Double, confidence: Double) {
    #expect(wilsonInterval(x, of: n, confidence: confidence) == nil)
  }

  @Test func staysWithinNoneAndAllAndEnclosesTheShare() throws {
    for n in [1.0, 2, 3, 7, 10, 99, 1000, 123_457, 1e15] {
      for x in [0, n / 3, n / 2, n - n / 1e6, n] {
        let interval = try #require(wilsonInterval(x, of: n, confidence: 0.95))
        #expect(interval.lowerBound >= 0 && interval.upperBound <= 1)
        #expect(interval.contains(x / n))
        #expect(interval.lowerBound.sign == .plus)
      }
    }
  }

  @Test func isExactAtNoneAndAll() throws {
    for x in [0.0, -0.0] {
      let none = try #require(wilsonInterval(x, of: 37, confidence: 0.95))
      #expect(none.lowerBound == 0 && none.lowerBound.sign == .plus)
    }
    #expect(try #require(wilsonInterval(37, of: 37, confidence: 0.95)).upperBound == 1)
  }

  @Test func keepsItsDigitsWhereTheLowerLimitIsTiny() throws {
    // mpmath with 50 digits: the roots for x = 1, n = 1e12, z the 97.5% quantile
    let interval = try #require(wilsonInterval(1, of: 1e12, confidence: 0.95))
    #expect(agree(interval.lowerBound, 1.7652455493517488787e-13, to: 1e-14))
  }
}
