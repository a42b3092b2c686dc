package import PackhorseCore

/// `data/outcomes.csv`: what the pages show, as a file, with the columns that docs/data.md lists.
///
/// `[c]` is a withheld figure and `[x]` one that is not available; cells that do not apply to a statistic are empty. Text
/// that a spreadsheet would take for a formula begins with an apostrophe.
package func publishedCSV(_ evidence: PublishedEvidence, words: Words) -> [UInt8] {
  let text = EvidenceText(words)
  var bytes = Array((columns.joined(separator: ",") + "\n").utf8)
  for series in evidence.series + evidence.others {
    for point in series.points {
      bytes.append(contentsOf: row(series, point, text).joined(separator: ",").utf8)
      bytes.append(UInt8(ascii: "\n"))
    }
  }
  return bytes
}

private let columns = [
  "area_type", "area_code", "area_name", "period", "measure", "statistic", "n", "numerator", "denominator",
  "value",
  "sd", "lower_95", "upper_95", "lower_998", "upper_998", "comparison", "note",
]

private func row(_ series: PublishedSeries, _ point: PublishedPoint, _ text: EvidenceText) -> [String] {
  func share(_ path: KeyPath<Estimate, Double>) -> String {
    point.estimate.map { decimal($0[keyPath: path]) } ?? (point.isWithheld ? "[c]" : "[x]")
  }
  let note = point.isMissingSomeMonths ? months(point, text) : ""
  return [
    series.area.level.rawValue, cell(series.area.code), cell(series.area.name), cell(point.period.code),
    cell(series.measure.id), series.measure.kind.rawValue, "", count(point.numerator),
    count(point.denominator),
    share(\.value), "", share(\.lower95), share(\.upper95), share(\.lower998), share(\.upper998), "",
    cell(note),
  ]
}

private func months(_ point: PublishedPoint, _ text: EvidenceText) -> String {
  text.filled(
    "period.covered", ["covered": String(point.monthsCovered), "months": String(point.period.months)])
}

private func count(_ count: PublishedCount) -> String {
  switch count {
  case .exact(let number), .rounded(let number): String(number)
  case .withheld: "[c]"
  case .notAvailable: "[x]"
  }
}

/// A share with four decimals.
private func decimal(_ share: Double) -> String {
  let units = Int((share * 10_000).rounded())
  return "\(units / 10_000).\(padded(units % 10_000, 4))"
}

/// A text cell: safe from being taken for a formula, and quoted as RFC 4180 asks.
private func cell(_ text: String) -> String {
  let isFormula = text.utf8.first.map { "=+-@".utf8.contains($0) } ?? false
  let safe = isFormula ? "'" + text : text
  let needsQuotes = safe.utf8.contains { ",\"\r\n".utf8.contains($0) }
  return needsQuotes ? "\"" + safe.replacing("\"", with: "\"\"") + "\"" : safe
}
