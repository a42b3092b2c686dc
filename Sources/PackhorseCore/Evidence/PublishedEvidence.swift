/// The figures a site may print.
///
/// Every percentage, interval, chart, sentence and file is a function of these values.
package struct PublishedEvidence: Sendable {
  /// What pages speak of, a practice or an area: a series for each measure.
  package var series: [PublishedSeries]
  /// The same measures in other practices and areas.
  package var others: [PublishedSeries]
  /// The largest area that each practice or area is a part of: beside these it is shown, not beside a whole nation.
  ///
  /// Practices that are part of none have one of them for their region.
  package var regions: [Area: Area] = [:]
  /// What each practice or area is a part of, the oldest first; nothing for what never was part of another.
  package private(set) var placings: [Area: [Placing<Area>]] = [:]
  /// Practices that moved, by month, then by practice: every chart asks for them, and a nation has thousands of placings.
  package private(set) var moves: [Move] = []
  /// The values at which a chart of all areas is marked, by measure.
  package var commonAxes: [String: [Double]] = [:]
  /// Practices about what they have together, by region and measure.
  package var funnels: [Area: [String: PublishedFunnel]] = [:]
  /// The practices of each network and board.
  package var members: [Area: Members] = [:]
  /// How many figures that were published before were taken into account.
  package var earlierFigures = 0
  /// True where another build made the figures safe.
  package var isReadBack = false
  /// True where counts are exact, for one practice's own eyes.
  package var isExact: Bool

  package init(series: [PublishedSeries] = [], others: [PublishedSeries] = [], isExact: Bool = false) {
    self.series = series
    self.others = others
    self.isExact = isExact
  }

  /// Sets what each practice or area is a part of, the oldest first.
  package mutating func place(_ placings: [Area: [Placing<Area>]]) {
    self.placings = placings
    moves = Move.all(in: placings)
  }

  /// The same measure in other practices and areas.
  package func others(than series: PublishedSeries) -> [PublishedSeries] {
    others.filter { $0.measure.id == series.measure.id && $0.area != series.area }
  }

  /// The practices of the region of a series about what they have together.
  package func funnel(around series: PublishedSeries) -> PublishedFunnel? {
    funnels[region(of: series.area)]?[series.measure.id]
  }

  /// The series of what pages speak of, then the others.
  package var all: FlattenSequence<[[PublishedSeries]]> { [series, others].joined() }

  package func region(of area: Area) -> Area { regions[area] ?? area }

  package func series(for measure: String) -> PublishedSeries? {
    series.first { $0.measure.id == measure }
  }

  /// Whether anything is measured, here or elsewhere.
  package var hasSeries: Bool { !series.isEmpty || !others.isEmpty }

  /// Whether anything is counted yet of what is measured.
  package var hasFigures: Bool { all.contains { !$0.points.isEmpty } }

  /// The areas of a level whose figures are published, by code.
  package func areas(at level: AreaLevel) -> [Area] {
    Set(all.lazy.map(\.area).filter { $0.level == level }).sorted()
  }

  /// The same figures for pages about each practice or area.
  ///
  /// A practice or network stands beside what is in its region, a region beside the others as well.
  package func views() -> [Area: PublishedEvidence] {
    let byRegion = Dictionary(grouping: all) { region(of: $0.area) }
    let ofRegions = all.filter { region(of: $0.area) == $0.area }
    return Dictionary(grouping: all, by: \.area).mapValues { series in
      var evidence = self
      evidence.series = series
      let area = series[0].area
      let region = region(of: area)
      let inside = byRegion[region] ?? []
      evidence.others = region == area ? inside + ofRegions.filter { $0.area != area } : inside
      return evidence
    }
  }
}

/// One measure for one area, over its published periods in order.
package struct PublishedSeries: Sendable {
  /// One of many series has its measure in common with the others.
  package private(set) var sharedMeasure: SharedMeasure
  package var area: Area
  package var points: [PublishedPoint]
  /// The values at which a chart's axis is marked, in order, 0 among them; shares between 0 and 1.
  package var axis: [Double]
  /// Nil for fewer than 12 values, and of flows.
  package var control: PublishedControlChart?
  /// Of the last five years; nil where they have no five figures, and of other lengths of period.
  package var trend: PublishedTrend?

  package init(
    measure: SharedMeasure, area: Area, points: [PublishedPoint], axis: [Double],
    control: PublishedControlChart? = nil
  ) {
    self.control = control
    sharedMeasure = measure
    self.area = area
    self.points = points
    self.axis = axis
  }

  package init(
    measure: Measure, area: Area, points: [PublishedPoint], axis: [Double],
    control: PublishedControlChart? = nil
  ) {
    self.init(
      measure: SharedMeasure(measure), area: area, points: points, axis: axis, control: control)
  }

  package var measure: Measure {
    // A copy would hold every text of the measure once more.
    _read { yield sharedMeasure.measure }
    set { sharedMeasure = SharedMeasure(newValue) }
  }

  /// The latest point that has a value.
  package var latest: PublishedPoint? { points.last { $0.figure.value != nil } }
}

/// A measure that many series hold, each without a copy of its own.
package final class SharedMeasure: Sendable {
  package let measure: Measure

  package init(_ measure: Measure) { self.measure = measure }
}

/// Whether the figures of the last five years go up or down more than chance makes them.
package enum PublishedTrend: String, Sendable, Hashable {
  case higher, lower, unclear
}

/// The figure of one period.
package struct PublishedPoint: Sendable, Hashable {
  package var figure: PublishedFigure
  // Two bytes, and what is small after what is large: a nation has hundreds of thousands of points.
  private var storedMonths: UInt16
  package var period: Period
  /// Of a network or board: how many of its practices have rows, and how many it has.
  ///
  /// Nil for a practice.
  package var practices: PracticesCounted?

  package init(
    period: Period, figure: PublishedFigure, months: Int, practices: PracticesCounted? = nil
  ) {
    self.practices = practices
    self.period = period
    self.figure = figure
    storedMonths = UInt16(truncatingIfNeeded: months)
  }

  /// A bit for each month of the period that the data cover, the first lowest.
  package var months: Int {
    get { Int(storedMonths) }
    set { storedMonths = UInt16(truncatingIfNeeded: newValue) }
  }

  /// How many months the data cover; fewer than the period has makes it a part period.
  package var monthsCovered: Int { months.nonzeroBitCount }

  package var isPartial: Bool { monthsCovered < period.months }
}

/// How many practices of an area have rows of a period.
package struct PracticesCounted: Sendable, Hashable {
  private var storedCounted: Int32
  private var storedAll: Int32

  package init(counted: Int, all: Int) {
    storedCounted = Int32(clamping: counted)
    storedAll = Int32(clamping: all)
  }

  package var counted: Int {
    get { Int(storedCounted) }
    set { storedCounted = Int32(clamping: newValue) }
  }

  package var all: Int {
    get { Int(storedAll) }
    set { storedAll = Int32(clamping: newValue) }
  }
}

/// A share between 0 and 1, a rate or a mean with its confidence intervals at 95% and 99.8%.
package struct Estimate: Sendable, Hashable {
  package var value: Double
  package var lower95: Double
  package var upper95: Double
  package var lower998: Double
  package var upper998: Double

  package init(value: Double, lower95: Double, upper95: Double, lower998: Double, upper998: Double) {
    self.value = value
    self.lower95 = lower95
    self.upper95 = upper95
    self.lower998 = lower998
    self.upper998 = upper998
  }
}

/// The publication with its published figures: what rendering sees.
package struct EvidencedSite: Sendable {
  package var publication: Publication
  package var evidence: PublishedEvidence

  package init(publication: Publication, evidence: PublishedEvidence) {
    self.publication = publication
    self.evidence = evidence
  }
}
