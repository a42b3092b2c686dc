import PackhorseCore

/// `data/areas.csv`: the areas that figures are published of, and the smallest area that each is a part of now.
///
/// Without it nobody who has the figures alone could tell which of them add up.
func areasCSV(_ evidence: PublishedEvidence) -> [UInt8] {
  let header = PublishedColumn.ofAreas.map(\.rawValue) + ["part_of"]
  let areas = Set(evidence.all.lazy.map(\.area)).sorted()
  let rows = areas.map { area in
    [
      area.level.rawValue, csvCell(area.code), csvCell(area.name),
      evidence.placings[area]?.last?.whole.map { csvCell($0.code) } ?? "",
    ]
  }
  return lines([header] + rows)
}

/// `data/moves.csv`: practices that went from one network or board to another.
///
/// A row of a period that began before the month belongs to the old one.
func movesCSV(_ evidence: PublishedEvidence) -> [UInt8] {
  let rows = evidence.moves.map { move in
    [move.practice.code, move.month.code, move.from?.code ?? "", move.to?.code ?? ""].map { csvCell($0) }
  }
  return lines([MoveColumn.allCases.map(\.rawValue)] + rows)
}

/// Columns of `data/moves.csv`.
enum MoveColumn: String, CaseIterable {
  case areaCode = "area_code"
  case month
  case from = "part_of_before"
  case to = "part_of"
}

private func lines(_ rows: [[String]]) -> [UInt8] {
  Array(rows.map { $0.joined(separator: ",") + "\n" }.joined().utf8)
}
