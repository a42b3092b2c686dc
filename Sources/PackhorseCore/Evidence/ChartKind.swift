/// The charts that `:::chart` can draw of a measure.
package enum ChartKind: String, Sendable, CaseIterable {
  /// Values over time with their intervals.
  case line
  /// A control chart: values over time against what the process gives by its own nature.
  case spc
  /// Practices about what they have together.
  case funnel
  /// The practice and other areas, side by side.
  case areas
  /// Mean changes with what no effect would do.
  case change
  /// How many people came how far.
  case flow

  /// The chart of a measure where nothing is said.
  package static func usual(of measure: Measure) -> ChartKind {
    switch measure.kind {
    case .proportion, .rate, .count: .line
    case .meanChange: .change
    case .flow: .flow
    }
  }

  /// Whether a measure can be drawn so.
  package func suits(_ measure: Measure) -> Bool {
    switch self {
    case .line, .spc: measure.kind != .flow
    case .areas: measure.kind != .flow && measure.isCompared
    case .funnel: (measure.kind == .proportion || measure.kind == .rate) && measure.isCompared
    case .change: measure.kind == .meanChange
    case .flow: measure.kind == .flow
    }
  }
}
