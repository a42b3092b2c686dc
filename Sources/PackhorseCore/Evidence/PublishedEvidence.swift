/// The figures a site may print.
///
/// Every percentage, interval, chart, sentence and file is a function of these values.
package struct PublishedEvidence: Sendable {
  /// The site's own practice: a series for each measure.
  package var series: [PublishedSeries]
  /// The same measures in other practices and in areas.
  package var others: [PublishedSeries]
  /// True where counts are exact, for one practice's own eyes.
  package var isExact: Bool

  package init(series: [PublishedSeries] = [], others: [PublishedSeries] = [], isExact: Bool = false) {
    self.series = series
    self.others = others
    self.isExact = isExact
  }

  package func series(for measure: String) -> PublishedSeries? {
    series.first { $0.measure.id == measure }
  }
}

/// One measure for one area, over its published periods in order.
package struct PublishedSeries: Sendable {
  package var measure: Measure
  package var area: Area
  package var points: [PublishedPoint]
  /// The values at which a chart's axis is marked, in order, 0 among them; shares between 0 and 1.
  package var axis: [Double]

  package init(
    measure: Measure, area: Area, points: [PublishedPoint], axis: [Double]
  ) {
    self.measure = measure
    self.area = area
    self.points = points
    self.axis = axis
  }

  /// The latest point that has a value.
  package var latest: PublishedPoint? { points.last { $0.figure.value != nil } }
}

/// The figure of one period.
package struct PublishedPoint: Sendable, Hashable {
  package var period: Period
  package var figure: PublishedFigure
  /// Months of the period that the data cover; fewer than `period.months` makes it a part period.
  package var monthsCovered: Int

  package init(period: Period, figure: PublishedFigure, monthsCovered: Int) {
    self.period = period
    self.figure = figure
    self.monthsCovered = monthsCovered
  }

  package var isPartial: Bool { monthsCovered < period.months }
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
