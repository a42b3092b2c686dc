import Foundation
import Testing

/// A row of a file in Tests/Fixtures/reference-values, by the names of its columns; a blank cell is absent.
struct ReferenceRow: Sendable, CustomTestStringConvertible {
  let file: String
  let line: Int
  let cells: [String: String]

  subscript(_ column: String) -> Double? { cells[column].flatMap(Double.init) }
  func number(_ column: String) throws -> Double { try #require(self[column]) }
  var testDescription: String { "\(file):\(line)" }
}

/// Every row of a reference file; a missing file gives none, which the tests count.
func referenceRows(_ file: String) -> [ReferenceRow] {
  let url = referenceFolder.appending(path: file)
  guard let text = try? String(contentsOf: url, encoding: .utf8) else { return [] }
  let rows = text.split(separator: "\n").map(cells)
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

/// The cells of a line; a comma within quotes is part of its cell.
private func cells(_ line: Substring) -> [String] {
  var cells = [""]
  var isQuoted = false
  for character in line {
    switch character {
    case "\"": isQuoted.toggle()
    case "," where !isQuoted: cells.append("")
    default: cells[cells.count - 1].append(character)
    }
  }
  return cells
}

/// The cases of a reference file in JSON; a missing or misshapen file gives none, which the tests count.
func referenceCases<Case: Decodable>(_ file: String, as _: Case.Type = Case.self) -> [Case] {
  guard let data = try? Data(contentsOf: referenceFolder.appending(path: file)) else { return [] }
  return (try? JSONDecoder().decode([Case].self, from: data)) ?? []
}

private let referenceFolder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
  .appending(path: "Fixtures/reference-values")

/// Whether two numbers lie within a distance of each other, for references that were rounded.
func agree(_ one: Double, _ other: Double, within distance: Double) -> Bool {
  abs(one - other) <= distance
}
