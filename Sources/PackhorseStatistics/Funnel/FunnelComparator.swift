/// What the units of a funnel are held against.
package enum FunnelComparator: Equatable, Sendable {
  /// A value that is taken as known without error.
  case target(Double)
  /// Units together, Σevents/Σsize: their value is itself uncertain.
  ///
  /// With aⱼ the share of unit j in the whole size N, its variance on the funnel's scale is s²(N) + τ²Σaⱼ². That is right
  /// for a unit outside the comparator; for one inside it is on the safe side, because a unit is nearer to a mean that
  /// it is a part of.
  case group([FunnelUnit])

  /// The proportion, rate or ratio that it stands for; not-a-number for an empty group.
  package var value: Double {
    switch self {
    case .target(let value): value
    case .group(let units): units.reduce(0) { $0 + $1.events } / size(units)
    }
  }

  /// Its variance on a scale where the sampling variance of a size is given.
  func variance(betweenUnits: Double, sampling: (_ size: Double) -> Double) -> Double {
    guard case .group(let units) = self else { return 0 }
    let whole = size(units)
    let concentration = units.reduce(0) { $0 + ($1.size / whole) * ($1.size / whole) }
    return sampling(whole) + betweenUnits * concentration
  }

  private func size(_ units: [FunnelUnit]) -> Double { units.reduce(0) { $0 + $1.size } }
}
