import PackhorseCore

/// A series as a control chart; nil for fewer than 12 values, for flows, and without any limits.
///
/// p′ for shares, u′ for rates and XmR for counts and means, all from published figures. A part of a period cannot be held
/// against whole ones where it is counted and not shared out, so it is a gap.
func controlChart(of measure: Measure, _ points: [PublishedPoint]) -> PublishedControlChart? {
  let values = points.map { $0.controlled }
  guard measure.kind != .flow, values.count(where: { $0 != nil }) >= PublishedControlChart.fewestValues
  else { return nil }
  let rebases = columns(of: measure.rebases, in: points)
  let (kind, made) = chart(measure, points, rebases)
  guard let chart = made, chart.points.contains(where: { $0.limits != nil }) else { return nil }
  let scale = measure.kind == .rate ? Double(measure.per) : 1
  let charted = zip(chart.points, values).map { point, value in
    PublishedControlChart.Point(
      value: value,
      limits: point.limits.map {
        PublishedControlChart.Limits(
          centre: $0.centre * scale, lower: $0.lower * scale, upper: $0.upper * scale)
      },
      signal: point.specialCause.map {
        PublishedControlChart.Signal(rule: $0.rule, meaning: $0.meaning(measure.direction))
      })
  }
  let ends = charted.flatMap { [$0.value, $0.limits?.lower, $0.limits?.upper] }.compactMap(\.self)
  var published = PublishedControlChart(
    kind: kind, points: charted, events: columns(of: measure.events, in: points), rebases: rebases,
    isScreened: measure.screensMovingRanges, hasTrialLimits: chart.segments.contains(where: \.hasTrialLimits),
    axis: measure.kind == .proportion ? shareAxis(holding: ends) : chartAxis(holding: ends))
  published.assurance = measure.target.flatMap {
    chart.assurance(target: $0.value / scale, better: measure.direction)
  }
  return published
}

private func chart(
  _ measure: Measure, _ points: [PublishedPoint], _ rebases: [PublishedControlChart.Note]
) -> (PublishedControlChart.Kind, ControlChart?) {
  let rebases = rebases.compactMap { Rebase(at: $0.column, reason: $0.text) }
  let screening: MovingRangeScreening = measure.screensMovingRanges ? .outliers : .none
  switch measure.kind {
  case .proportion:
    return (.pPrime, countChart(.pPrime, points.map(\.counted), screening: screening, rebases: rebases))
  case .rate:
    return (.uPrime, countChart(.uPrime, points.map(\.counted), screening: screening, rebases: rebases))
  case .count, .meanChange, .flow:
    let readings = points.map { $0.controlled.map(Reading.value) ?? .missing }
    return (.xmr, xmrChart(readings, screening: screening, rebases: rebases))
  }
}

/// Where notes stand among the points, one for each point; those that have none are left out.
private func columns(of notes: [DatedNote], in points: [PublishedPoint]) -> [PublishedControlChart.Note] {
  var seen: Set<Int> = []
  return notes.compactMap { note in
    points.firstIndex { $0.period.overlaps(note.period.value) }.flatMap { column in
      seen.insert(column).inserted ? PublishedControlChart.Note(column: column, text: note.note) : nil
    }
  }
}

/// Events and rebases of which no point, or only the first, is about.
func misplacedNotes(_ measure: Measure, _ points: [PublishedPoint]) -> [Diagnostic] {
  guard let first = points.first else { return [] }
  let outside = (measure.events + measure.rebases).filter { note in
    !points.contains { $0.period.overlaps(note.period.value) }
  }
  let atStart = measure.rebases.filter { first.period.overlaps($0.period.value) }
  return outside.map { .periodOutsideSeries($0.period, measure.id) }
    + atStart.map { .rebaseAtStart($0.period, measure.id) }
}

extension PublishedPoint {
  /// What a control chart plots.
  fileprivate var controlled: Double? {
    switch figure {
    case .rate, .count: isPartial ? nil : figure.value
    case .proportion, .change: figure.value
    case .flow: nil
    }
  }

  fileprivate var counted: CountReading {
    guard controlled != nil, let events = figure.numerator.shown, let size = figure.denominator?.shown else {
      return .missing
    }
    return .counts(Double(events), of: Double(size))
  }
}

extension Diagnostic {
  fileprivate static func periodOutsideSeries(_ period: Located<Period>, _ measure: String) -> Diagnostic {
    Diagnostic(
      .warning, "period-outside-series", "'\(measure)' has no figure of \(period.value.code)",
      at: period.span,
      because: "What happened then cannot be shown on its chart.",
      suggestion: "name a period from the first to the last that has rows, or remove the line")
  }

  fileprivate static func rebaseAtStart(_ period: Located<Period>, _ measure: String) -> Diagnostic {
    Diagnostic(
      .error, "rebase-at-start", "The figures of '\(measure)' begin with \(period.value.code)",
      at: period.span,
      because: "New limits need figures before them.",
      suggestion: "name a later period, or remove the line")
  }
}
