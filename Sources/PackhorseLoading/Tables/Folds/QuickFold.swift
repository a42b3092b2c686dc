import PackhorseCore

/// Folds a file of plain rows on several tasks; nil where anything in it is not plain or is wrong.
///
/// Plain is: UTF-8 text, each row on a line of its own, cells that are quoted whole or not at all, as many as the header
/// has. Each part begins after a line end. Were that line end inside a quoted cell, the part before would meet a quote
/// that its line does not close, and the file would not be plain.
func foldQuickly<Fold: RowFold>(
  _ file: DataFile, _ layout: TableLayout, into empty: Fold, jobs: Int, smallestPart: Int = 1 << 16
) async -> Fold? {
  guard let parts = try? file.openParts?(), parts.size > 0 else { return nil }
  var separator = CSVSeparator()
  var offset = 0
  while offset < parts.size {
    guard let bytes = try? parts.bytes(offset..<min(parts.size, offset + 4096)), !bytes.isEmpty else {
      return nil
    }
    offset += bytes.count
    if separator.take(bytes[...]) { break }
  }
  let sign = separator.separator
  let count = max(1, min(jobs, parts.size / smallestPart))
  let ranges = (0..<count).map { parts.size * $0 / count..<parts.size * ($0 + 1) / count }
  var folded = await concurrentMap(ranges, jobs: jobs) { range -> QuickPart<Fold>? in
    var part = QuickPart(parts: parts, range: range, separator: sign, layout: layout, fold: empty)
    guard part.read() else { return nil }
    part.fold.finish()
    return part
  }
  guard let first = folded[0], folded.allSatisfy({ $0 != nil }) else { return nil }
  var (fold, lines) = (first.fold, first.lines)
  for index in folded.indices.dropFirst() {
    guard let part = folded[index] else { return nil }
    folded[index] = nil
    fold.merge(part.fold, after: lines)
    lines += part.lines
  }
  return fold.disagrees ? nil : fold
}

/// A part of a file: the lines that begin in its range.
private struct QuickPart<Fold: RowFold>: Sendable {
  private let parts: FileParts
  private let range: Range<Int>
  private let width: Int
  private let separator: UInt8
  var fold: Fold
  /// Lines read so far.
  private(set) var lines = 0
  private var skipsHeader: Bool
  private var scan = TextScan()

  /// What is read at a time; a longer line is not plain.
  private static var block: Int { 1 << 18 }

  init(parts: FileParts, range: Range<Int>, separator: UInt8, layout: TableLayout, fold: Fold) {
    self.parts = parts
    self.range = range
    self.separator = separator
    self.fold = fold
    width = layout.names.count
    skipsHeader = layout.hasHeader && range.lowerBound == 0
  }

  /// False where something is not plain or wrong.
  mutating func read() -> Bool {
    // One byte earlier: a line that begins where the range does follows a line end.
    var offset = max(0, range.lowerBound - 1)
    var isAtStart = range.lowerBound == 0
    while offset < range.upperBound {
      let end = min(parts.size, offset + Self.block)
      guard let bytes = try? parts.bytes(offset..<end), bytes.count == end - offset else { return false }
      var start = 0
      if !isAtStart {
        guard let lineEnd = bytes.firstIndex(of: newline) else { return false }
        (start, isAtStart) = (lineEnd + 1, true)
      } else if offset == 0, bytes.starts(with: byteOrderMark) {
        start = 3
      }
      let isLast = end == parts.size
      let limit = range.upperBound - offset
      guard let rest = take(bytes, from: start, before: limit, isLast: isLast) else { return false }
      if isLast || rest >= limit { return scan.faultAtEnd() == nil }
      // The line that the bytes cut through is read again with those that follow.
      if rest == 0 { return false }
      offset += rest
    }
    return true
  }

  /// Takes the whole lines that begin before `limit`; gives where the next begins, nil where one is not plain.
  private mutating func take(
    _ buffer: [UInt8], from first: Int, before limit: Int, isLast: Bool
  ) -> Int? {
    var start = first
    var isPlain = true
    buffer.withUnsafeBufferPointer { bytes in
      withUnsafeTemporaryAllocation(of: Range<Int>.self, capacity: width) { bounds in
        bounds.initialize(repeating: 0..<0)
        while start < limit, start < bytes.count {
          let end = lineEnd(of: bytes, from: start)
          guard end < bytes.count || isLast else { break }
          guard takeLine(bytes, start..<end, bounds) else {
            isPlain = false
            return
          }
          lines += 1
          start = end + 1
        }
      }
    }
    guard isPlain else { return nil }
    start = min(start, buffer.count)
    return scan.firstFault(in: buffer[first..<max(first, start)]) == nil ? start : nil
  }

  private mutating func takeLine(
    _ bytes: UnsafeBufferPointer<UInt8>, _ line: Range<Int>, _ bounds: UnsafeMutableBufferPointer<Range<Int>>
  ) -> Bool {
    var end = line.upperBound
    if end > line.lowerBound, bytes[end - 1] == carriageReturn { end -= 1 }
    if line.lowerBound == end { return true }
    if skipsHeader {
      skipsHeader = bytes[line.lowerBound..<end].allSatisfy { $0 == separator || $0 == UInt8(ascii: " ") }
      // A header over several lines, or with an odd quote or line end, is for the careful reader.
      return skipsHeader || split(bytes, line.lowerBound..<end, bounds)
    }
    guard split(bytes, line.lowerBound..<end, bounds) else { return false }
    let row = RowCells(bytes: bytes, bounds: UnsafeBufferPointer(bounds))
    if row[0].isEmpty, row.isBlank { return true }
    let place = RowPlace(
      line: lines + 1, column: column(of: fold.keyColumn, bounds, lineStart: line.lowerBound, bytes))
    return fold.take(row, at: place) == nil
  }

  /// The column at which a cell begins in its line, with its quote.
  private func column(
    of cell: Int, _ bounds: UnsafeMutableBufferPointer<Range<Int>>, lineStart: Int,
    _ bytes: UnsafeBufferPointer<UInt8>
  ) -> Int {
    let start = bounds[cell].lowerBound
    let isQuoted = start > lineStart && bytes[start - 1] == quote
    return start - lineStart + (isQuoted ? 0 : 1)
  }

  /// Finds the cells of a line; false where it has not as many as the header, or an odd quote or line end.
  private func split(
    _ bytes: UnsafeBufferPointer<UInt8>, _ line: Range<Int>, _ bounds: UnsafeMutableBufferPointer<Range<Int>>
  ) -> Bool {
    var (at, cell) = (line.lowerBound, 0)
    while true {
      guard cell < width else { return false }
      let isQuoted = at < line.upperBound && bytes[at] == quote
      if isQuoted { at += 1 }
      let start = at
      let stop = isQuoted ? quote : separator
      while at < line.upperBound, bytes[at] != stop {
        // Most bytes are letters and digits, which stand above all signs that mean something.
        if bytes[at] <= quote, bytes[at] == carriageReturn || (bytes[at] == quote && !isQuoted) {
          return false
        }
        at += 1
      }
      bounds[cell] = start..<at
      cell += 1
      if isQuoted {
        guard at < line.upperBound else { return false }
        at += 1
      }
      if at == line.upperBound { return cell == width }
      guard bytes[at] == separator else { return false }
      at += 1
    }
  }
}

private let newline = UInt8(ascii: "\n")
private let carriageReturn = UInt8(ascii: "\r")
private let quote = UInt8(ascii: "\"")

/// Where the line that `start` is in ends: at a line end, or with the bytes.
private func lineEnd(of bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
  let raw = UnsafeRawBufferPointer(bytes)
  var at = start
  while at + 8 <= raw.count {
    let word = UInt64(littleEndian: raw.loadUnaligned(fromByteOffset: at, as: UInt64.self))
    let ends = zeroBytes(word ^ 0x0A0A_0A0A_0A0A_0A0A)
    if ends != 0 { return at + ends.trailingZeroBitCount / 8 }
    at += 8
  }
  return bytes[at...].firstIndex(of: newline) ?? bytes.count
}
