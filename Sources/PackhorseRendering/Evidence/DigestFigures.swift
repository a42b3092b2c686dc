import PackhorseCore

/// The figures of a practice for those who refer, good news first: what became clearly better, what stayed about the same,
/// what became clearly worse.
///
/// Nothing is reckoned for it: every number is one that is published elsewhere.
struct DigestFigures: Sendable {
  enum Part: Sendable, CaseIterable {
    case better, level, worse
  }

  private struct Entry: Sendable {
    var series: PublishedSeries
    var latest: PublishedPoint

    /// The last figure before the latest.
    var previous: PublishedPoint? {
      series.points.last { $0.period < latest.period && $0.figure.value != nil }
    }
  }

  /// Whose figures they are where none of the practice's own can be shown: its network's.
  let area: Area?
  private let entries: [Entry]
  private let evidence: PublishedEvidence
  private let text: EvidenceText

  /// `own` are the figures of the practice, `network` those of its network.
  init(own: PublishedEvidence, network: PublishedEvidence?, text: EvidenceText) {
    func shown(_ evidence: PublishedEvidence) -> [Entry] {
      evidence.series.compactMap { series in series.latest.map { Entry(series: series, latest: $0) } }
    }
    self.text = text
    let ownEntries = shown(own)
    if ownEntries.isEmpty, let network, let area = network.series.first?.area, !shown(network).isEmpty {
      (entries, evidence, self.area) = (shown(network), network, area)
    } else {
      (entries, evidence, area) = (ownEntries, own, nil)
    }
  }

  var isEmpty: Bool { entries.isEmpty }

  /// The last month that any of its figures covers; nil where there are none.
  var lastMonth: Period? {
    entries.map(\.latest.lastMonth).max().map { month in
      Period(length: .month, year: month / 12, part: month % 12 + 1)
    }
  }

  /// What is said of each measure of one part, and the first of its caveats.
  ///
  /// A share or a rate stands beside the one before it and the range of practices. A mean change does not: without what
  /// would have changed anyway it says nothing. Nor do counts, whose periods and practices differ in size.
  func items(of part: Part) -> [(sentences: HTML, caveat: String?)] {
    entries.filter { self.part($0) == part }.map { entry in
      var writer = ByteWriter(capacity: 512)
      writer.write(FigureSentence(values(entry.series, entry.latest)).html)
      if entry.series.measure.kind == .proportion || entry.series.measure.kind == .rate {
        for more in [before(entry), range(entry)].compactMap(\.self) {
          writer.write(" ")
          writer.write(more)
        }
      }
      return (writer.html, entry.series.measure.caveats.first)
    }
  }

  /// Better or worse only where the 95% intervals of the two latest values do not meet and it is known which way is better.
  private func part(_ entry: Entry) -> Part {
    let measure = entry.series.measure
    guard measure.kind != .meanChange, let previous = entry.previous else { return .level }
    return switch (entry.latest.comparison(with: previous), measure.direction) {
    case (.higher, .higher), (.lower, .lower): .better
    case (.higher, .lower), (.lower, .higher): .worse
    default: .level
    }
  }

  private func before(_ entry: Entry) -> HTML? {
    guard let previous = entry.previous, let value = values(entry.series, previous).value else { return nil }
    return text.form("digest.before", ["period": HTML(text: text.coveredPeriod(previous)), "value": value])
  }

  /// From the lowest to the highest of the practices of the region, with no practice named.
  private func range(_ entry: Entry) -> HTML? {
    let region = evidence.region(of: entry.series.area)
    guard region.level != .practice, entry.series.measure.isCompared else { return nil }
    let practices = (evidence.others(than: entry.series) + [entry.series]).filter {
      $0.area.level == .practice && evidence.region(of: $0.area) == region
    }
    let points = practices.compactMap { practice in
      practice.points.first { $0.period == entry.latest.period && $0.figure.value != nil }
        .map { (practice, $0) }
    }
    let ordered = points.sorted { ($0.1.figure.value ?? 0) < ($1.1.figure.value ?? 0) }
    guard ordered.count >= DigestFigures.fewestPractices, let lowest = ordered.first,
      let highest = ordered.last,
      let low = values(lowest.0, lowest.1).value, let high = values(highest.0, highest.1).value
    else { return nil }
    return text.form(
      "digest.range",
      [
        "count": valueSpan(
          valueID(entry.series.measure.id, region.code, text.code(entry.latest.period), "practices_shown"),
          text.number(ordered.count)),
        "area": HTML(text: region.name), "lowest": low, "highest": high,
      ])
  }

  /// A range of fewer would tell of single practices.
  private static let fewestPractices = 5

  private func values(_ series: PublishedSeries, _ point: PublishedPoint) -> FigureValues {
    FigureValues(series, point, text)
  }
}
