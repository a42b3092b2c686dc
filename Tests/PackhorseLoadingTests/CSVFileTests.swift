import PackhorseCore
import Testing

@testable import PackhorseLoading

@Suite struct CSVFileTests {
  private func read(_ text: String) -> (rows: [[String]], diagnostics: [Diagnostic]) {
    read(DataFile(path: "content/data/x.csv", bytes: Array(text.utf8)))
  }

  private func read(_ file: DataFile) -> (rows: [[String]], diagnostics: [Diagnostic]) {
    var rows: [[String]] = []
    let diagnostics = readCSV(file) { row in
      rows.append(row.cells.indices.map { String(decoding: row.cell($0), as: UTF8.self) })
      return .goOn
    }
    return (rows, diagnostics)
  }

  /// The same bytes in chunks of one size.
  private func chunked(_ bytes: [UInt8], by size: Int) -> DataFile {
    DataFile(path: "content/data/x.csv") { take in
      for start in stride(from: 0, to: bytes.count, by: size) {
        try take(bytes[start..<min(start + size, bytes.count)])
      }
    }
  }

  @Test(arguments: [
    ("a,b\n1,2\n", [["a", "b"], ["1", "2"]]),
    ("\u{FEFF}a;b\r\n1,5;2\r\n", [["a", "b"], ["1,5", "2"]]),
    ("a\tb\r1\t2\r\r", [["a", "b"], ["1", "2"]]),
    ("a,b\n\"x\ny\",\"say \"\"hi\"\"\"\n", [["a", "b"], ["x\ny", "say \"hi\""]]),
    ("\"a;a\",b\n1,\"\"\n", [["a;a", "b"], ["1", ""]]),
    ("\n\na,b\n\n1,2\n,\n\n  ,\n\n", [["a", "b"], ["1", "2"]]),
    ("a,b\n1,", [["a", "b"], ["1", ""]]),
    ("a\n1", [["a"], ["1"]]), ("", []), ("\u{FEFF}", []), ("\n\r\n", []),
  ])
  func readsWhatRealFilesHold(text: String, rows: [[String]]) {
    let result = read(text)
    #expect(result.rows == rows)
    #expect(result.diagnostics.isEmpty)
    for size in [1, 2, 3] { #expect(read(chunked(Array(text.utf8), by: size)).rows == rows) }
  }

  /// Only the end of the line would tell that commas part it.
  @Test(arguments: [1_000_000, 65_536, 1_000])
  func findsTheSameSeparatorInEveryCut(size: Int) {
    let text = Array((String(repeating: "a", count: 65_535) + "\tb,c,d").utf8)
    let found = read(chunked(text, by: size))
    #expect(found.rows.map(\.count) == [2])
  }

  @Test func givesRowLineAndColumn() {
    var places: [(Int, SourceSpan)] = []
    _ = readCSV(DataFile(path: "x", bytes: Array("a,b\r\n\r\n\"é\r\n\",\"é\",\n".utf8))) { row in
      places += row.cells.indices.map { (row.number, row.span($0, in: "x")) }
      return .goOn
    }
    #expect(places.map(\.0) == [1, 1, 3, 3, 3])
    #expect(
      places[2].1 == SourceSpan(path: "x", start: .init(line: 3, column: 1), end: .init(line: 4, column: 2)))
    #expect(places[3].1 == SourceSpan(path: "x", line: 4, column: 3, length: 4))
    #expect(places[4].1 == SourceSpan(path: "x", line: 4, column: 8))
  }

  @Test(arguments: [
    ("a,b\n1,\"2\n", "csv-unclosed-quote", 2, 3), ("a,b\n1\"x,2\n", "csv-bad-quote", 2, 2),
    ("a,b\n\"1\"x,2\n", "csv-bad-quote", 2, 4), ("a,\"b\"x\n1,2\n", "csv-bad-quote", 1, 6),
    ("a,b\n1,\"2\r\n\"\" \0\",3\n", "nul-byte", 3, 4), ("\"", "csv-unclosed-quote", 1, 1),
  ])
  func reportsFaultsOfForm(text: String, id: String, line: Int, column: Int) {
    for size in [1, 2, 1_000] {
      let result = read(chunked(Array(text.utf8), by: size))
      #expect(result.diagnostics.map(\.id) == [id])
      #expect(result.diagnostics.first?.span?.start == SourcePosition(line: line, column: column))
      #expect(result.rows.count <= 1)
    }
  }

  /// Windows-1252 and every kind of malformed UTF-8, whole and cut anywhere.
  @Test(arguments: [
    [0xE9], [0xC3], [0xC0, 0x80], [0xE0, 0x80, 0x80], [0xED, 0xA0, 0x80], [0xF4, 0x90, 0x80, 0x80],
    [0xF5, 0x80], [0x80], [0xFF],
    [0xE2, 0x82],
  ])
  func reportsBytesThatAreNoUTF8(bad: [UInt8]) {
    let bytes = Array("a,b\né,".utf8) + bad + Array("\n1,2\n".utf8)
    for size in [1, 2, 3, 4, 1_000] {
      let result = read(chunked(bytes, by: size))
      #expect(result.diagnostics.map(\.id) == ["bad-utf8"])
      #expect(result.diagnostics.first?.span?.start == SourcePosition(line: 2, column: 4))
      #expect(result.rows == [["a", "b"]])
    }
    #expect(read(chunked(Array("a,b\n1,".utf8) + bad, by: 1)).diagnostics.map(\.id) == ["bad-utf8"])
  }

  @Test func limitsCellsAndRows() {
    let cell = read("a,b\n1,\"" + String(repeating: "x\n", count: 600_000))
    #expect(cell.diagnostics.map(\.id) == ["csv-cell-too-long"])
    #expect(cell.diagnostics.first?.span?.start == SourcePosition(line: 2, column: 3))
    let row = read("a,b\n" + String(repeating: ",", count: 2_000))
    #expect(row.diagnostics.map(\.id) == ["csv-row-too-long"])
    #expect(row.diagnostics.first?.span?.start == SourcePosition(line: 2, column: 1_001))
    let last = read("a,b\n" + String(repeating: ",", count: 1_000) + "xyz\n")
    #expect(
      last.diagnostics.map(\.span) == [
        SourceSpan(path: "content/data/x.csv", line: 2, column: 1_001, length: 3)
      ])
  }

  @Test func saysThatADiskFails() {
    struct Gone: Error {}
    let result = read(
      DataFile(path: "content/data/x.csv") { take in
        try take(Array("a,b\n1,2\n3".utf8)[...])
        throw Gone()
      })
    #expect(result.diagnostics.map(\.id) == ["unreadable-file"])
    #expect(result.rows == [["a", "b"], ["1", "2"]])
  }

  @Test func stopsReadingWhenTheCallerHasEnough() {
    let diagnostics = readCSV(
      DataFile(path: "x") { take in
        try take(Array("a\n".utf8)[...])
        try take([0xFF])
        Issue.record("the disk was read on")
      }
    ) { _ in .enough }
    #expect(diagnostics.isEmpty)
  }
}
