import PackhorseCore

/// The counts of one or more rows, a whole and its parts, each added up from cells.
struct RowCells: Sendable, Hashable {
  /// The whole, then its parts.
  private(set) var counts: [CellSum]
  /// For each part, those of its whole who are not in it.
  private(set) var rests: [CellSum]

  static func += (sum: inout RowCells, other: RowCells) {
    for (place, count) in zip(sum.counts.indices, other.counts) { sum.counts[place] += count }
    for (place, rest) in zip(sum.rests.indices, other.rests) { sum.rests[place] += rest }
  }

  /// A row: people by how far they came are its cells, and of a group of 1 to 7 only that it is one.
  ///
  /// That nobody of so small a group is in a part, or everybody, is a secret too.
  init(_ row: PeriodCounts) {
    switch row.order {
    case .nested: self.init(nested: row)
    case .apart: self.init(apart: row)
    }
  }

  private init(nested row: PeriodCounts) {
    let chain = [row.whole] + row.parts
    let small = chain.firstIndex { (1..<PublishedCount.smallestRounded).contains($0) }
    let last = small ?? chain.count - 1
    let cells = row.steps.prefix(last).map(CellSum.init(of:)) + [CellSum(of: chain[last])]
    counts = chain.indices.map { place in
      place <= last ? cells[place...].sum : CellSum(hiddenPart: CellSum.middle >> (place - last))
    }
    rests = row.parts.indices.map { place in
      place < last ? cells[place] : CellSum(hiddenPart: CellSum.middle >> (place + 1 - last))
    }
  }

  private init(apart row: PeriodCounts) {
    guard row.whole >= PublishedCount.smallestRounded else {
      let part = CellSum(hiddenPart: CellSum.middle / max(1, row.parts.count))
      counts = [CellSum(of: row.whole)] + row.parts.map { _ in row.whole == 0 ? .none : part }
      rests = row.parts.map { _ in row.whole == 0 ? .none : part }
      return
    }
    let cells = row.steps.map(CellSum.init(of:))
    counts = [cells.sum] + cells.prefix(row.parts.count)
    rests = row.parts.indices.map { place in
      cells.indices.filter { $0 != place }.map { cells[$0] }.sum
    }
  }
}

extension RowCells {
  /// The whole and its parts as they are printed; of a withheld whole no part is told.
  func told(_ order: PeriodCounts.Order) -> ToldCounts {
    var told = ToldCounts(whole: counts[0].told, parts: [], rests: rests.map(\.possible))
    for count in counts.dropFirst() {
      let whole = order == .nested ? told.parts.last ?? told.whole : told.whole
      switch whole {
      case .withheld: told.parts.append(.withheld)
      case .exact(0), .notAvailable: told.parts.append(.notAvailable)
      default: told.parts.append(count.told)
      }
    }
    return told
  }
}

extension DisclosureControl {
  /// What is told of every count where each is added up from cells.
  ///
  /// Nothing more need be withheld: all of it is a function of the cells' classes, so whoever knows it all can still take
  /// each cell for any count of its class, whatever the others are.
  func summed(_ areas: [MeasuredArea]) -> ToldAreas {
    let rows = areas.map { area in area.rows.map { (period: $0.key, cells: RowCells($0.value)) } }
    return zip(areas, areas.practicesBelow).map { area, practices in
      var sums: [Period: RowCells] = [:]
      for part in practices {
        for row in rows[part.practice] where part.counts(row.period) {
          guard let period = area.counts.keys.first(where: { $0.holds(row.period) }) else { continue }
          if let place = sums.index(forKey: period) {
            sums.values[place] += row.cells
          } else {
            sums[period] = row.cells
          }
        }
      }
      let told = area.counts.map { period, counts in
        (period, (sums[period] ?? RowCells(counts)).told(counts.order))
      }
      return Dictionary(uniqueKeysWithValues: told)
    }
  }
}
