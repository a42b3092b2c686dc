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
      let deviates = normals(&numbers)
      for first in [deviates.0, deviates.1] where score(first) < 5 && counted < people {
        counted += 1
        let (before, after) = (score(first), score(0.6 * first + 0.8 * normals(&numbers).0))
        change.sum += after - before
        change.sumOfSquares += (after - before) * (after - before)
        change.sumBefore = (change.sumBefore ?? 0) + before
        if after - before >= 2 { change.reached = (change.reached ?? 0) + 1 }
      }
    }
  }

  private func score(_ deviate: Double) -> Double { min(10, max(0, (7 + 2 * deviate).rounded())) }

  /// Two that are independent, by the method of Box and Muller.
  private func normals(_ numbers: inout Seeded) -> (Double, Double) {
    // Above 0, so that it has a logarithm, and up to 1.
    func share() -> Double { Double(numbers.next() >> 11 + 1) * 0x1p-53 }
    let (radius, angle) = ((-2 * log(share())).squareRoot(), 2 * .pi * share())
    return (radius * cos(angle), radius * sin(angle))
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

  private func series(_ change: ChangeSummary, _ measure: Measure) async throws -> PublishedSeries {
    var publication = Publication()
    let code = Located("DEMO01", at: .file("content/site.yml"))
    publication.settings.practices = .one(code)
    publication.practice.code = "DEMO01"
    let row = Observation(
      practice: code, period: Period(length: .year, year: 2025), measure: Located(measure.id, at: code.span),
      value: .change(change))
    let site = ResolvedSite(publication: publication, measures: [measure], observations: [row])
    return try #require(await compute(site).value.evidence.series.first)
  }

  @Test(arguments: [true, false], 0..<10)
  func everySentenceAboutAGroupWithoutAnyEffectCarriesTheCaveat(isKnown: Bool, thousand: Int) async throws {
    let measure = measure(isKnown: isKnown)
    var claims = 0
    for seed in 1...1_000 {
      var numbers = Seeded(seed: UInt64(seed + 1_000 * (isKnown ? thousand : 10 + thousand)))
      let people = [12, 30, 60, 150][seed % 4]
      let series = try await series(group(&numbers, people: people), measure)
      let said = text(sentence(series, text: EvidenceText(catalogue)))
      let title = text(finding(series, text: EvidenceText(catalogue)))
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
  @Test func whatIsExpectedIsWhatComes() async throws {
    var held = 0
    for seed in 1...400 {
      var numbers = Seeded(seed: UInt64(seed))
      let point = try await #require(
        series(group(&numbers, people: 150), measure(isKnown: true)).points.first)
      guard case .change(let change) = point.figure, let expected = change.expected, let mean = change.mean
      else { continue }
      if mean.lower95 <= expected.upperBound, mean.upper95 >= expected.lowerBound { held += 1 }
    }
    #expect(held >= 390, "\(held) of 400")
  }

  /// Markup without its tags.
  private func text(_ html: HTML) -> String {
    let parts = html.source.utf8.split(separator: UInt8(ascii: "<"), omittingEmptySubsequences: false)
    let texts = parts.dropFirst().map { $0.drop { $0 != UInt8(ascii: ">") }.dropFirst() }
    return parts.prefix(1).map { String(Substring($0)) }.joined()
      + texts.map { String(Substring($0)) }.joined()
  }
}
