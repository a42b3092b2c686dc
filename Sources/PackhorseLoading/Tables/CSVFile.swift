import PackhorseCore

/// Reads a CSV file, from the disk's chunks to records, the header first; gives every problem of its form.
///
/// It takes what real files have: a byte-order mark, LF, CRLF or CR, commas, semicolons or tabs, blank rows.
func readCSV(_ file: DataFile, _ use: (CSVRow) -> Reading) -> [Diagnostic] {
  var intake = CSVIntake(path: file.path)
  do {
    try file.read { chunk in
      intake.feed(chunk, use)
      if intake.isDone { throw EnoughRead() }
    }
    intake.finish(use)
  } catch is EnoughRead {
    return intake.diagnostics
  } catch {
    return intake.diagnostics + [.unreadableFile(file.path, error)]
  }
  return intake.diagnostics
}

/// Ends the reading of a file before its end.
private struct EnoughRead: Error {}

/// Bytes on their way from the disk: checked to be text, without a byte-order mark, with the separator found.
private struct CSVIntake {
  private let path: String
  private var first = CSVSeparator()
  private var scan = TextScan()
  private var records: CSVRecords?
  private var fault: Diagnostic?
  /// The first bytes of a character that the next chunk may end.
  private var halfCharacter: [UInt8] = []

  init(path: String) { self.path = path }

  var diagnostics: [Diagnostic] { (records?.diagnostics ?? []) + (fault.map { [$0] } ?? []) }
  var isDone: Bool { fault != nil || records?.isDone == true }

  mutating func feed(_ chunk: ArraySlice<UInt8>, _ use: (CSVRow) -> Reading) {
    if records != nil {
      take(chunk, use)
    } else if first.take(chunk) {
      begin(use)
    }
  }

  mutating func finish(_ use: (CSVRow) -> Reading) {
    if records == nil { begin(use) }
    if fault == nil { fault = scan.faultAtEnd().map { .unreadable($0, in: path) } }
    if fault == nil { records?.finish(use) }
  }

  private mutating func begin(_ use: (CSVRow) -> Reading) {
    records = CSVRecords(path: path, separator: first.separator)
    let bytes = first.bytes
    first = CSVSeparator()
    take(bytes.starts(with: byteOrderMark) ? bytes[3...] : bytes[...], use)
  }

  /// Hands on whole characters, up to the first byte that is no text, however the file was cut into chunks.
  private mutating func take(_ chunk: ArraySlice<UInt8>, _ use: (CSVRow) -> Reading) {
    let seen = scan.seen
    let found = scan.firstFault(in: chunk)
    let end = found?.offset ?? scan.wholeCharacters
    if end > seen {
      records?.feed(halfCharacter[...], use)
      records?.feed(chunk.prefix(end - seen), use)
      halfCharacter = []
    }
    halfCharacter += chunk.dropFirst(max(0, end - seen))
    if let found, !isDone { fault = .unreadable(found, in: path) }
  }
}
