import PackhorseCore

/// What the reader of a file says after each record.
enum Reading {
  case goOn, enough
}

/// Splits the text of a CSV file, fed in chunks, into records (RFC 4180) and hands on each whole one.
///
/// Blank records are passed over; a record with a fault is reported and not handed on.
struct CSVRecords {
  /// The longest cell that is read, in bytes.
  static let longestCell = 1024 * 1024
  /// The most cells of a record that are read.
  static let mostCells = 1_000

  private enum State {
    case cellStart, unquoted, quoted, quoteInQuoted
  }

  private let path: String
  private let separator: UInt8
  private(set) var diagnostics: [Diagnostic] = []
  /// True after a fault that leaves the rest unreadable, and when the caller has enough.
  private(set) var isDone = false

  private var state = State.cellStart
  private var row = CSVRow()
  private var hasHeader = false
  private var isBroken = false
  /// Bytes taken in earlier chunks; the current line and the offset of its first byte.
  private var taken = 0
  private var line = 1
  private var lineStart = 0
  private var endedWithCR = false
  private var cellStart = SourcePosition(line: 1, column: 1)

  init(path: String, separator: UInt8) {
    (self.path, self.separator) = (path, separator)
    highestSpecial = max(separator, quote)
  }

  mutating func feed(_ chunk: ArraySlice<UInt8>, _ use: (CSVRow) -> Reading) {
    chunk.withUnsafeBufferPointer { feed($0, use) }
    taken += chunk.count
  }

  private mutating func feed(_ chunk: UnsafeBufferPointer<UInt8>, _ use: (CSVRow) -> Reading) {
    var index = 0
    while index < chunk.count, !isDone {
      let byte = chunk[index]
      let offset = taken + index
      let followsCR = endedWithCR
      endedWithCR = false
      switch state {
      case _ where followsCR && byte == UInt8(ascii: "\n"):
        lineStart = offset + 1
        if state == .quoted { row.bytes.append(byte) }
        index += 1
      case .cellStart:
        cellStart = position(of: offset)
        state = byte == quote ? .quoted : .unquoted
        index = byte == quote ? index + 1 : takePlainCells(chunk, from: index)
      case .unquoted where !isSpecial(byte): index = takePlainCells(chunk, from: index)
      case .quoted where !isSpecial(byte) || byte == separator:
        index = takeRun(chunk, from: index, to: firstSpecial(of: chunk, from: index + 1))
      case .unquoted:
        if byte == quote { markBroken(.quoteInText(point(offset, in: path), row.number + 1)) }
        takeSpecial(byte, at: offset, use)
        index += 1
      case .quoted:
        if byte == quote { state = .quoteInQuoted } else { takeLineEnd(byte, at: offset) }
        index += 1
      case .quoteInQuoted:
        if byte == quote {
          row.bytes.append(byte)
          state = .quoted
        } else if isSpecial(byte) {
          takeSpecial(byte, at: offset, use)
        } else {
          markBroken(.textAfterQuote(point(offset, in: path), row.number + 1))
          state = .unquoted
          continue
        }
        index += 1
      }
    }
  }

  /// Takes the end of the file.
  mutating func finish(_ use: (CSVRow) -> Reading) {
    guard !isDone else { return }
    if state == .quoted {
      fail(.unclosedQuote(SourceSpan(path: path, line: cellStart.line, column: cellStart.column, length: 1)))
    } else if state != .cellStart || !row.cells.isEmpty {
      endRecord(at: taken, use)
    }
    isDone = true
  }

  private let quote = UInt8(ascii: "\"")
  private let highestSpecial: UInt8

  /// Letters, which lie above all that is special, are told by one look.
  private func isSpecial(_ byte: UInt8) -> Bool {
    byte <= highestSpecial
      && (byte == separator || byte == quote || byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r"))
  }

  /// The next byte that may mean something, or the end.
  private func firstSpecial(of chunk: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
    var index = start
    while index < chunk.count, !isSpecial(chunk[index]) { index += 1 }
    return index
  }

  /// Takes what is left of a cell without quotes, and those that follow it in its line; gives where it stopped.
  private mutating func takePlainCells(_ chunk: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
    var index = takeRun(chunk, from: start, to: firstSpecial(of: chunk, from: start))
    while !isDone, index < chunk.count, chunk[index] == separator {
      endCell(at: taken + index)
      index += 1
      guard !isDone, index < chunk.count, chunk[index] != quote else { break }
      cellStart = position(of: taken + index)
      state = .unquoted
      index = takeRun(chunk, from: index, to: firstSpecial(of: chunk, from: index))
    }
    return index
  }

  /// Takes bytes of a cell; gives where they end.
  private mutating func takeRun(_ chunk: UnsafeBufferPointer<UInt8>, from start: Int, to end: Int) -> Int {
    guard start < end else { return end }
    row.bytes.append(contentsOf: UnsafeBufferPointer(rebasing: chunk[start..<end]))
    if row.bytes.count - (row.cells.last?.end ?? 0) > CSVRecords.longestCell {
      fail(.longCell(SourceSpan(path: path, line: cellStart.line, column: cellStart.column, length: 1)))
    }
    return end
  }

  /// Takes a separator, a line end or a stray quote outside quotes.
  private mutating func takeSpecial(_ byte: UInt8, at offset: Int, _ use: (CSVRow) -> Reading) {
    switch byte {
    case separator: endCell(at: offset)
    case quote: row.bytes.append(byte)
    default:
      endRecord(at: offset, use)
      beginLine(byte, at: offset)
    }
  }

  /// Takes a line end within quotes.
  private mutating func takeLineEnd(_ byte: UInt8, at offset: Int) {
    row.bytes.append(byte)
    beginLine(byte, at: offset)
  }

  private mutating func beginLine(_ byte: UInt8, at offset: Int) {
    line += 1
    lineStart = offset + 1
    endedWithCR = byte == UInt8(ascii: "\r")
  }

  private mutating func endCell(at offset: Int) {
    if state == .cellStart { cellStart = position(of: offset) }
    state = .cellStart
    let stop = position(of: offset)
    row.cells.append(CSVRow.Cell(end: row.bytes.count, start: cellStart, stop: stop))
    if row.cells.count > CSVRecords.mostCells {
      fail(.longRecord(SourceSpan(path: path, start: cellStart, end: stop)))
    }
  }

  private mutating func endRecord(at offset: Int, _ use: (CSVRow) -> Reading) {
    endCell(at: offset)
    row.number += 1
    // Without a header no record means anything.
    if isBroken, !hasHeader { isDone = true }
    if !isBroken, !isDone, !row.isBlank {
      hasHeader = true
      isDone = use(row) == .enough
    }
    isBroken = false
    row.bytes.removeAll(keepingCapacity: true)
    row.cells.removeAll(keepingCapacity: true)
  }

  private mutating func markBroken(_ fault: Diagnostic) {
    if !isBroken { diagnostics.append(fault) }
    isBroken = true
    if diagnostics.count >= mostProblems, let span = fault.span { fail(.tooManyProblems(at: span)) }
  }

  private mutating func fail(_ fault: Diagnostic) {
    diagnostics.append(fault)
    isDone = true
  }

  private func position(of offset: Int) -> SourcePosition {
    SourcePosition(line: line, column: offset - lineStart + 1)
  }

  private func point(_ offset: Int, in path: String) -> SourceSpan {
    let position = position(of: offset)
    return SourceSpan(path: path, line: position.line, column: position.column, length: 1)
  }
}

extension Diagnostic {
  fileprivate static func quoteInText(_ span: SourceSpan, _ row: Int) -> Diagnostic {
    Diagnostic(
      .error, "csv-bad-quote", "Quote within a cell of row \(row) that does not begin with one", at: span,
      suggestion: "put the whole cell in quotes and write each quote in it twice")
  }

  fileprivate static func textAfterQuote(_ span: SourceSpan, _ row: Int) -> Diagnostic {
    Diagnostic(
      .error, "csv-bad-quote", "Text after a cell's closing quote in row \(row)", at: span,
      suggestion: "write each quote within a cell twice")
  }

  fileprivate static func unclosedQuote(_ span: SourceSpan) -> Diagnostic {
    Diagnostic(
      .error, "csv-unclosed-quote", "Quote without its end", at: span,
      because: "Everything after it would be one cell.")
  }

  fileprivate static func longCell(_ span: SourceSpan) -> Diagnostic {
    Diagnostic(
      .error, "csv-cell-too-long", "Cell of more than 1 MiB", at: span,
      because: "No cell that somebody wrote is so long; perhaps a quote before it is not closed.")
  }

  fileprivate static func longRecord(_ span: SourceSpan) -> Diagnostic {
    Diagnostic(
      .error, "csv-row-too-long", "Row of more than \(CSVRecords.mostCells) cells", at: span,
      because: "No table of the format has so many columns.")
  }
}
