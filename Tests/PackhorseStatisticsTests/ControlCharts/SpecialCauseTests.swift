import PackhorseCore
import Testing

@testable import PackhorseStatistics

@Suite struct SpecialCauseTests {
  struct Reference: Decodable {
    let rule: String
    let input: [Int]?
    let sides: [Int]?
    let expected: Expected
    let direction: String?
    let target: Double?
    let lower, upper: [Double]?

    enum Expected: Decodable {
      case marks([Int])
      case names([String])

      init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        self = try (try? .marks(container.decode([Int].self))) ?? .names(container.decode([String].self))
      }
    }
  }

  private static let references = referenceCases("spc_rules_authors.json", as: Reference.self)

  @Test func everyReferenceIsRead() {
    #expect(Self.references.count == 14)
  }

  /// The authors test each step of a rule; here the marks of the step and its spreading are one.
  @Test(arguments: 0..<14)
  func agreesWithTheAuthors(index: Int) throws {
    let reference = Self.references[index]
    switch (reference.rule, reference.expected) {
    case ("seven_point_one_side_mean", .marks(let ends)):
      let sides = try #require(reference.input)
      #expect(marks(ofRuns: sides, atLeast: 7, points: sides.count) == spread(ends, over: 7))
    case ("seven_point_trend", .marks(let ends)):
      let values = try #require(reference.input)
      let steps = zip(values, values.dropFirst()).map { ($1 - $0).signum() }
      #expect(marks(ofRuns: steps, atLeast: 6, points: values.count) == spread(ends, over: 7))
    case ("part_of_seven", .marks(let marked)):
      let ends = try #require(reference.input)
      #expect(spread(ends, over: 7).map(abs) == marked)
    case ("two_in_three", .marks(let marked)):
      let near = try #require(reference.input)
      let sides = try #require(reference.sides)
      // The authors mark all three places; the two that are near the limit are what is shown.
      let found = marksOfTwoInThree(zip(near, sides).map(*), sides).map(abs)
      #expect(found == zip(marked, near).map { $0 * $1 })
    case ("part_of_two_in_three", .marks(let marked)):
      let near = try #require(reference.input)
      #expect(marked == zip(near, spread([0, 0, 0, 0, 1], over: 3)).map(*))
    case ("assurance", .names(let names)):
      let (lowers, uppers) = (try #require(reference.lower), try #require(reference.upper))
      let target = try #require(reference.target)
      for (place, name) in names.enumerated() {
        let (lower, upper) = (lowers[place], uppers[place])
        let middle = (lower + upper) / 2
        // A baseline of two readings whose range gives these limits.
        let half = (upper - lower) / 2 / 2.66 / 2
        let readings = [middle - half, middle + half].map(Reading.value)
        let chart = try #require(xmrChart(readings, screening: .none))
        let found = chart.assurance(target: target, better: .lower)
        #expect(found?.name == name && reference.direction == "decrease")
      }
    default: Issue.record("An unknown case: \(reference.rule)")
    }
  }

  /// Marks the places that lead up to each end of a run.
  private func spread(_ ends: [Int], over length: Int) -> [Int] {
    ends.indices.map { place in
      ends[place..<min(ends.count, place + length)].first { $0 != 0 } ?? 0
    }
  }

  @Test func sixPointsAreNeitherTrendNorShift() {
    #expect(marks(ofRuns: [1, 1, 1, 1, 1, 1], atLeast: 7, points: 6) == [0, 0, 0, 0, 0, 0])
    #expect(marks(ofRuns: [1, 1, 1, 1, 1], atLeast: 6, points: 6) == [0, 0, 0, 0, 0, 0])
  }

  @Test func longRunsAreMarkedWhole() {
    #expect(
      marks(ofRuns: [-1] + Array(repeating: 1, count: 9), atLeast: 7, points: 10) == [0]
        + Array(repeating: 1, count: 9))
    let steps = [1, 1, 1, 1, 1, 1, 1, -1]
    #expect(marks(ofRuns: steps, atLeast: 6, points: 9) == [1, 1, 1, 1, 1, 1, 1, 1, 0])
  }

  @Test func aVeryLongRunTakesNoLongerThanItIs() {
    let signs = Array(repeating: 1, count: 200_000)
    #expect(marks(ofRuns: signs, atLeast: 7, points: signs.count) == signs)
  }

  @Test func twoTrendsThatMeetInAPointGiveItToTheSecond() {
    let steps = Array(repeating: 1, count: 6) + Array(repeating: -1, count: 6)
    let found = marks(ofRuns: steps, atLeast: 6, points: 13)
    #expect(found == Array(repeating: 1, count: 6) + Array(repeating: -1, count: 7))
  }

  @Test(arguments: [
    (true, Measure.Direction.higher, SpecialCauseMeaning.improvement), (true, .lower, .concern),
    (true, .neither, .high), (false, .higher, .concern), (false, .lower, .improvement),
    (false, .neither, .low),
  ])
  func meansWhatTheMeasureSays(isHigh: Bool, better: Measure.Direction, meaning: SpecialCauseMeaning) {
    #expect(SpecialCause(rule: .shift, isHigh: isHigh).meaning(better) == meaning)
  }
}
