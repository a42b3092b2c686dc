/// Practices of one period about what they have together: no order, no rank.
///
/// Made from published figures only.
package struct PublishedFunnel: Sendable, Hashable {
  package struct Unit: Sendable, Hashable {
    package var area: Area
    /// The people counted, or on the list.
    package var size: Double
    /// A share, or a rate for `Measure.per` people.
    package var value: Double
    package var position: FunnelPosition

    package init(area: Area, size: Double, value: Double, position: FunnelPosition) {
      (self.area, self.size, self.value, self.position) = (area, size, value, position)
    }
  }

  /// The limits for practices of one size.
  package struct Limits: Sendable, Hashable {
    package var size: Double
    package var at95: ClosedRange<Double>
    package var at998: ClosedRange<Double>

    package init(size: Double, at95: ClosedRange<Double>, at998: ClosedRange<Double>) {
      (self.size, self.at95, self.at998) = (size, at95, at998)
    }
  }

  package var period: Period
  package var units: [Unit]
  /// Practices of which the figure is withheld, not available, or of a part of the period.
  package var absent: Int
  /// What all units have together.
  package var centre: Double
  /// Limits for sizes across the chart, in order.
  package var limits: [Limits]
  /// Whether practices differ by more than chance, which the limits allow for.
  package var isOverdispersed: Bool
  package var sizeAxis: [Double]
  package var valueAxis: [Double]

  package init(
    period: Period, units: [Unit], absent: Int, centre: Double, limits: [Limits], isOverdispersed: Bool,
    sizeAxis: [Double], valueAxis: [Double]
  ) {
    (self.period, self.units, self.absent, self.centre) = (period, units, absent, centre)
    (self.limits, self.isOverdispersed) = (limits, isOverdispersed)
    (self.sizeAxis, self.valueAxis) = (sizeAxis, valueAxis)
  }

  /// Practices with a figure that a funnel needs at least.
  package static let fewestUnits = 5
}

/// Where a unit lies in a funnel plot; there is no rank.
package enum FunnelPosition: String, Sendable, Hashable, CaseIterable {
  /// Below the 99.8% limit, or between it and the 95% limit.
  case below998 = "below-998"
  case below95 = "below-95"
  /// Within what chance, and the spread allowed for, explain.
  case within
  /// Between the 95% limit and the 99.8% limit, or above it.
  case above95 = "above-95"
  case above998 = "above-998"
}
