import PackhorseCore
import PackhorseTestSupport
import Testing

@testable import PackhorseRendering

/// What those who refer are told: good news first, nothing left out, nobody named.
@Suite struct DigestFiguresTests {
  private let network = Area(level: .pcn, code: "N1", name: "Long Valley")

  private func figures(
    _ points: [PublishedPoint], _ direction: Measure.Direction = .higher, others: [PublishedSeries] = [],
    network: PublishedEvidence? = nil, isCompared: Bool = true
  ) -> DigestFigures {
    var measure = demoMeasure()
    (measure.direction, measure.isCompared) = (direction, isCompared)
    let own = series(points, measure)
    var evidence = PublishedEvidence(series: [own], others: others)
    for area in [own.area] + others.map(\.area) { evidence.regions[area] = self.network }
    return DigestFigures(own: evidence, network: network, text: EvidenceText(catalogue))
  }

  private func texts(_ figures: DigestFigures, _ part: DigestFigures.Part) -> [String] {
    figures.items(of: part).map { plain($0.sentences) }
  }

  private func other(_ number: Int, _ numerator: Int) -> PublishedSeries {
    var series = series([rounded("2025", numerator, of: 100)])
    series.area = Area(level: .practice, code: "DEMO1\(number)", name: "Practice \(number)")
    return series
  }

  private static let rise = [rounded("2024", 100, of: 400), rounded("2025", 300, of: 400)]
  private static let fall = Array([rounded("2024", 300, of: 400), rounded("2025", 100, of: 400)])

  @Test(arguments: [
    (rise, Measure.Direction.higher, DigestFigures.Part.better), (fall, .higher, .worse),
    (fall, .lower, .better),
    (rise, .lower, .worse), (rise, .neither, .level),
    ([rounded("2024", 45, of: 100), rounded("2025", 55, of: 100)], .higher, .level),
    ([rounded("2025", 55, of: 100)], .higher, .level),
  ])
  func saysBetterOrWorseOnlyWhereIntervalsDoNotMeet(
    points: [PublishedPoint], direction: Measure.Direction, part: DigestFigures.Part
  ) {
    let figures = figures(points, direction)
    for other in DigestFigures.Part.allCases {
      #expect(figures.items(of: other).count == (other == part ? 1 : 0))
    }
    #expect(figures.items(of: part).first?.caveat == demoMeasure().caveats.first)
  }

  @Test func ofFewPeopleNothingIsCalledBetter() {
    let few = [rounded("2024", 10, of: 400), exact("2025", 20, of: 20)]
    #expect(figures(few).items(of: .better).isEmpty && figures(few).items(of: .level).count == 1)
  }

  /// A change without what would have changed anyway says nothing, and counts of periods that differ mislead.
  @Test(arguments: [Measure.Kind.meanChange, .count])
  func holdsOnlySharesAndRatesAgainstOthers(kind: Measure.Kind) {
    func point(_ period: String, _ value: Double) -> PublishedPoint {
      var change = PublishedChange(pairs: .rounded(80))
      change.mean = Estimate(
        value: value, lower95: value - 0.1, upper95: value + 0.1, lower998: value - 0.2, upper998: value + 0.2
      )
      var point = missing(period)
      point.figure = kind == .count ? .count(.rounded(Int(value) * 10)) : .change(change)
      return point
    }
    func said(_ code: String) -> PublishedSeries {
      var measure = demoMeasure()
      (measure.kind, measure.direction) = (kind, .higher)
      var series = series([point("2024", 1), point("2025", 5)], measure)
      series.area = Area(level: .practice, code: code, name: code)
      return series
    }
    var evidence = PublishedEvidence(series: [said("DEMO01")], others: (2...8).map { said("DEMO0\($0)") })
    for area in (evidence.series + evidence.others).map(\.area) { evidence.regions[area] = network }
    let digest = DigestFigures(own: evidence, network: nil, text: EvidenceText(catalogue))
    let text = texts(digest, .level).joined()
    #expect(!text.isEmpty && !text.contains("it was") && !text.contains("lies between"))
  }

  @Test func saysWhatItWasBefore() {
    #expect(texts(figures(Self.rise), .better).first?.contains("In 2024 it was 25%.") == true)
  }

  @Test func givesTheRangeOfFivePracticesAndNamesNone() {
    let points = [rounded("2025", 55, of: 100)]
    let few = texts(figures(points, others: (1...3).map { other($0, 30 + 10 * $0) }), .level).joined()
    #expect(!few.contains("lies between"))
    let said = texts(figures(points, others: (1...4).map { other($0, 30 + 10 * $0) }), .level).joined()
    #expect(
      said.contains(
        "In the 5 practices of Long Valley whose figure can be shown it lies between 40% and 70%."))
    #expect(!said.contains("Practice 1"))
    let apart = figures(points, others: (1...4).map { other($0, 30 + 10 * $0) }, isCompared: false)
    #expect(!texts(apart, .level).joined().contains("it lies between"))
  }

  @Test func showsTheNetworkWhereNothingOfThePracticeCanBeShown() {
    var networks = series([rounded("2025", 55, of: 100)])
    networks.area = network
    let shown = figures([withheld("2025")], network: PublishedEvidence(series: [networks]))
    #expect(shown.area == network && !shown.isEmpty)
    #expect(texts(shown, .level).first?.contains("About 55 of 100") == true)
    #expect(shown.items(of: .level).first?.sentences.source.contains("attended.N1.2025.value") == true)
  }

  @Test func isEmptyWhereNobodyHasAFigure() {
    #expect(figures([withheld("2025")]).isEmpty && figures([]).isEmpty)
  }
}
