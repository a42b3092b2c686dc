/// A measure, defined once in `content/data/measures.yml`; its definition card is printed wherever it is used.
package struct Measure: Sendable, Hashable {
  package enum Kind: String, Sendable, CaseIterable {
    case proportion
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
  package var licence = ""
  package var author = ""
  package var nextReview: CalendarDate?
  /// The length of the periods that are published for each level.
  package var publishBy: [AreaLevel: Period.Length] = [:]

  package init(id: String) {
    self.id = id
  }

  /// The published period length: the measure's own, or a year for a practice and a quarter for an area.
  package func periodLength(for level: AreaLevel) -> Period.Length {
    publishBy[level] ?? (level == .practice ? .year : .quarter)
  }
}
