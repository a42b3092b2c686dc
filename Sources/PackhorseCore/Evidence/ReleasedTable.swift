/// The bytes of `content/data/released.csv`: what it holds with new figures at its end.
///
/// A figure that it holds already is not added again, whenever it was released. Gives also how many are new.
package func releasedTable(
  _ known: [ReleasedFigure], adding figures: [ReleasedFigure]
) -> (bytes: [UInt8], added: Int) {
  var seen = Set(known.map(\.cells))
  let new = figures.filter { seen.insert($0.cells).inserted }
  let header = "released_on,area_type,area_code,measure,period,months,figure,value,practices\n"
  let rows = (known + new).map { "\($0.date.iso),\($0.cells)\n" }
  return (Array((header + rows.joined()).utf8), new.count)
}

/// A code as a cell: quoted as RFC 4180 asks, and no formula.
private func safe(_ code: String) -> String {
  let isFormula = code.utf8.first.map { "=+-@".utf8.contains($0) } ?? false
  let text = isFormula ? "'" + code : code
  let needsQuotes = text.utf8.contains { ",\"\r\n".utf8.contains($0) }
  return needsQuotes ? "\"" + text.replacing("\"", with: "\"\"") + "\"" : text
}

extension ReleasedFigure {
  /// Its row without the day.
  fileprivate var cells: String {
    let covered = (0..<period.months).filter { months >> $0 & 1 == 1 }
    let numbers = covered.map { String($0 + 1) }.joined(separator: " ")
    let cells: [String] = [
      level.rawValue, safe(area), measure, period.code, numbers, kind.word,
      count.map(String.init) ?? "[c]", practices.written(in: period, covered: months),
    ]
    return cells.joined(separator: ",")
  }
}

extension ReleasedFigure.Kind {
  fileprivate var word: String {
    switch self {
    case .count(0): "whole"
    case .count(let place): "part-\(place)"
    case .mean: "mean"
    }
  }
}
