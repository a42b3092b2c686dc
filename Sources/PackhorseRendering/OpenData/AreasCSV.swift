import PackhorseCore

/// `data/areas.csv`: the areas that figures are published of, and the smallest area that each is a part of.
///
/// Without it nobody who has the figures alone could tell which of them add up.
func areasCSV(_ evidence: PublishedEvidence) -> [UInt8] {
  let header = PublishedColumn.ofAreas.map(\.rawValue) + ["part_of"]
  let areas = Set((evidence.series + evidence.others).map(\.area)).sorted()
  let rows = areas.map { area in
    [
      area.level.rawValue, csvCell(area.code), csvCell(area.name),
      evidence.parents[area].map { csvCell($0.code) } ?? "",
    ]
  }
  return Array(([header] + rows).map { $0.joined(separator: ",") + "\n" }.joined().utf8)
}
