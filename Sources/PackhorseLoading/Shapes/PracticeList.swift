import PackhorseCore

/// True for the first row of `epraccur`, the national list of practices: 27 cells, a code first, a day eleventh.
func isPracticeList(_ row: CSVRow) -> Bool {
  guard row.cells.count == 27 else { return false }
  return row.withCells { packedCode($0[0]) != nil && $0[10].count == 8 && readDay($0[10]) != nil }
}

/// Reads the names of practices that are open: prescribing setting 4, status A.
func readPracticeList(_ file: DataFile) -> DataReading {
  var reading = DataReading()
  var summary = TableSummary(path: file.path, shape: "the national list of practices (epraccur)")
  summary.isRecognised = true
  summary.usedColumns = ["code (1)", "name (2)", "status (13)", "prescribing setting (26)"]
  var found: [Diagnostic] = []
  let faults = readCSV(file) { row in
    guard row.cells.count == 27 else {
      if let fault = cellCountFault(row, width: 27, path: file.path) { found.append(fault) }
      return found.count < mostProblems ? .goOn : .enough
    }
    func text(_ index: Int) -> String { String(decoding: trimmed(row.cell(index)), as: UTF8.self) }
    let isOpen = text(12) == "A" && text(25) == "4"
    guard isOpen, isPracticeCode(text(0)) else {
      summary.otherRows += 1
      return .goOn
    }
    summary.rows += 1
    if reading.practiceNames.updateValue(text(1), forKey: text(0)) != nil {
      found.append(.repeatedPractice(text(0), row.number, at: row.span(0, in: file.path)))
    }
    return .goOn
  }
  summary.practices = reading.practiceNames.count
  reading.tables = [summary]
  reading.diagnostics = found + faults
  return reading
}

extension Diagnostic {
  fileprivate static func repeatedPractice(_ code: String, _ row: Int, at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      .error, "duplicate-row", "Row \(row) has practice '\(code)' again", at: span,
      because: "Nobody can say which of the two names holds.", suggestion: "keep one of the two rows")
  }
}
