import PackhorseCore

/// What two releases tell together.
struct Releases: Sendable {
  private(set) var cells: [ReleasedCell: Told]
  private(set) var relations: [Relation]
  /// Figures that the later release tells otherwise, which are about other people: nothing follows from the two.
  private(set) var corrected: [Cell] = []
  /// Counts of the same months of an area that had a practice before which it does not have now.
  private(set) var regrouped: [Cell] = []

  init(_ table: FigureTable, after previous: FigureTable?) {
    cells = table.cells(release: 0)
    relations = table.relations(among: cells, release: 0)
    guard let previous else { return }
    let earlier = previous.cells(release: 1)
    relations += previous.relations(among: earlier, release: 1)
    cells.merge(earlier) { first, _ in first }
    // Few practices move, and none in most releases.
    let movers = table.practices.union(previous.practices).sorted()
      .filter { table.stays(of: $0) != previous.stays(of: $0) }
    var staying: [Cell] = []
    for (old, told) in earlier {
      let before = previous.months(of: movers, in: old.cell.area, old.cell.period)
      let now = table.months(of: movers, in: old.cell.area, old.cell.period)
      let isSame = table.note(of: old.cell) == previous.note(of: old.cell)
      if before == now {
        staying.append(old.cell)
        compare(old, told, isSame: isSame)
      } else if zip(before, now).allSatisfy({ before, now in before.allSatisfy { now.contains($0) } }) {
        compare(old, told, isSame: false)
      } else if isSame || cells[ReleasedCell(cell: old.cell, release: 0)] == nil {
        // With fewer months covered the practice may have gone after them.
        regrouped.append(old.cell)
      }
    }
    relations += longerPeriods(staying)
  }

  /// The same figure in both: the same people, or those and more.
  private mutating func compare(_ old: ReleasedCell, _ told: Told, isSame: Bool) {
    let new = ReleasedCell(cell: old.cell, release: 0)
    guard let now = cells[new] else { return }
    if isSame {
      guard now.span.meets(told.span) else {
        corrected.append(old.cell)
        return
      }
      relations.append(
        Relation(
          kind: .equal, whole: [new], parts: [old],
          words: "both releases tell \(old.cell.name) of the same people"))
    } else {
      relations.append(
        Relation(
          kind: .grownBy, whole: [new], parts: [old],
          words: "the later release counts more people in \(old.cell.name)"))
    }
  }

  /// Years of the later release that hold quarters or months of the earlier.
  private func longerPeriods(_ earlier: [Cell]) -> [Relation] {
    let shorter = Dictionary(grouping: earlier) {
      Series(measure: $0.measure, area: $0.area, count: $0.count)
    }
    return cells.keys.filter { $0.release == 0 }.flatMap { new -> [Relation] in
      let series = Series(measure: new.cell.measure, area: new.cell.area, count: new.cell.count)
      let within = (shorter[series] ?? []).filter {
        $0.period.months < new.cell.period.months && new.cell.period.holds($0.period)
      }
      return Dictionary(grouping: within, by: \.period.months).map { months, cells in
        let isWhole = cells.count * months == new.cell.period.months
        return Relation(
          kind: isWhole ? .equal : .grownBy, whole: [new],
          parts: cells.map { ReleasedCell(cell: $0, release: 1) }.sorted(),
          words: "\(new.cell.name) holds periods that the earlier release tells")
      }
    }
  }

  private struct Series: Hashable {
    var measure: String
    var area: String
    var count: String
  }
}

extension FigureTable {
  /// What the file notes of a figure, which is the months and practices that it counts; nil where there is none.
  fileprivate func note(of cell: Cell) -> String? {
    rows[Place(measure: cell.measure, area: cell.area, period: cell.period)]?.first?.note
  }
}
