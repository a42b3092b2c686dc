import PackhorseCore

/// A count of one release.
struct ReleasedCell: Hashable, Sendable, Comparable {
  var cell: Cell
  /// 0 for the release that is looked at, 1 for the one before it.
  var release: Int

  static func < (one: ReleasedCell, other: ReleasedCell) -> Bool {
    (one.cell, one.release) < (other.cell, other.release)
  }
}

/// What adds up among published counts, whatever each of them is.
struct Relation: Sendable {
  enum Kind: Sendable {
    /// The sum of some is the sum of others.
    case equal
    /// The sum of some is at most the sum of others.
    case atMost
    /// The sum of some is the sum of others and of the people that only the later release counts.
    case grownBy
  }

  var kind: Kind
  var whole: [ReleasedCell]
  var parts: [ReleasedCell]
  /// Says what it is, without a number.
  var words: String
}

extension FigureTable {
  /// The counts of a release with what each stands for.
  func cells(release: Int) -> [ReleasedCell: Told] {
    var cells: [ReleasedCell: Told] = [:]
    for (place, rows) in rows {
      for (count, told) in counts(rows) {
        let cell = Cell(measure: place.measure, area: place.area, period: place.period, count: count)
        cells[ReleasedCell(cell: cell, release: release)] = told
      }
    }
    return cells
  }

  /// The counts of people in the rows of one figure, each once.
  private func counts(_ rows: [Row]) -> [(String, Told)] {
    var counts: [String: Told] = [:]
    for row in rows {
      // The share of an important change is one of those with both scores.
      let isShareOfPairs = row.statistic == "important-change"
      let numerator = row.statistic.hasPrefix("flow") || isShareOfPairs ? row.statistic : "numerator"
      counts[numerator] = row.numerator ?? counts[numerator]
      if row.statistic != "rate", !isShareOfPairs {
        counts["denominator"] = row.denominator ?? counts["denominator"]
      }
    }
    return counts.sorted { $0.key < $1.key }
  }

  /// Everything that adds up within a release: parts and wholes, areas and what is below them.
  func relations(among cells: [ReleasedCell: Told], release: Int) -> [Relation] {
    partsOfWholes(cells, release) + sumsOfAreas(cells, release)
  }

  private func partsOfWholes(_ cells: [ReleasedCell: Told], _ release: Int) -> [Relation] {
    rows.flatMap { place, rows -> [Relation] in
      func cell(_ count: String) -> ReleasedCell? {
        let cell = Cell(measure: place.measure, area: place.area, period: place.period, count: count)
        let released = ReleasedCell(cell: cell, release: release)
        return cells[released] == nil ? nil : released
      }
      let statuses = rows.map(\.statistic).filter { $0.hasPrefix("flow") }.compactMap(cell)
      let parts = statuses.isEmpty ? [cell("numerator")].compactMap(\.self) : statuses
      var relations: [Relation] = []
      if let whole = cell("denominator"), !parts.isEmpty {
        relations.append(
          Relation(
            kind: .atMost, whole: [whole], parts: parts,
            words:
              "a part of '\(place.measure)' for '\(place.area)' in \(place.period.code) is at most its whole")
        )
      }
      if let both = cell("numerator"), let reached = cell("important-change") {
        relations.append(
          Relation(
            kind: .atMost, whole: [both], parts: [reached],
            words:
              "those of '\(place.measure)' for '\(place.area)' in \(place.period.code) who changed have both scores"
          ))
      }
      return relations
    }
  }

  /// An area is the sum of what is right below it: period by period, or over the longest where lengths differ.
  private func sumsOfAreas(_ cells: [ReleasedCell: Told], _ release: Int) -> [Relation] {
    let byCount = Dictionary(grouping: cells.keys) {
      CountOfArea(measure: $0.cell.measure, count: $0.cell.count, area: $0.cell.area)
    }
    let children = Dictionary(grouping: parents.keys) { parents[$0] ?? "" }
    return byCount.keys.flatMap { key -> [Relation] in
      guard let below = children[key.area] else { return [] }
      let own = byCount[key] ?? []
      let parts = below.flatMap {
        byCount[CountOfArea(measure: key.measure, count: key.count, area: $0)] ?? []
      }
      guard !parts.isEmpty else { return [] }
      return spans(of: own + parts).compactMap { span in
        let whole = own.filter { span.holds($0.cell.period) }
        let counted = parts.filter { span.holds($0.cell.period) }
        guard !whole.isEmpty, !counted.isEmpty else { return nil }
        return Relation(
          kind: .equal, whole: whole.sorted(), parts: counted.sorted(),
          words: "'\(key.area)' is the sum of what is part of it, for '\(key.measure)' in \(span.code)")
      }
    }
  }

  /// The longest periods, where all others lie within them.
  private func spans(of cells: [ReleasedCell]) -> [Period] {
    let periods = Set(cells.map(\.cell.period))
    let most = periods.map(\.months).max() ?? 0
    let spans = periods.filter { $0.months == most }
    return spans.filter { span in
      periods.allSatisfy { span.holds($0) || !span.overlaps($0) }
    }.sorted()
  }
}

private struct CountOfArea: Hashable {
  var measure: String
  var count: String
  var area: String
}
