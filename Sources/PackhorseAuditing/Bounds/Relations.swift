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
  ///
  /// A period in which a practice went from one area to another is told of both together.
  private func sumsOfAreas(_ cells: [ReleasedCell: Told], _ release: Int) -> [Relation] {
    let byCount = Dictionary(grouping: cells.keys) {
      CountOfPeople(measure: $0.cell.measure, count: $0.cell.count)
    }
    return byCount.values.flatMap(sums)
  }

  /// What adds up among the cells of one count.
  private func sums(of cells: [ReleasedCell]) -> [Relation] {
    let own = Dictionary(grouping: cells, by: \.cell.area)
    var parts: [String: [ReleasedCell]] = [:]
    for cell in cells {
      for whole in wholes(of: cell.cell.area, in: cell.cell.period) { parts[whole, default: []].append(cell) }
    }
    var relations: [Relation] = []
    var groups = parts.keys.sorted().map { Set([$0]) }
    var seen = Set(groups)
    while let group = groups.popLast() {
      let (whole, parts) = (group.flatMap { own[$0] ?? [] }, Set(group.flatMap { parts[$0] ?? [] }))
      for span in spans(of: whole + parts) {
        let counted = parts.filter { span.holds($0.cell.period) }
        let wholes = counted.map { self.wholes(of: $0.cell.area, in: $0.cell.period) }
        let together = wholes.reduce(into: group) { $0.formUnion($1) }
        if together != group {
          // What was part of none before cannot be told from the rest.
          if !together.contains(Self.none), seen.insert(together).inserted { groups.append(together) }
        } else if group.count == 1 || wholes.contains(where: { $0.count > 1 }) {
          let within = whole.filter { span.holds($0.cell.period) }
          if let sum = sum(of: counted, within, group, in: span) { relations.append(sum) }
        }
      }
    }
    return relations
  }

  private func sum(
    of parts: Set<ReleasedCell>, _ whole: [ReleasedCell], _ areas: Set<String>, in span: Period
  ) -> Relation? {
    guard let cell = whole.first?.cell, !parts.isEmpty else { return nil }
    let names = areas.sorted().map { "'\($0)'" }.joined(separator: " and ")
    let rest =
      areas.count == 1 ? "is the sum of what is part of it" : "together are the sum of what is part of them"
    return Relation(
      kind: .equal, whole: whole.sorted(), parts: parts.sorted(),
      words: "\(names) \(rest), for '\(cell.measure)' in \(span.code)")
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

private struct CountOfPeople: Hashable {
  var measure: String
  var count: String
}
