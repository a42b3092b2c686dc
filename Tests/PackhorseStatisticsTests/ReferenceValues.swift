import Foundation
import Testing

/// A row of a file in Tests/Fixtures/reference-values, by the names of its columns; a blank cell is absent.
struct ReferenceRow: Sendable, CustomTestStringConvertible {
  let file: String
  let line: Int
  let cells: [String: String]

  subscript(_ column: String) -> Double? { cells[column].flatMap(Double.init) }
  var testDescription: String { "\(file):\(line)" }
}

/// Every row of a reference file; a missing file gives none, which the tests count.
func referenceRows(_ file: String) -> [ReferenceRow] {
  let tests = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
  let url = tests.appending(path: "Fixtures/reference-values/\(file)")
  guard let text = try? String(contentsOf: url, encoding: .utf8) else { return [] }
  let rows = text.split(separator: "\n").map { line in
    line.split(separator: ",", omittingEmptySubsequences: false).map { String($0).replacing("\"", with: "") }
  }
  guard let header = rows.first else { return [] }
  return rows.dropFirst().enumerated().map { index, cells in
    let named = zip(header, cells).filter { !$1.isEmpty }
    return ReferenceRow(file: file, line: index + 2, cells: Dictionary(named) { first, _ in first })
  }
}

/// Whether two numbers agree to a relative error; zero agrees with zero alone.
func agree(_ one: Double, _ other: Double, to tolerance: Double) -> Bool {
  abs(one - other) <= tolerance * abs(other)
}
