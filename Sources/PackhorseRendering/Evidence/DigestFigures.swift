import PackhorseCore

/// The figures of a practice for those who refer, good news first: what became clearly better, what stayed about the same,
/// what became clearly worse.
///
/// Nothing is reckoned for it: every number is one that is published elsewhere.
struct DigestFigures: Sendable {
  enum Part: String, Sendable, CaseIterable {
    case better, level, worse
  }

  /// Whose figures they are: the practice, or its network where none of the practice's own can be shown.
  let area: Area?
  private let series: [PublishedSeries]
  private let evidence: PublishedEvidence
  private let text: EvidenceText

  /// `own` are the figures of the practice, `network` those of its network.
  init(own: PublishedEvidence, network: PublishedEvidence?, words: Words) {
    let shown = { (evidence: PublishedEvidence) in evidence.series.filter { $0.latest != nil } }
    let ownSeries = shown(own)
    let networks = network.map(shown) ?? []
    let isOwn = !ownSeries.isEmpty || networks.isEmpty
    series = isOwn ? ownSeries : networks
    area = isOwn ? nil : networks.first?.area
    evidence = isOwn ? own : network ?? own
    text = EvidenceText(words)
  }

  var isEmpty: Bool { series.isEmpty }

  /// What is said of each measure of one part: the latest figure, the one before it, the range of practices, and the first
  /// of its caveats.
  func items(of part: Part) -> [(sentences: HTML, caveat: String?)] {
    series.filter { self.part($0) == part }.map { series in
      var writer = ByteWriter(capacity: 512)
      writer.write(FigureSentence(values(series, series.latest ?? series.points[0])).html)
      for more in [before(series), range(series)].compactMap(\.self) {
        writer.write(" ")
        writer.write(more)
      }
      return (writer.html, series.measure.caveats.first)
    }
  }

  /// Better or worse only where the 95% intervals of the two latest values do not meet and it is known which way is better.
  private func part(_ series: PublishedSeries) -> Part {
    guard let now = series.latest?.figure.estimate, let then = previous(series)?.figure.estimate,
      series.measure.kind != .meanChange
    else { return .level }
    let rose = now.lower95 > then.upper95
    let fell = now.upper95 < then.lower95
    switch series.measure.direction {
    case .higher: return rose ? .better : fell ? .worse : .level
    case .lower: return fell ? .better : rose ? .worse : .level
    case .neither: return .level
    }
  }

  private func previous(_ series: PublishedSeries) -> PublishedPoint? {
    series.points.filter { $0.figure.value != nil }.dropLast().last
  }

  private func before(_ series: PublishedSeries) -> HTML? {
    guard let point = previous(series), let value = values(series, point).value else { return nil }
    return text.form("digest.before", ["period": HTML(text: text.coveredPeriod(point)), "value": value])
  }

  /// From the lowest to the highest of the practices of the region, with no practice named.
  private func range(_ series: PublishedSeries) -> HTML? {
    let region = evidence.region(of: series.area)
    guard let period = series.latest?.period, region.level != .practice else { return nil }
    let practices = (evidence.others(than: series) + [series]).filter {
      $0.area.level == .practice && evidence.region(of: $0.area) == region
    }
    let points = practices.compactMap { practice in
      practice.points.first { $0.period == period && $0.figure.value != nil }.map { (practice, $0) }
    }
    let ordered = points.sorted { ($0.1.figure.value ?? 0) < ($1.1.figure.value ?? 0) }
    guard ordered.count >= DigestFigures.fewestPractices, let lowest = ordered.first,
      let highest = ordered.last,
      let low = values(lowest.0, lowest.1).value, let high = values(highest.0, highest.1).value
    else { return nil }
    return text.form(
      "digest.range",
      [
        "count": HTML(text: text.number(ordered.count)), "area": HTML(text: region.name), "lowest": low,
        "highest": high,
      ])
  }

  /// A range of fewer would tell of single practices.
  private static let fewestPractices = 5

  private func values(_ series: PublishedSeries, _ point: PublishedPoint) -> FigureValues {
    let isOwn = area == nil && series.area == self.series.first?.area
    return FigureValues(
      measure: series.measure, point: point, text: text, area: isOwn ? nil : series.area.code)
  }
}
