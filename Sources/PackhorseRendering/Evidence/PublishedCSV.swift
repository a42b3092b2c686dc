package import PackhorseCore

/// `data/outcomes.csv`: what the pages show, as a file, with the columns that docs/data.md lists.
///
/// `[c]` is a withheld figure and `[x]` one that is not available; cells that do not apply to a statistic are empty. Text
/// that a spreadsheet would take for a formula begins with an apostrophe.
package func publishedCSV(_ evidence: PublishedEvidence, text: EvidenceText) -> [UInt8] {
  var bytes = Array((PublishedColumn.allCases.map(\.rawValue).joined(separator: ",") + "\n").utf8)
  for series in evidence.all {
    for point in series.points {
      for row in rows(series, point) {
        bytes.append(contentsOf: cells(row, series, point, text).joined(separator: ",").utf8)
        bytes.append(UInt8(ascii: "\n"))
      }
    }
  }
  return bytes
}

/// One statistic of a figure; a cell that is nil does not apply to it.
private struct Row {
  var statistic: PublishedStatistic
  var n: PublishedCount?
  var numerator: PublishedCount?
  var denominator: PublishedCount?
  /// The value and its intervals; the inner nil where there is none to show.
  var estimate: Estimate??
  /// The value alone, of a statistic without intervals.
  var value: Double?
  var deviation: Double??
  var range: ClosedRange<Double>?
}

private func rows(_ series: PublishedSeries, _ point: PublishedPoint) -> [Row] {
  let kind = series.measure.kind
  switch point.figure {
  case .proportion(let numerator, let denominator, let share):
    return [
      Row(statistic: .figure(kind), numerator: numerator, denominator: denominator, estimate: .some(share))
    ]
  case .rate(let events, let listSize, let rate):
    let list = listSize.map(PublishedCount.exact) ?? .notAvailable
    return [Row(statistic: .figure(kind), numerator: events, denominator: list, estimate: .some(rate))]
  case .count(let count): return [Row(statistic: .figure(kind), numerator: count)]
  case .flow(let people, let statuses):
    return zip(series.measure.statuses, statuses).map { status, told in
      Row(
        statistic: .status(status.word), numerator: told.people, denominator: people,
        estimate: .some(told.share))
    }
  case .change(let change): return rows(change)
  }
}

private func rows(_ change: PublishedChange) -> [Row] {
  let n = change.pairsOfPractices ?? change.pairs
  var rows = [
    Row(
      statistic: .figure(.meanChange), n: n, estimate: .some(change.mean), deviation: .some(change.deviation))
  ]
  if let before = change.meanBefore {
    rows.append(Row(statistic: .meanBefore, n: n, value: before))
  }
  if let expected = change.expected {
    rows.append(Row(statistic: .expectedWithoutEffect, n: n, range: expected))
  }
  rows.append(Row(statistic: .bothScores, numerator: change.pairs, denominator: change.people))
  if let reached = change.reached {
    rows.append(
      Row(
        statistic: .importantChange, numerator: reached, denominator: change.pairs,
        estimate: .some(change.shareReached)))
  }
  return rows
}

private func cells(_ row: Row, _ series: PublishedSeries, _ point: PublishedPoint, _ text: EvidenceText)
  -> [String]
{
  let missing = point.isWithheld || row.numerator == .withheld ? "[c]" : "[x]"
  let places = series.measure.kind == .meanChange && row.numerator == nil ? 2 : 4
  func estimate(_ path: KeyPath<Estimate, Double>) -> String {
    row.estimate.map { $0.map { decimal($0[keyPath: path], places) } ?? missing } ?? ""
  }
  let value = row.value.map { decimal($0, places) } ?? estimate(\.value)
  let notes = [months(point, text), practices(point, text), row.n.flatMap { _ in covered(point, text) }]
  let note = (notes.compactMap(\.self) + ranges(row, text)).joined(separator: "; ")
  return [
    series.area.level.rawValue, csvCell(series.area.code), csvCell(series.area.name),
    csvCell(point.period.code), csvCell(series.measure.id), csvCell(row.statistic.word),
    row.n.map(count) ?? "", row.numerator.map(count) ?? "",
    row.denominator.map(count) ?? "", value,
    row.deviation.map { $0.map { decimal($0, places) } ?? missing } ?? "",
    row.range.map { decimal($0.lowerBound, places) } ?? estimate(\.lower95),
    row.range.map { decimal($0.upperBound, places) } ?? estimate(\.upper95), estimate(\.lower998),
    estimate(\.upper998), "", csvCell(note),
  ]
}

private func months(_ point: PublishedPoint, _ text: EvidenceText) -> String? {
  guard point.isMissingSomeMonths else { return nil }
  return text.filled(
    "period.covered", ["covered": String(point.monthsCovered), "months": String(point.period.months)])
}

private func practices(_ point: PublishedPoint, _ text: EvidenceText) -> String? {
  guard let practices = point.practices, practices.counted < practices.all else { return nil }
  return text.filled(
    "practices.counted", ["counted": String(practices.counted), "all": String(practices.all)])
}

/// That a mean leaves out the people of practices whose own mean is not told.
private func covered(_ point: PublishedPoint, _ text: EvidenceText) -> String? {
  guard case .change(let change) = point.figure, change.pairsOfPractices != nil else { return nil }
  return text.filled("practices.told", ["least": String(change.fewestForMean)])
}

/// Between which numbers the exact counts lie that sums stand for.
private func ranges(_ row: Row, _ text: EvidenceText) -> [String] {
  [("n", row.n), ("numerator", row.numerator), ("denominator", row.denominator)].compactMap { column, count in
    guard case .summed(_, let possible) = count else { return nil }
    return text.filled(
      "summed.file",
      [
        "column": column, "fewest": String(possible.lowerBound), "most": String(possible.upperBound),
      ])
  }
}

private func count(_ count: PublishedCount) -> String {
  switch count {
  case .exact(let number), .rounded(let number), .summed(let number, _): String(number)
  case .withheld: "[c]"
  case .notAvailable: "[x]"
  }
}

/// A number with four decimals, or two.
private func decimal(_ value: Double, _ places: Int) -> String {
  let parts = places == 4 ? 10_000 : 100
  let units = Int((value * Double(parts)).rounded())
  let (whole, rest) = abs(units).quotientAndRemainder(dividingBy: parts)
  let digits = "\(whole).\(padded(rest, places))"
  return units < 0 ? "-" + digits : digits
}

/// A text cell: safe from being taken for a formula, and quoted as RFC 4180 asks.
func csvCell(_ text: String) -> String {
  let isFormula = text.utf8.first.map { "=+-@".utf8.contains($0) } ?? false
  let safe = isFormula ? "'" + text : text
  let needsQuotes = safe.utf8.contains { ",\"\r\n".utf8.contains($0) }
  return needsQuotes ? "\"" + safe.replacing("\"", with: "\"\"") + "\"" : safe
}
