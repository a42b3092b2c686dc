import PackhorseCore

/// What rows of a table are folded into, one by one: sums, and no row.
///
/// Parts of a file are folded apart from one another and then merged in their order; the result is that of one fold.
protocol RowFold: Sendable {
  /// The column whose cell a group is located at.
  var keyColumn: Int { get }

  /// Takes a row, or says what is wrong with it and takes nothing.
  mutating func take(_ row: RowCells, at place: RowPlace) -> RowFault?

  /// Takes up what rows have left waiting; comes after the last of them.
  mutating func finish()

  /// Takes the fold of the rows that follow, the first of them on the line after `lines`.
  mutating func merge(_ later: Self, after lines: Int)

  /// True where parts that were merged do not agree: only a reading in order finds the row.
  var disagrees: Bool { get }
}

extension RowFold {
  mutating func finish() {}

  var disagrees: Bool { false }
}

/// Where the key of a row stands: its line and its column in bytes, both from 1.
struct RowPlace: Sendable {
  var line: Int32
  var column: Int32

  init(line: Int, column: Int) {
    (self.line, self.column) = (Int32(clamping: line), Int32(clamping: column))
  }

  func span(length: Int, in path: String) -> SourceSpan {
    SourceSpan(path: path, line: Int(line), column: Int(column), length: length)
  }
}

/// What is wrong with a cell of a row; nothing that stands in it.
struct RowFault {
  enum Kind {
    case empty
    /// What was found, in words that give nothing away, and what is due.
    case other(found: String, due: String)
    case scoreOutOfRange, afterWithoutBefore, numeratorExceedsDenominator
    /// The line of the row that counted the same before.
    case duplicate(Int)
    case identifier(Identifier)
    case mark(FigureMark)
  }

  var column: Int
  var kind: Kind
}

extension RowFault {
  /// The problem with its place; `names` are those of the columns.
  func diagnostic(row: CSVRow, names: [String], path: String) -> Diagnostic {
    let name = names.indices.contains(column) ? names[column] : "column \(column + 1)"
    let span = row.span(column, in: path)
    let number = row.number
    return switch kind {
    case .empty: .emptyCell(name, row: number, at: span)
    case .other(let found, let due): .badCell(name, row: number, found: found, due: due, at: span)
    case .scoreOutOfRange:
      Diagnostic(
        .error, "score-out-of-range", "\(quoted(name)) in row \(number) lies outside the scale", at: span,
        because: "The scale runs from 'lowest' to 'highest' of the measure in measures.yml.",
        suggestion: "correct the score, or leave the cell empty where there is none")
    case .afterWithoutBefore:
      Diagnostic(
        .error, "after-without-before", "\(quoted(name)) in row \(number) has a score, but none before it",
        at: span, because: "A change needs both scores of a person.",
        suggestion: "enter the score before, or leave both cells empty")
    case .numeratorExceedsDenominator:
      .numeratorExceedsDenominator(number, at: span)
    case .duplicate(let first):
      Diagnostic(
        .error, "duplicate-row", "Row \(number) counts again what an earlier row counts", at: span,
        because: "The same people would be counted twice.",
        notes: [Diagnostic.Note("the earlier row", at: SourceSpan(path: path, line: first, column: 1))],
        suggestion: "keep one of the two, or say with 'where' in sources.yml which rows to count")
    case .identifier(let identifier):
      .identifier(identifier, in: name, row: number, at: span)
    case .mark(let mark):
      .markedCell(
        mark, in: name, row: number, at: span,
        advice: "say 'hidden: \"\(mark.rawValue)\"' in sources.yml: then nothing is made of such rows")
    }
  }
}
