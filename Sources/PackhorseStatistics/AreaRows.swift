import PackhorseCore

/// The rows of the practices among some areas, by measure and area.
struct AreaRows {
  let areas: Areas
  /// By area the practices that are counted in it, by code: sums of fractions depend on their order.
  let parts: [[PartOfArea]]
  private let rows: RowsByPractice
  /// Where the rows stand, those of each measure together, and of a measure those of each area.
  private let places: [Int]
  /// For each measure and area where its rows begin among the places, and where the last ones end.
  private let starts: [Int]

  init(_ rows: RowsByPractice, in areas: Areas) {
    (self.rows, self.areas, parts) = (rows, areas, areas.parts)
    let ofAreas = areas.entries.map { entry in
      entry.area.level == .practice ? rows.places[entry.area.code] ?? [] : []
    }
    var measures = MeasureNumbers(of: rows.measures)
    let found = ofAreas.enumerated().flatMap { area, ranges in
      ranges.joined().compactMap { place in
        measures.number(of: rows.observations[place].measure).map { (cell: $0 * ofAreas.count + area, place) }
      }
    }
    (places, starts) = sortedByCell(found, cells: rows.measures.count * ofAreas.count)
  }

  /// Whether any of the practices has rows of a measure.
  func hasRows(of measure: Int) -> Bool {
    starts[measure * areas.entries.count] < starts[(measure + 1) * areas.entries.count]
  }

  /// The rows of a measure in one area, in the order of their periods and of the data.
  func counted(_ measure: Int, in area: Int) -> [CountedRow] {
    let cell = measure * areas.entries.count + area
    let counted = places[starts[cell]..<starts[cell + 1]].map { place in
      CountedRow(rows.observations[place], rows.counts(at: place, of: measure), at: place)
    }
    return counted.isInOrder ? counted : counted.sorted { $0.isBefore($1) }
  }

  /// A row as the data give it.
  func observation(of row: CountedRow) -> Observation { rows.observations[row.place] }
}

/// Places in the order of their cells, and for each cell where its places begin, with where the last ones end.
private func sortedByCell(_ found: [(cell: Int, place: Int)], cells: Int) -> (places: [Int], starts: [Int]) {
  var starts = [Int](repeating: 0, count: cells + 1)
  for (cell, _) in found { starts[cell + 1] += 1 }
  for cell in 0..<cells { starts[cell + 1] += starts[cell] }
  var next = starts
  var places = [Int](repeating: 0, count: found.count)
  for (cell, place) in found {
    places[next[cell]] = place
    next[cell] += 1
  }
  return (places, starts)
}

/// Finds the numbers of measures by their ids.
private struct MeasureNumbers {
  private let ids: [String]
  private let numbers: [String: Int]
  /// Most tables name their measures by turns.
  private var next = 0

  init(of ids: [String]) {
    self.ids = ids
    numbers = Dictionary(zip(ids, 0...)) { first, _ in first }
  }

  /// Nil for a measure that nobody defined.
  mutating func number(of id: String) -> Int? {
    let isNext = next < ids.count && ids[next] == id
    guard let number = isNext ? next : numbers[id] else { return nil }
    next = number + 1 < ids.count ? number + 1 : 0
    return number
  }
}

extension Areas {
  /// By area the practices that are counted in it, by code.
  fileprivate var parts: [[PartOfArea]] {
    var places: [String: Int] = [:]
    for (place, entry) in entries.enumerated() where entry.area.level == .practice {
      places[entry.area.code] = place
    }
    return entries.map { entry in
      entry.members.months.sorted { $0.key < $1.key }.compactMap { code, months in
        places[code].map { PartOfArea(practice: $0, months: months) }
      }
    }
  }
}
