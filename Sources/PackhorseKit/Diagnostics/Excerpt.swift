import PackhorseCore

/// A line of a file with the part that a diagnostic is about underlined.
struct Excerpt {
  let line: String
  let underline: String

  /// At most this many bytes of a line are shown, and at most this many of them before the span.
  private static let longest = 160
  private static let lead = 60

  /// `columns` are 1-based and count bytes; the end is just past the last.
  init(line: ArraySlice<UInt8>, columns: Range<Int>) {
    let start = Excerpt.boundary(line, line.startIndex + max(0, columns.lowerBound - 1))
    let end = max(start, Excerpt.boundary(line, line.startIndex + max(0, columns.upperBound - 1)))
    let isLong = line.count > Excerpt.longest
    let first = isLong ? Excerpt.boundary(line, max(line.startIndex, start - Excerpt.lead)) : line.startIndex
    let last = isLong ? Excerpt.boundary(line, min(line.endIndex, first + Excerpt.longest)) : line.endIndex
    let head = TerminalText(bytes: line[first..<start])
    let middle = TerminalText(bytes: line[start..<min(end, last)])
    let tail = TerminalText(bytes: line[min(end, last)..<last])
    let opening = first > line.startIndex ? "…" : ""
    self.line = opening + head.text + middle.text + tail.text + (last < line.endIndex ? "…" : "")
    underline =
      String(repeating: " ", count: opening.count + head.width)
      + String(repeating: "^", count: max(1, middle.width))
  }

  /// The offset, moved back to where a character begins and into the line.
  private static func boundary(_ line: ArraySlice<UInt8>, _ offset: Int) -> Int {
    var at = min(max(offset, line.startIndex), line.endIndex)
    while at < line.endIndex, at > line.startIndex, line[at] & 0xC0 == 0x80 { at -= 1 }
    return at
  }
}

/// The lines of the files that diagnostics speak of, each file counted through once.
struct SourceLines {
  private let files: [String: [UInt8]]
  private var starts: [String: [Int]] = [:]

  init(_ files: [SourceFile], for diagnostics: [Diagnostic]) {
    let paths = Set(diagnostics.compactMap(\.span?.path)).filter(SourceLines.mayBeShown)
    let wanted = files.filter { paths.contains($0.path) }.map { ($0.path, $0.bytes) }
    self.files = Dictionary(wanted, uniquingKeysWith: { first, _ in first })
  }

  /// Lines of data files, records and stories are never shown: a build's log is read by others.
  static func mayBeShown(path: String) -> Bool {
    !path.lowercased().hasSuffix(".csv") && !path.hasPrefix("private/") && !path.hasPrefix("content/stories/")
  }

  /// The 1-based line of a file without its end; nil where there is none.
  mutating func line(_ number: Int, of path: String) -> ArraySlice<UInt8>? {
    guard let bytes = files[path] else { return nil }
    let starts = self.starts[path] ?? SourceLines.starts(in: bytes)
    self.starts[path] = starts
    guard number >= 1, number <= starts.count else { return nil }
    let end = number < starts.count ? starts[number] - 1 : bytes.count
    let line = bytes[starts[number - 1]..<end]
    return line.last == UInt8(ascii: "\r") ? line.dropLast() : line
  }

  /// Lines end at LF, CRLF or a lone CR, as every stage counts them.
  private static func starts(in bytes: [UInt8]) -> [Int] {
    var starts = [0]
    for (index, byte) in bytes.enumerated() {
      if byte == UInt8(ascii: "\n")
        || (byte == UInt8(ascii: "\r") && !bytes[(index + 1)...].starts(with: "\n".utf8))
      {
        starts.append(index + 1)
      }
    }
    return starts
  }
}
