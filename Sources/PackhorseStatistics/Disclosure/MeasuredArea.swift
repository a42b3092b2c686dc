import PackhorseCore

/// People counted in one area and period: a whole, and what is told of its parts.
struct PeriodCounts: Sendable, Hashable {
  enum Order: Sendable, Hashable {
    /// Each part is within the one before it, the first within the whole: referred, followed up, better.
    case nested
    /// The parts have nobody in common and add up to the whole.
    case apart
  }

  var whole: Int
  var parts: [Int]
  var order = Order.nested
  /// A bit for each month of the period that the data cover.
  var months: Int
  /// Of a rate: for each month the people on the list then, added up; nil where they are not known of every month.
  var personMonths: Int?
  private var storedChange: StoredChange

  init(
    whole: Int, parts: [Int], order: Order = .nested, months: Int, personMonths: Int? = nil,
    change: ChangeSummary? = nil
  ) {
    (self.whole, self.parts, self.order) = (whole, parts, order)
    (self.months, self.personMonths, storedChange) = (months, personMonths, StoredChange(change))
  }

  /// Of a change: the scores of those with both, added up.
  var change: ChangeSummary? {
    get { if case .some(let change) = storedChange { change } else { nil } }
    set { storedChange = StoredChange(newValue) }
  }
}

/// A change in a place of its own: most counts have none, and are copied often.
private enum StoredChange: Sendable, Hashable {
  case none
  indirect case some(ChangeSummary)

  init(_ change: ChangeSummary?) { self = change.map(Self.some) ?? .none }
}

extension PeriodCounts {
  /// People by the last part that they belong to; those of none come first, where parts are nested.
  var steps: [Int] {
    switch order {
    case .nested:
      var steps: [Int] = []
      steps.reserveCapacity(parts.count + 1)
      var outer = whole
      for part in parts {
        steps.append(outer - part)
        outer = part
      }
      steps.append(outer)
      return steps
    case .apart: return parts.isEmpty ? [whole] : parts
    }
  }

  /// For each part the count that it is a part of.
  var wholes: [Int] {
    switch order {
    case .nested: [whole] + parts.dropLast()
    case .apart: parts.map { _ in whole }
    }
  }
}

/// One measure in one area: its exact counts by published period.
struct MeasuredArea: Sendable {
  let area: Area
  /// The indices of the areas that this one is a part of, among those that are published, the oldest first.
  let placings: [Placing<Int>]
  let counts: ByPeriod<PeriodCounts>
  /// Of a practice: the same as the data give them, by the period of each row.
  var rows: ByPeriod<PeriodCounts> = [:]
  /// What was published of it before.
  var released: [ReleasedFigure] = []
  /// Of a network or board: how many of its practices have rows, by published period.
  var practices: ByPeriod<PracticesCounted> = [:]
}

/// What may be told of a whole and its parts.
struct ToldCounts: Sendable, Hashable {
  var whole: PublishedCount
  var parts: [PublishedCount]
  /// For each part how many of its whole are not in it, where both are added up from cells; empty otherwise.
  var rests: [ClosedRange<Int>] = []

  /// Whether the whole or any part is withheld.
  var hasWithheld: Bool { whole == .withheld || parts.contains(.withheld) }
}

/// What may be told of a measure, by area.
typealias ToldAreas = [ByPeriod<ToldCounts>]

extension DisclosureControl {
  /// What may be told of every measure, area and period, so that nothing which is withheld can be worked out from the rest.
  ///
  /// All measures have the same areas in the same order. `shared` are counts of the same people; nothing asks for them
  /// where there is nothing to hide.
  func told(
    of measures: [[MeasuredArea]], jobs: Int, sharing shared: () -> [SharedPeople]
  ) async -> [ToldAreas] {
    if isSummed { return summed(measures) }
    var told = measures.map(toldAlone)
    guard !isExact, holdsSecrets(measures, told) else { return told }
    let shared = shared()
    for group in together(measures.count, shared) {
      var ofGroup = group.map { told[$0] }
      let shared = shared.compactMap { $0.within(group) }
      let tables = areaTables(group.map { measures[$0] }, ofGroup, shared)
      let safe = await concurrentMap(tables, jobs: jobs) {
        ProtectedTable($0.counts, protected, protection).table
      }
      for (table, safe) in zip(tables, safe) { table.read(safe, into: &ofGroup) }
      for (measure, areas) in zip(group, ofGroup) { told[measure] = areas }
    }
    return told
  }

  /// The areas and times that have nothing to do with one another, each as a table; those without anything to hide are
  /// left out.
  func areaTables(
    _ measures: [[MeasuredArea]], _ told: [ToldAreas], _ shared: [SharedPeople]
  ) -> [AreaTable] {
    let areas = measures.first ?? []
    let numbers = families(areas.map(\.placings))
    let families = Dictionary(grouping: areas.indices) { numbers[$0] }
    return families.sorted { areas[$0.key].area < areas[$1.key].area }.flatMap { _, family in
      // A year that was released ties its quarters together.
      let periods = measures.flatMap { areas in
        family.flatMap { areas[$0].counts.keys + areas[$0].released.map(\.period) }
      }
      return overlapping(Set(periods)).filter { periods in
        family.contains { area in
          measures.indices.contains { measure in
            !measures[measure][area].released.isEmpty
              || periods.contains { told[measure][area][$0]?.hasWithheld == true }
          }
        }
      }.map { AreaTable(measures, family, told, $0, shared, control: self) }
    }
  }

  /// Whether anything is withheld, or was released before: otherwise there is nothing that figures could give away.
  private func holdsSecrets(_ measures: [[MeasuredArea]], _ told: [ToldAreas]) -> Bool {
    measures.contains { $0.contains { !$0.released.isEmpty } }
      || told.contains { $0.contains { $0.values.contains(where: \.hasWithheld) } }
  }

  /// What could be told of each whole and its parts if nothing else were.
  func toldAlone(of areas: [MeasuredArea]) -> ToldAreas {
    areas.map { area in
      area.counts.mapValues { counts in
        ToldCounts(
          whole: published(counts.whole),
          parts: zip(counts.parts, counts.wholes).map { published($0, of: $1).numerator })
      }
    }
  }
}

/// Periods in groups of those that overlap, directly or by way of others, in order.
func overlapping(_ periods: Set<Period>) -> [[Period]] {
  var groups: [[Period]] = []
  var end = Int.min
  for period in periods.sorted(by: { ($0.firstMonth, $0.months) < ($1.firstMonth, $1.months) }) {
    if period.firstMonth >= end { groups.append([]) }
    groups[groups.count - 1].append(period)
    end = max(end, period.firstMonth + period.months)
  }
  return groups
}
