import PackhorseCore
import PackhorseTestSupport
import Testing

/// A kind of fault: what it makes of a sheet, and what has to be said of it.
struct PlantedFault: Sendable, CustomTestStringConvertible {
  var name: String
  var id: String
  var sheet: @Sendable (inout Seeded) -> Sheet
  /// The column whose cell is replaced, and with what; nil for a fault of another form.
  var cell: (column: Int, texts: [String])?
  /// Changes the sheet around a row (0 is the first below the header); gives the row and column of the fault, the header being row −1.
  var change: (@Sendable (inout Sheet, Int) -> (row: Int, column: Int))?

  var testDescription: String { name }

  static func cell(
    _ name: String, _ id: String, _ sheet: @escaping @Sendable (inout Seeded) -> Sheet, _ column: Int,
    _ texts: String...
  ) -> PlantedFault {
    PlantedFault(name: name, id: id, sheet: sheet, cell: (column, texts))
  }

  static func change(
    _ name: String, _ id: String, _ sheet: @escaping @Sendable (inout Seeded) -> Sheet,
    _ change: @escaping @Sendable (inout Sheet, Int) -> (row: Int, column: Int)
  ) -> PlantedFault {
    PlantedFault(name: name, id: id, sheet: sheet, change: change)
  }

  static let all: [PlantedFault] = ofRecords + ofText + ofOutcomes + ofCounts + ofPublishedFiles

  private static let ofRecords: [PlantedFault] = [
    .cell("practice code", "csv-bad-cell", Sheet.records, 1, "demo01", "A8", "DEMO 01", "Surgery"),
    .cell("no practice", "csv-empty-cell", Sheet.records, 1, "", "  "),
    .cell("day of no calendar", "csv-bad-cell", Sheet.records, 2, "2025-02-30", "2025-13-04", "31/02/2025"),
    .cell("day in words", "csv-bad-cell", Sheet.records, 2, "last week", "March"),
    .cell("day of another age", "csv-bad-cell", Sheet.records, 2, "0031-03-12", "2531-03-12"),
    .cell("no day", "csv-empty-cell", Sheet.records, 2, ""),
    .cell("no id", "csv-empty-cell", Sheet.records, 0, ""),
    .change("id twice", "duplicate-row", Sheet.records) { sheet, row in
      sheet.rows[row + 1][0] = sheet.rows[row][0]
      return (row + 1, 0)
    },
    .cell("unknown status", "csv-bad-cell", Sheet.records, 4, "finished", "Completed"),
    .cell("no status", "csv-empty-cell", Sheet.records, 4, ""),
    .cell("score above the scale", "score-out-of-range", Sheet.records, 5, "11", "100"),
    .cell("score below the scale", "score-out-of-range", Sheet.records, 6, "-1", "-40"),
    .cell("part of a point", "csv-bad-cell", Sheet.records, 5, "6.5", "6,5"),
    .cell("percentage as a score", "csv-bad-cell", Sheet.records, 6, "60%"),
    .cell("words as a score", "csv-bad-cell", Sheet.records, 6, "better", "n/a"),
    .cell("number beyond all scores", "csv-bad-cell", Sheet.records, 5, "99999999999999999999"),
    .change("score after alone", "after-without-before", Sheet.records) { sheet, row in
      (sheet.rows[row][5], sheet.rows[row][6]) = ("", "5")
      return (row, 6)
    },
    .cell(
      "NHS number", "identifier-found", Sheet.records, 3, "943 476 5919", "9434765919", "NHS 943-476-5919."),
    .cell("CHI number", "identifier-found", Sheet.records, 3, "0101010007", "010101 0007"),
    .cell("e-mail address", "identifier-found", Sheet.records, 3, "a.person@example.org"),
    .cell("postcode", "identifier-found", Sheet.records, 3, "AB12 3CD", "m1 1aa", "SW1A1AA"),
    .cell(
      "telephone number", "identifier-found", Sheet.records, 3, "07700 900123", "+44 7700 900123",
      "0161-496-0000"),
    .cell("date of birth", "identifier-found", Sheet.records, 3, "1958-03-02", "02/03/1958", "19580302"),
    .change("column of names", "identifier-found", Sheet.records) { sheet, _ in
      sheet.header[3] = "Patient name"
      return (-1, 3)
    },
    .change("column of births", "identifier-found", Sheet.records) { sheet, _ in
      sheet.header[3] = "date of birth"
      return (-1, 3)
    },
    .change("NHS number for a column's name", "identifier-found", Sheet.records) { sheet, _ in
      sheet.header[3] = "9434765919"
      return (-1, 3)
    },
    .change("column twice", "csv-duplicate-column", Sheet.records) { sheet, _ in
      sheet.header[3] = "status"
      return (-1, 4)
    },
  ]

  private static let ofText: [PlantedFault] = [
    .cell("second encoding", "bad-utf8", Sheet.records, 3, "na\u{E000}ve", "\u{E000}"),
    .cell("NUL", "nul-byte", Sheet.records, 3, "a\0b"),
    .cell("character that nobody sees", "hidden-character", Sheet.records, 3, "de\u{202E}bt", "x\u{202D}y"),
    .cell("quote within a cell", "csv-bad-quote", Sheet.records, 3, "so \"called\""),
    .cell("text after a quote", "csv-bad-quote", Sheet.records, 3, "\"so\"called"),
    .cell("quote without its end", "csv-unclosed-quote", Sheet.records, 3, "\"debt"),
    .change("cell too few", "csv-cell-count", Sheet.records) { sheet, row in
      sheet.rows[row].removeLast()
      return (row, 5)
    },
    .change("cell too many", "csv-cell-count", Sheet.outcomes) { sheet, row in
      sheet.rows[row].append("more")
      return (row, 5)
    },
  ]

  private static let ofOutcomes: [PlantedFault] = [
    .change("row twice", "duplicate-outcome", Sheet.outcomes) { sheet, row in
      sheet.rows[row + 1][1] = sheet.rows[row][1]
      return (row + 1, 0)
    },
    .cell("part above its whole", "numerator-exceeds-denominator", Sheet.outcomes, 3, "999", "100000"),
    .cell("count below 0", "csv-bad-cell", Sheet.outcomes, 3, "-1", "-12"),
    .cell("part of a person", "csv-bad-cell", Sheet.outcomes, 4, "340.5", "0.75"),
    .cell(
      "count beyond all people", "csv-bad-cell", Sheet.outcomes, 4, "20000000000", "99999999999999999999"),
    .cell("percentage as a count", "csv-bad-cell", Sheet.outcomes, 3, "45%", "45 %"),
    .cell("no period", "csv-bad-cell", Sheet.outcomes, 1, "2025-Q5", "Q1 2025", "2025/27"),
    .cell("measure that is no id", "csv-bad-cell", Sheet.outcomes, 2, "Attended", "took up"),
    .cell("no count", "csv-bad-cell", Sheet.outcomes, 4, ""),
    .cell("a mark for a missing figure beside a number", "marked-cell", Sheet.outcomes, 3, "[x]", "[c]"),
    .cell("NHS number as a measure", "identifier-found", Sheet.outcomes, 2, "9434765919"),
    .change("another length of period", "mixed-period-lengths", Sheet.outcomes) { sheet, row in
      sheet.rows[row + 1][1] = "2031-05"
      return (row + 1, 1)
    },
    .change("unknown column", "csv-unknown-column", Sheet.outcomes) { sheet, _ in
      sheet.header.append("note")
      sheet.rows = sheet.rows.map { $0 + ["x"] }
      return (-1, 5)
    },
  ]

  private static let ofCounts: [PlantedFault] = [
    .cell("part of a person in a mapped table", "csv-bad-cell", Sheet.counts, 2, "4.5"),
    .cell("count below 0 in a mapped table", "csv-bad-cell", Sheet.counts, 3, "-4"),
    .cell("count beyond all people in a mapped table", "csv-bad-cell", Sheet.counts, 3, "10000000000"),
    .cell("percentage in a mapped table", "csv-bad-cell", Sheet.counts, 2, "12%"),
    .cell("part above its whole in a mapped table", "numerator-exceeds-denominator", Sheet.counts, 2, "5000"),
    .cell("month of no year", "csv-bad-cell", Sheet.counts, 1, "2025-13", "May", "05-2025"),
    .cell("practice of no code", "csv-bad-cell", Sheet.counts, 0, "demo", "A-81001"),
    .cell(
      "identifier in a remark", "identifier-found", Sheet.counts, 4, "9434765919", "ring 0161 496 0000",
      "AB1 2CD"),
    .change("month twice", "duplicate-row", Sheet.counts) { sheet, row in
      sheet.rows[row + 1][1] = sheet.rows[row][1]
      return (row + 1, 0)
    },
  ]

  private static let ofPublishedFiles: [PlantedFault] = [
    .cell("list that is no number", "csv-bad-cell", Sheet.lists, 9, "many", "1.5", "-3"),
    .cell("day of a list that is none", "csv-bad-cell", Sheet.lists, 1, "01FOO2024", "41JAN2024", "soon"),
    .change("list twice", "duplicate-row", Sheet.lists) { sheet, row in
      sheet.rows[row + 1][1] = sheet.rows[row][1]
      return (row + 1, 5)
    },
    .cell("figure that is neither hidden nor a number", "csv-bad-cell", Sheet.network, 6, "-", "n/a", "<5"),
    .change("month among counts since April", "cumulative-falls", Sheet.network) { sheet, row in
      sheet.rows[max(1, row)][6] = "0"
      return (max(1, row), 0)
    },
  ]
}
