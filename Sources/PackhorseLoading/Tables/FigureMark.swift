import PackhorseCore

/// What stands in a table in place of a figure, as in those that a build publishes.
enum FigureMark: String, CaseIterable {
  case withheld = "[c]"
  case notAvailable = "[x]"

  init?(_ cell: ArraySlice<UInt8>) {
    guard cell.first == UInt8(ascii: "["),
      let mark = FigureMark.allCases.first(where: { cell.elementsEqual($0.rawValue.utf8) })
    else {
      return nil
    }
    self = mark
  }
}

/// Looks at a file's header for the columns of a table that a build published.
func publishedTableFault(_ file: DataFile) -> Diagnostic? {
  var fault: Diagnostic?
  _ = readCSV(file) { record in
    let names = CSVHeader(path: file.path, record: record).names
    let isPublished = Set(["area_type", "area_code", "statistic"]).isSubset(of: names.map(\.value))
    fault = names.first.flatMap { isPublished ? .publishedFigures($0.span) : nil }
    return .enough
  }
  return fault
}

extension Diagnostic {
  /// A mark where a number is due; `advice` says what else can be done about it.
  static func markedCell(
    _ mark: FigureMark, in column: String, row: Int, at span: SourceSpan, advice: String
  ) -> Diagnostic {
    let meaning =
      switch mark {
      case .withheld: "'[c]' stands where a count was kept back so that nobody can be recognised."
      case .notAvailable: "'[x]' stands where a figure is not available."
      }
    return Diagnostic(
      .error, "marked-cell", "\(quoted(column)) in row \(row) holds '\(mark.rawValue)' where a number is due",
      at: span, because: meaning + " Nothing can be added up from it.", suggestion: advice)
  }

  fileprivate static func publishedFigures(_ span: SourceSpan) -> Diagnostic {
    Diagnostic(
      .error, "published-figures", "This is a table that a build published, not one to build from", at: span,
      because:
        "Its counts are rounded, and '[c]' stands where one was kept back: figures made from them would be wrong.",
      suggestion:
        "put the counts here that the site was built from; to show the table as it was published, give it another name"
    )
  }
}
