import PackhorseCore
import PackhorseKit

/// What was understood, in words for a terminal.
///
/// The number of records is told to the nearest 5, and below 8 not at all.
func describe(_ data: CheckedData) -> String {
  let tables = data.tables.map(describe)
  let shares = data.shares.map(describe)
  let forecast =
    shares.isEmpty ? [] : ["What would be withheld of figures for a practice\n" + shares.joined()]
  return (tables + forecast).joined(separator: "\n")
}

private func describe(_ table: TableSummary) -> String {
  var lines = [
    ("taken for", table.shape + (table.isRecognised ? ", by its header" : "")),
    ("rows", rows(of: table)), ("practices", "\(table.practices)"),
  ]
  if let first = table.firstPeriod, let last = table.lastPeriod {
    lines.append(("periods", first == last ? first.code : "\(first.code) to \(last.code)"))
  }
  lines.append(("used", names(table.usedColumns)))
  if !table.ignoredColumns.isEmpty { lines.append(("ignored", names(table.ignoredColumns))) }
  if table.hiddenCells > 0 { lines.append(("hidden", "\(table.hiddenCells) figures by the file itself")) }
  return "\(table.path)\n" + lines.map { "  \(column($0.0, 12))\($0.1)\n" }.joined()
}

private func rows(of table: TableSummary) -> String {
  if table.holdsRecords {
    return table.rows < 8 ? "fewer than 8 counted" : "about \((table.rows + 2) / 5 * 5) counted"
  }
  return "\(table.rows) counted" + (table.otherRows == 0 ? "" : ", \(table.otherRows) others passed over")
}

private func describe(_ share: WithheldShare) -> String {
  let parts = ([share] + share.coarser).map { share in
    "by \(share.length.rawValue.replacing("-", with: " ")) \(share.percent)% of \(share.figures)"
  }
  let advice = share.coarser.first.map { coarser in
    coarser.percent < share.percent ? "; 'publish-by: {practice: \(coarser.length.rawValue)}' shows more" : ""
  }
  return "  \(column(share.measure, 24))\(parts.joined(separator: ", "))\(advice ?? "")\n"
}

private func names(_ columns: [String]) -> String {
  columns.map {
    String(String.UnicodeScalarView($0.unicodeScalars.filter { $0.value >= 0x20 && $0.value != 0x7F }))
  }
  .joined(separator: ", ")
}

private func column(_ text: String, _ width: Int) -> String {
  text + String(repeating: " ", count: max(1, width - text.count))
}
