import PackhorseCore

extension AreaRows {
  /// One measure in every area, added up to the periods in which it is published there; `released` is by area.
  ///
  /// `number` is that of the measure among those of the rows.
  func count(
    _ number: Int, of measure: Measure, released: [String: [ReleasedFigure]] = [:]
  ) -> Outcome<[MeasuredArea]> {
    let rows = areas.entries.indices.map { counted(number, in: $0) }
    let lengths = areas.entries.map { measure.periodLength(for: $0.area.level) }
    var sums: [Period.Length: [PeriodSums]] = [:]
    for length in Set(lengths) { sums[length] = rows.map { PeriodSums($0, by: length) } }
    let measured = areas.entries.indices.map { area in
      let entry = areas.entries[area]
      let parts = countedParts(of: area, rows, sums[lengths[area]] ?? [], by: lengths[area])
      let counts = parts.sum
      let isPractice = entry.area.level == .practice
      return MeasuredArea(
        area: entry.area, placings: entry.placings, counts: counts,
        rows: isPractice ? rows[area].byPeriod : [:],
        released: (released[entry.area.code] ?? []).filter {
          $0.level == entry.area.level && $0.measure == measure.id
        },
        practices: isPractice ? [:] : parts.practices(in: counts))
    }
    let faults = sums.values.joined().flatMap(\.faults)
    return Outcome(measured, faults.map { Diagnostic($0, observation) }.ordered())
  }

  /// The practices of an area with what is counted of each there; `sums` is what is counted of each practice at any time.
  private func countedParts(
    of area: Int, _ rows: [[CountedRow]], _ sums: [PeriodSums], by length: Period.Length
  ) -> [CountedPart] {
    parts[area].map { part in
      let isAlways = part.months == [.always]
      let sums =
        isAlways ? sums[part.practice] : PeriodSums(rows[part.practice].within(part.months), by: length)
      return CountedPart(part: part, sums: sums.sums)
    }
  }
}

/// A practice of an area with what is counted of it there.
private struct CountedPart {
  var part: PartOfArea
  var sums: ByPeriod<PeriodCounts>
}

extension [CountedPart] {
  fileprivate var sum: ByPeriod<PeriodCounts> {
    dropFirst().reduce(into: first?.sums ?? [:]) { counts, part in
      for (period, more) in part.sums { counts.add(more, in: period) }
    }
  }

  /// How many practices there are in each period, and how many have rows.
  fileprivate func practices(in counts: ByPeriod<PeriodCounts>) -> ByPeriod<PracticesCounted> {
    ByPeriod(
      counts.keys.map { period in
        let counted = count { $0.sums[period] != nil }
        // One that came in the middle of a period belongs to it for the rest.
        let all = count { $0.part.counts(period) || $0.sums[period] != nil }
        return (period, PracticesCounted(counted: counted, all: all))
      })
  }
}
