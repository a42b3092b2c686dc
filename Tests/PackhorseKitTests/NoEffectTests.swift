import Foundation
import PackhorseCore
import PackhorseRendering
import PackhorseStatistics
import PackhorseTestSupport
import Testing

/// Groups of people for whom nothing was done, referred when their score was low: most of them score higher the second time.
@Suite struct NoEffectTests {
  /// One group's scores of 0 to 10, with mean 7, deviation 2 and correlation 0.6, of people below 5 at first.
  private func group(_ numbers: inout Seeded, people: Int) -> ChangeSummary {
    var change = ChangeSummary()
    change.people = people * 2
    change.before = people
    change.pairs = people
    change.sumBefore = 0
    change.reached = 0
    add(people, to: &change, &numbers)
    return change
  }

  private func add(_ people: Int, to change: inout ChangeSummary, _ numbers: inout Seeded) {
    var counted = 0
    while counted < people {
      let first = normal(&numbers)
      let second = 0.6 * first + 0.8 * normal(&numbers)
      let (before, after) = (score(first), score(second))
      guard before < 5 else { continue }
      counted += 1
      change.sum += after - before
      change.sumOfSquares += (after - before) * (after - before)
      change.sumBefore = (change.sumBefore ?? 0) + before
      if after - before >= 2 { change.reached = (change.reached ?? 0) + 1 }
    }
  }

  private func score(_ deviate: Double) -> Double { min(10, max(0, (7 + 2 * deviate).rounded())) }

  private func normal(_ numbers: inout Seeded) -> Double {
    let radius = (-2 * log(Double.random(in: Double.leastNonzeroMagnitude..<1, using: &numbers))).squareRoot()
    return radius * cos(2 * .pi * Double.random(in: 0..<1, using: &numbers))
  }

  private func measure(isKnown: Bool) -> Measure {
    var measure = Measure(id: "satisfaction")
    measure.title = "Life satisfaction"
    measure.kind = .meanChange
    measure.direction = .higher
    measure.denominator = "people referred"
    measure.scores = 0...10
    measure.importantPoints = 2
    measure.publishBy = [.practice: .year]
    guard isKnown else { return measure }
    measure.populationMean = SourcedNumber(value: 7, source: "s")
    measure.populationSD = SourcedNumber(value: 2, source: "s")
    measure.retestCorrelation = SourcedNumber(value: 0.6, source: "s")
    return measure
  }

  private func series(_ change: ChangeSummary, _ measure: Measure) throws -> PublishedSeries {
    var publication = Publication()
    let code = Located("DEMO01", at: .file("content/site.yml"))
    publication.settings.practices = .one(code)
    publication.practice.code = "DEMO01"
    let row = Observation(
      practice: code, period: Period(length: .year, year: 2025), measure: Located(measure.id, at: code.span),
      value: .change(change))
    let site = ResolvedSite(publication: publication, measures: [measure], observations: [row])
    return try #require(compute(site).value.evidence.series.first)
  }

  @Test(arguments: [true, false])
  func everySentenceAboutAGroupWithoutAnyEffectCarriesTheCaveat(isKnown: Bool) throws {
    let measure = measure(isKnown: isKnown)
    var claims = 0
    for seed in 1...1_000 {
      var numbers = Seeded(seed: UInt64(seed))
      let people = [12, 30, 60, 150][seed % 4]
      let series = try series(group(&numbers, people: people), measure)
      let said = text(sentence(series, words: catalogue))
      let title = text(finding(series, words: catalogue))
      if said.contains("points higher") { claims += 1 }
      #expect(said.contains("People are referred when they are at their worst"), "\(said)")
      #expect(
        title.contains("no clear change") || title.contains("with no effect")
          || title.contains("without any effect"), "\(title)")
      if said.contains("changed for the better") {
        #expect(said.contains("would have done so without any effect"))
      }
      if people < 30, said.contains("points higher") { #expect(said.contains("too few to be sure")) }
    }
    // Without the caveat nearly every one of them would read as a success.
    #expect(claims > 800, "\(claims)")
  }

  /// The change that a page says to expect of no effect is what no effect does.
  @Test func whatIsExpectedIsWhatComes() throws {
    var held = 0
    for seed in 1...400 {
      var numbers = Seeded(seed: UInt64(seed))
      let point = try #require(
        try series(group(&numbers, people: 150), measure(isKnown: true)).points.first)
      guard case .change(let change) = point.figure, let expected = change.expected, let mean = change.mean
      else { continue }
      if mean.lower95 <= expected.upperBound, mean.upper95 >= expected.lowerBound { held += 1 }
    }
    #expect(held >= 390, "\(held) of 400")
  }

  private func text(_ html: HTML) -> String { html.source.replacing(/<[^>]*>/, with: "") }
}
