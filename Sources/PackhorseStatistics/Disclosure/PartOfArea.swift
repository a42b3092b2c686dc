import PackhorseCore

/// A practice that an area is made of, and when it is.
struct PartOfArea {
  /// The index of the practice among the areas.
  var practice: Int
  /// The months in which it belongs to the area, counted from the year 0.
  var months: [Range<Int>]

  /// Whether a row of the practice is counted with the area: it belongs where the practice was when its period began.
  func counts(_ row: Period) -> Bool { months.contains { $0.contains(row.firstMonth) } }

  /// Whether all that is told of the practice in a period is counted with the area.
  func holds(_ period: Period) -> Bool {
    period.monthNumbers.allSatisfy { month in months.contains { $0.contains(month) } }
  }
}

extension [MeasuredArea] {
  /// For each area the practices that it is made of, in order; a practice is made of itself.
  var practicesBelow: [[PartOfArea]] {
    let areas = Set(flatMap { $0.placings.compactMap(\.whole) })
    var below = [[PartOfArea]](repeating: [], count: count)
    for practice in indices where !areas.contains(practice) {
      below[practice] = [PartOfArea(practice: practice, months: [.always])]
      for (whole, months) in self[practice].placings.stays {
        for area in chain(from: whole) { below[area].add(practice, in: months) }
      }
    }
    return below
  }

  /// An area and all that it is a part of now.
  func chain(from area: Int) -> [Int] {
    self[area].placings.last?.whole.map { [area] + chain(from: $0) } ?? [area]
  }
}

extension [PartOfArea] {
  /// Practices come in order, so that one which is here already is the last.
  fileprivate mutating func add(_ practice: Int, in months: Range<Int>) {
    if last?.practice == practice {
      self[count - 1].months.append(months)
    } else {
      append(PartOfArea(practice: practice, months: [months]))
    }
  }
}

extension Range<Int> {
  /// Every month there is.
  static var always: Range<Int> { .min ..< .max }
}

extension [Placing<Int>] {
  /// What something is a part of in a month.
  func whole(in month: Int) -> Int? { last { $0.since <= month }?.whole }

  /// What it is a part of, and in which months.
  var stays: [(whole: Int, months: Range<Int>)] {
    let ends = dropFirst().map(\.since) + [.max]
    return zip(self, ends).compactMap { placing, end in placing.whole.map { ($0, placing.since..<end) } }
  }
}

/// The number of the family that each area belongs to: the index of the first of all that have to do with one another,
/// as parts and wholes at any time.
func families(_ placings: [[Placing<Int>]]) -> [Int] {
  var first = Array(placings.indices)
  func family(_ area: Int) -> Int {
    var area = area
    while first[area] != area { area = first[area] }
    return area
  }
  for (area, placings) in placings.enumerated() {
    for whole in placings.compactMap(\.whole) {
      let (one, other) = (family(area), family(whole))
      first[max(one, other)] = min(one, other)
    }
  }
  return placings.indices.map(family)
}
