import PackhorseCore

/// Columns of `content/data/released.csv`.
private enum ReleasedColumn: String, CaseIterable {
  case date = "released_on"
  case level = "area_type"
  case area = "area_code"
  case measure, period, months, figure, value, practices
}

/// Reads `content/data/released.csv`, which `packhorse release` writes: what was published before.
///
/// A row that cannot be read is an error: what it says would be left out of account.
func readReleased(_ file: DataFile) -> Outcome<[ReleasedFigure]> {
  var figures: [ReleasedFigure] = []
  let faults = readTable(file, as: ReleasedColumn.self, optional: { _ in [.practices] }) { row in
    guard let date = row.date(.date), let level = row.choice(.level, of: AreaLevel.self),
      let area = row.requiredText(.area), let measure = row.id(.measure), let period = row.period(),
      let months = row.months(of: period), let kind = row.kind(),
      let practices = row.practices(in: period, covered: months)
    else { return }
    let isWithheld = row.text(.value) == "[c]" && kind != .mean
    let count = isWithheld ? nil : row.releasedCount()
    guard isWithheld || count != nil else { return }
    figures.append(
      ReleasedFigure(
        date: date, level: level, area: area, measure: measure.value, period: period, months: months,
        kind: kind, count: count, practices: practices))
  }
  return Outcome(figures, faults)
}

extension TableRow<ReleasedColumn> {
  fileprivate mutating func period() -> Period? {
    guard let text = requiredText(.period) else { return nil }
    if let period = Period(text) { return period }
    fail(.period, found: "something else", due: "a period")
    return nil
  }

  /// The months that were covered, counted from 1 within the period.
  fileprivate mutating func months(of period: Period) -> Int? {
    let numbers = text(.months).split(separator: " ").map { Int($0) }
    let months = numbers.compactMap(\.self).filter { (1...period.months).contains($0) }
    guard !months.isEmpty, months.count == numbers.count else {
      fail(.months, found: "something else", due: "months of the period by their number")
      return nil
    }
    return months.reduce(0) { $0 | 1 << ($1 - 1) }
  }

  fileprivate mutating func practices(in period: Period, covered months: Int) -> Members? {
    if let practices = Members(text(.practices), in: period, covered: months) { return practices }
    fail(.practices, found: "something else", due: "codes of practices, as in 'DEMO01 DEMO02:2-3',")
    return nil
  }

  /// A count as releases print it: any other was entered by hand, and what follows from it would be wrong.
  fileprivate mutating func releasedCount() -> Int? {
    guard let count = count(.value) else { return nil }
    if count == 0 || (count > PublishedCount.smallestRounded && count.isMultiple(of: 5)) { return count }
    fail(.value, found: "a number that no release prints", due: "0, 10, 15 and so on, or [c],")
    return nil
  }

  fileprivate mutating func kind() -> ReleasedFigure.Kind? {
    let word = text(.figure)
    if word == "mean" { return .mean }
    if word == "whole" { return .count(0) }
    if word.hasPrefix("part-"), let place = Int(word.dropFirst(5)), (1...99).contains(place) {
      return .count(place)
    }
    fail(.figure, found: "another word", due: "'whole', 'part-1' and so on, or 'mean'")
    return nil
  }
}
