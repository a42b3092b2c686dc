import PackhorseCore

/// The practices of the latest period that enough of them have a figure for, about what they have together.
///
/// Of proportions and rates; limits allow for practices that differ by more than chance and for the comparator's own
/// uncertainty. Nil for fewer than 5 practices with a figure.
func funnelOfPractices(_ measure: Measure, _ series: [PublishedSeries]) -> PublishedFunnel? {
  guard ChartKind.funnel.suits(measure) else { return nil }
  let practices = series.filter { $0.area.level == .practice }
  let periods = Set(practices.flatMap { $0.points.map(\.period) }).sorted()
  for period in periods.reversed() {
    let figures = practices.compactMap { practice in
      practice.points.first { $0.period == period }.map { (area: practice.area, point: $0) }
    }
    let units = figures.filter { !$0.point.isPartial }.compactMap { area, point in
      unit(of: point.figure).map { Placed(area: area, unit: $0, extremes: extremes(of: point.figure)) }
    }
    guard units.count >= PublishedFunnel.fewestUnits else { continue }
    return published(measure, period, units, absent: figures.count - units.count)
  }
  return nil
}

/// A practice with what is plotted of it and, where its counts are sums, the least and the most that they may stand for.
private struct Placed {
  var area: Area
  var unit: FunnelUnit
  var extremes: [FunnelUnit]
}

/// The smallest part of the largest whole and the largest of the smallest; none for counts that are told by themselves.
private func extremes(of figure: PublishedFigure) -> [FunnelUnit] {
  guard case .summed(_, let events) = figure.numerator, let size = figure.denominator?.possible else {
    return []
  }
  return [(events.lowerBound, size.upperBound), (events.upperBound, size.lowerBound)].compactMap {
    events, size in
    FunnelUnit(events: Double(min(events, size)), size: Double(size))
  }
}

extension Funnel {
  /// Where a practice lies whatever its sums stand for: what rounding alone may have put outside lies within.
  fileprivate func position(of placed: Placed) -> FunnelPosition? {
    let positions = ([placed.unit] + placed.extremes).compactMap(position)
    let order = FunnelPosition.allCases
    let places = positions.compactMap(order.firstIndex)
    guard let lowest = places.min(), let highest = places.max(), let middle = order.firstIndex(of: .within)
    else { return nil }
    return order[lowest > middle ? lowest : highest < middle ? highest : middle]
  }
}

private func unit(of figure: PublishedFigure) -> FunnelUnit? {
  guard figure.estimate != nil, let events = figure.numerator.shown, let size = figure.denominator?.shown
  else { return nil }
  return FunnelUnit(events: Double(events), size: Double(size))
}

private func published(
  _ measure: Measure, _ period: Period, _ units: [Placed], absent: Int
) -> PublishedFunnel? {
  let all = units.map(\.unit)
  let kind: Funnel.Kind = measure.kind == .proportion ? .proportion : .rate
  guard let funnel = Funnel(kind, of: all, against: .group(all)) else { return nil }
  let scale = measure.kind == .rate ? Double(measure.per) : 1
  let sizeAxis = chartAxis(holding: all.map(\.size))
  let limits = limits(funnel, scale, to: sizeAxis.last ?? 1)
  let placed = units.compactMap { placed in
    funnel.position(of: placed).map { position in
      PublishedFunnel.Unit(
        area: placed.area, size: placed.unit.size, value: placed.unit.value * scale, position: position)
    }
  }
  // Limits of the smallest sizes reach far beyond every practice.
  let smallest = all.map(\.size).min() ?? 1
  let ends = limits.filter { $0.size >= smallest }.map(\.at998.upperBound) + placed.map(\.value)
  let axis = measure.kind == .proportion ? shareAxis(holding: ends) : chartAxis(holding: ends)
  return PublishedFunnel(
    period: period, units: placed, absent: absent, centre: funnel.centre * scale, limits: limits,
    isOverdispersed: (funnel.overdispersion?.betweenUnits ?? 0) > 0, sizeAxis: sizeAxis, valueAxis: axis)
}

/// Limits at sizes that lie closer together where the curves bend.
private func limits(_ funnel: Funnel, _ scale: Double, to largest: Double) -> [PublishedFunnel.Limits] {
  (1...40).compactMap { step in
    let size = largest * Double(step * step) / 1600
    guard let at95 = funnel.limits(at: size, .percent95), let at998 = funnel.limits(at: size, .percent998)
    else { return nil }
    func scaled(_ range: ClosedRange<Double>) -> ClosedRange<Double> {
      range.lowerBound * scale...range.upperBound * scale
    }
    return PublishedFunnel.Limits(size: size, at95: scaled(at95), at998: scaled(at998))
  }
}
