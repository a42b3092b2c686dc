import PackhorseCore

/// A table that was found to be readable: its path and the names of its columns.
struct TableLayout: Sendable {
  var path: String
  /// The names in the header, or those that a format without a header gives its columns.
  var names: [String]
  var hasHeader = true
}

/// Folds every row of a table.
///
/// A file of plain rows is read in several places at once. Where anything in it is not plain, or wrong, it is read again
/// from its beginning, slowly and with a place for each problem: of a row with a problem nothing is taken.
func foldTable<Fold: RowFold>(
  _ file: DataFile, _ layout: TableLayout, into empty: Fold, jobs: Int
) async -> Outcome<Fold> {
  if let fold = await foldQuickly(file, layout, into: empty, jobs: jobs) { return Outcome(fold) }
  return foldCarefully(file, layout, into: empty)
}

func foldCarefully<Fold: RowFold>(
  _ file: DataFile, _ layout: TableLayout, into empty: Fold
) -> Outcome<Fold> {
  var fold = empty
  var found: [Diagnostic] = []
  var isHeader = layout.hasHeader
  let width = layout.names.count
  let faults = readCSV(file) { row in
    if isHeader {
      isHeader = false
      return .goOn
    }
    if let fault = cellCountFault(row, width: width, path: layout.path) {
      found.append(fault)
    } else {
      let start = row.cells[fold.keyColumn].start
      let fault = row.withCells { fold.take($0, at: RowPlace(line: start.line, column: start.column)) }
      if let fault { found.append(fault.diagnostic(row: row, names: layout.names, path: layout.path)) }
    }
    if found.count < mostProblems { return .goOn }
    found.append(.tooManyProblems(at: row.span(0, in: layout.path)))
    return .enough
  }
  fold.finish()
  return Outcome(fold, found + faults)
}
