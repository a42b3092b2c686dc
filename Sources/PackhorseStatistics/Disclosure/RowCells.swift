import PackhorseCore

/// The counts of one or more rows, a whole and its parts, each added up from cells.
struct RowCells: Sendable, Hashable {
  /// The whole, then its parts, then for each part those of its whole who are not in it.
  private var cells: [CellSum]

  /// The whole, then its parts.
  var counts: ArraySlice<CellSum> { cells[...parts] }

  /// For each part, those of its whole who are not in it.
  var rests: ArraySlice<CellSum> { cells[(parts + 1)...] }

  private var parts: Int { cells.count / 2 }

  static func += (sum: inout RowCells, other: RowCells) {
    for (place, cell) in zip(sum.cells.indices, other.cells) { sum.cells[place] += cell }
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
    let parts = row.parts.count
    let few = 1..<PublishedCount.smallestRounded
    let small = few.contains(row.whole) ? 0 : row.parts.firstIndex { few.contains($0) }.map { $0 + 1 }
    let last = small ?? parts
    cells = [CellSum](repeating: .none, count: 2 * parts + 1)
    cells[last] = CellSum(of: row.chain(last))
    for place in stride(from: last - 1, through: 0, by: -1) {
      let rest = CellSum(of: row.chain(place) - row.chain(place + 1))
      cells[parts + 1 + place] = rest
      cells[place] = cells[place + 1]
      cells[place] += rest
    }
    for place in last..<parts {
      let hidden = CellSum(hiddenPart: CellSum.middle >> (place + 1 - last))
      (cells[place + 1], cells[parts + 1 + place]) = (hidden, hidden)
    }
  }

  private init(apart row: PeriodCounts) {
    guard row.whole >= PublishedCount.smallestRounded else {
      let part = CellSum(hiddenPart: CellSum.middle / max(1, row.parts.count))
      cells = [CellSum(of: row.whole)] + (row.parts + row.parts).map { _ in row.whole == 0 ? .none : part }
      return
    }
    let steps = row.steps.map(CellSum.init(of:))
    let parts = steps.prefix(row.parts.count)
    let rests = parts.indices.map { place in
      steps.indices.filter { $0 != place }.map { steps[$0] }.sum
    }
    cells = [steps.sum] + parts + rests
  }
}

extension PeriodCounts {
  /// The whole (0), or the part of a place from 1 on.
  fileprivate func chain(_ place: Int) -> Int { place == 0 ? whole : parts[place - 1] }
}

extension RowCells {
  /// The whole and its parts as they are printed; of a withheld whole no part is told.
  func told(_ order: PeriodCounts.Order) -> ToldCounts {
    var told = ToldCounts(whole: counts[0].told, parts: [], rests: rests.map(\.possible))
    told.parts.reserveCapacity(parts)
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
  /// What is told of every count of measures in the same areas where each is added up from cells.
  ///
  /// Nothing more need be withheld: all of it is a function of the cells' classes, so whoever knows it all can still take
  /// each cell for any count of its class, whatever the others are.
  func summed(_ measures: [[MeasuredArea]]) -> [ToldAreas] {
    let below = measures.first?.practicesBelow ?? []
    return measures.map { areas in
      let rows = areas.map { $0.rows.mapValues(RowCells.init) }
      return zip(areas, below).map { told(of: $0.counts, practices: $1, rows) }
    }
  }

  /// What is told of an area of practices; `rows` are by practice.
  private func told(
    of counts: ByPeriod<PeriodCounts>, practices: [PartOfArea], _ rows: [ByPeriod<RowCells>]
  ) -> ByPeriod<ToldCounts> {
    var sums = [RowCells?](repeating: nil, count: counts.count)
    for part in practices {
      var place = 0
      for (period, cells) in rows[part.practice] where part.counts(period) {
        // Both are in order, and published periods do not overlap.
        while place < counts.count, counts[place].key.monthNumbers.upperBound <= period.firstMonth {
          place += 1
        }
        guard place < counts.count, counts[place].key.holds(period) else { continue }
        if sums[place] == nil { sums[place] = cells } else { sums[place]? += cells }
      }
    }
    var next = sums.makeIterator()
    return counts.mapValues { counts in ((next.next() ?? nil) ?? RowCells(counts)).told(counts.order) }
  }
}
