import PackhorseCore

/// The rows that a file of published figures has of one measure, area and period.
struct PublishedRows {
  private let rows: [PublishedStatistic: PublishedRow]
  private let first: PublishedRow
  private let measure: Measure
  private let period: Period
  private let level: AreaLevel

  /// `rows` holds at least one.
  init(_ rows: [PublishedRow], of measure: Measure, in period: Period, at level: AreaLevel) {
    first = rows[0]
    self.rows = Dictionary(rows.map { ($0.key.statistic, $0) }) { first, _ in first }
    self.measure = measure
    self.period = period
    self.level = level
  }

  /// The figure that the rows tell; nil where they are not of the measure's kind.
  func figure(_ control: DisclosureControl) -> PublishedFigure? {
    let row = rows[.figure(measure.kind)]
    switch measure.kind {
    case .proportion:
      return row.map { row in
        let (numerator, denominator) = (row.numerator ?? .notAvailable, row.denominator ?? .notAvailable)
        return .proportion(
          numerator: numerator, denominator: denominator,
          share: control.estimate(numerator, of: denominator))
      }
    case .rate:
      return row.map { row in
        let (events, list) = (row.numerator ?? .notAvailable, row.denominator?.shown)
        return .rate(
          events: events, listSize: list,
          rate: list.flatMap { control.rate(events, of: $0, per: measure.per) })
      }
    case .count: return row.map { .count($0.numerator ?? .notAvailable) }
    case .flow: return flow(control)
    case .meanChange: return row.map { .change(change($0, control)) }
    }
  }

  private func flow(_ control: DisclosureControl) -> PublishedFigure? {
    let statuses = measure.statuses.compactMap { rows[.status($0.word)] }
    guard statuses.count == measure.statuses.count, let people = statuses.first?.denominator else {
      return nil
    }
    return .flow(
      people: people,
      statuses: statuses.map { row in
        let told = row.numerator ?? .notAvailable
        return PublishedStatus(people: told, share: control.estimate(told, of: people))
      })
  }

  private func change(_ row: PublishedRow, _ control: DisclosureControl) -> PublishedChange {
    let both = rows[.bothScores]
    let n = row.n ?? .notAvailable
    var change = PublishedChange(pairs: both?.numerator ?? (row.note.isOfPractices ? .notAvailable : n))
    change.people = both?.denominator
    change.fewestForMean = control.fewestForMean
    change.meanBefore = rows[.meanBefore]?.value
    if let mean = row.value, let deviation = row.deviation {
      let told = ToldMean(
        pairs: n, mean: mean, deviation: deviation, before: change.meanBefore,
        isOfPractices: row.note.isOfPractices)
      change.mean = told.estimate(fewestForMean: control.fewestForMean)
      change.deviation = deviation
      change.pairsOfPractices = told.isOfPractices ? n : nil
    }
    change.expected = change.meanBefore.flatMap {
      measure.regressionToTheMean?.expectedChange(meanBefore: $0)
    }
    if let reached = rows[.importantChange]?.numerator {
      change.reached = reached
      change.shareReached = control.estimate(reached, of: change.pairs)
      change.boundsForTheMissing = control.bounds(reached, of: change.pairs, among: change.people, rest: nil)
    }
    return change
  }

  /// The point of the period; one of which nothing is known covers no month.
  func point(_ figure: PublishedFigure, practices: Int) -> PublishedPoint {
    let isKnown = figure != .notAvailable(measure)
    let covered = isKnown ? first.note.monthsCovered ?? period.months : 0
    let all = level == .practice || !isKnown ? nil : PracticesCounted(counted: practices, all: practices)
    return PublishedPoint(
      period: period, figure: figure, months: (1 << covered) - 1, practices: first.note.practices ?? all)
  }
}

extension PublishedRows {
  /// What stands against showing a figure: rows of another kind or length of period, or numbers that do not follow from
  /// the counts beside them.
  func faults(in figure: PublishedFigure?) -> [Diagnostic] {
    guard let figure else { return [.publishedDiffers(first, in: .kind)] }
    if period.length != measure.periodLength(for: level) {
      return [.publishedDiffers(first, in: .length)]
    }
    let follows = estimates(of: figure).allSatisfy { statistic, estimate in
      agrees(rows[statistic]?.intervals, estimate, within: statistic == .figure(.meanChange) ? 0.01 : 0.0001)
    }
    return follows ? [] : [.publishedDiffers(first, in: .interval)]
  }

  private func estimates(of figure: PublishedFigure) -> [(PublishedStatistic, Estimate?)] {
    switch figure {
    case .proportion, .rate: [(.figure(measure.kind), figure.estimate)]
    case .count: []
    case .flow(_, let statuses):
      zip(measure.statuses, statuses).map { (.status($0.word), $1.share) }
    case .change(let change):
      [(.figure(.meanChange), change.mean)]
        + (change.reached == nil ? [] : [(.importantChange, change.shareReached)])
    }
  }

  /// Printed numbers are as near as their last decimal.
  private func agrees(_ printed: Estimate?, _ worked: Estimate?, within unit: Double) -> Bool {
    guard let printed, let worked else { return printed == nil && worked == nil }
    let paths: [KeyPath<Estimate, Double>] = [\.value, \.lower95, \.upper95, \.lower998, \.upper998]
    return paths.allSatisfy { abs(printed[keyPath: $0] - worked[keyPath: $0]) <= unit * 0.501 }
  }
}

/// In what published figures differ from those that this site would publish.
private enum PublishedDifference {
  case kind, length, interval
}

extension Diagnostic {
  fileprivate static func publishedDiffers(
    _ row: PublishedRow, in difference: PublishedDifference
  ) -> Diagnostic {
    let what =
      switch difference {
      case .kind: "its statistics are not those of its measure"
      case .length: "its period is not as long as 'publish-by' says"
      case .interval: "its interval is not what its counts give"
      }
    return Diagnostic(
      .error, "published-figures-differ",
      "\(row.key.period.code) of measure '\(row.key.measure)' cannot be read back: \(what)", at: row.span,
      because: "What is read back is shown as it was published, and has to be what this site would publish.",
      suggestion: """
        define the measure in measures.yml, and set 'show-zero' and 'fewest-for-mean' in site.yml, as the site did that \
        published it
        """)
  }
}
