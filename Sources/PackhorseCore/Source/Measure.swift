/// A measure, defined once in `content/data/measures.yml`; its definition card is printed wherever it is used.
package struct Measure: Sendable, Hashable {
  package enum Kind: String, Sendable, CaseIterable {
    /// People who did something, of those who could have.
    case proportion
    /// Events for so many people on the practice's list.
    case rate
    /// The mean of after − before, of people with both scores.
    case meanChange = "mean-change"
    case count
    /// How many people came how far.
    case flow
  }

  /// Which way is better.
  package enum Direction: String, Sendable, CaseIterable {
    case higher, lower, neither
  }

  package var id: String
  package var title = ""
  package var kind = Kind.proportion
  /// Who is counted below the line: "people referred".
  package var denominator = ""
  /// What they did, so that "45 of 110 people referred took up an activity" reads: "took up an activity".
  package var numerator = ""
  package var direction = Direction.neither
  /// Why anybody would want to know.
  package var why = ""
  package var source = ""
  package var caveats: [String] = []
  /// A change that matters, with where that comes from; nil where none is known.
  package var importantChange: String?
  /// The same in points of the scale, for a mean change.
  package var importantPoints: Int?
  /// A rate is given for so many people on the list.
  package var per = 1_000
  /// The lowest and highest score of the scale.
  package var scores: ClosedRange<Int>?
  /// What people in general score, with the source: for what changes without any effect.
  package var populationMean: SourcedNumber?
  package var populationSD: SourcedNumber?
  package var retestCorrelation: SourcedNumber?
  /// The columns of a file of records that hold the scores.
  package var beforeColumn: String?
  package var afterColumn: String?
  /// The statuses of a flow, in order.
  package var statuses: [Status] = []
  /// The statuses of the records that the numerator counts; none for all records.
  package var countedStatuses: [String] = []
  package var licence = ""
  package var author = ""
  package var nextReview: CalendarDate?
  /// What happened when: shown on a control chart, and no number depends on it.
  package var events: [DatedNote] = []
  /// From when on limits of a control chart are made anew, and why.
  package var rebases: [DatedNote] = []
  /// Moving ranges far above their mean are left out of the limits of a control chart.
  package var screensMovingRanges = false
  /// What a control chart's limits are held against: a share between 0 and 1, a rate or a count.
  package var target: SourcedNumber?
  /// Whether practices and areas are shown beside one another.
  package var isCompared = true
  /// The length of the periods that are published for each level.
  package var publishBy: [AreaLevel: Period.Length] = [:]

  /// A word of the data for how far somebody came, and how a page says it.
  package struct Status: Sendable, Hashable {
    package var word: String
    package var title: String

    package init(word: String, title: String) {
      self.word = word
      self.title = title
    }
  }

  package init(id: String) {
    self.id = id
  }

  /// The published period length: the measure's own, or a year for a practice and a quarter for an area.
  package func periodLength(for level: AreaLevel) -> Period.Length {
    publishBy[level] ?? (level == .practice ? .year : .quarter)
  }
}

/// Words about a period.
package struct DatedNote: Sendable, Hashable {
  package var period: Located<Period>
  package var note: String

  package init(period: Located<Period>, note: String) {
    self.period = period
    self.note = note
  }
}

/// A number with where it comes from.
package struct SourcedNumber: Sendable, Hashable {
  package var value: Double
  package var source: String

  package init(value: Double, source: String) {
    self.value = value
    self.source = source
  }
}
