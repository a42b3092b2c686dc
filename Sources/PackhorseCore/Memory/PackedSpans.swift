/// Places go in without their path, which is the page's.
extension PackedWriter {
  mutating func write(_ start: SourcePosition, _ end: SourcePosition) {
    write(start.line)
    write(start.column)
    write(end.line - start.line)
    write(end.column)
  }

  mutating func write(_ located: Located<String>) {
    write(located.value)
    write(located.span.start, located.span.end)
  }

  mutating func write(_ located: [Located<String>]) {
    write(located) { $0.write($1) }
  }

  package mutating func write(_ digest: Digest?) {
    write(digest) { $0.write($1) }
  }

  package mutating func write(_ state: FileState?) {
    write(state) { $0.write($1) }
  }

  mutating func write(_ date: CalendarDate) {
    write(date.year << 9 | date.month << 5 | date.day)
  }
}

extension PackedReader {
  mutating func span() throws(DamagedNote) -> SourceSpan {
    let start = SourcePosition(line: try number(), column: try number())
    let end = SourcePosition(line: start.line &+ (try number()), column: try number())
    return SourceSpan(path: path, start: start, end: end)
  }

  mutating func located() throws(DamagedNote) -> Located<String> {
    Located(try text(), at: try span())
  }

  mutating func locatedTexts() throws(DamagedNote) -> [Located<String>] {
    try items { (reader) throws(DamagedNote) in try reader.located() }
  }

  mutating func texts() throws(DamagedNote) -> [String] {
    try items { (reader) throws(DamagedNote) in try reader.text() }
  }

  mutating func optionalText() throws(DamagedNote) -> String? {
    try optional { (reader) throws(DamagedNote) in try reader.text() }
  }

  mutating func optionalNumber() throws(DamagedNote) -> Int? {
    try optional { (reader) throws(DamagedNote) in try reader.number() }
  }

  package mutating func optionalDigest() throws(DamagedNote) -> Digest? {
    try optional { (reader) throws(DamagedNote) in try reader.digest() }
  }

  package mutating func optionalState() throws(DamagedNote) -> FileState? {
    try optional { (reader) throws(DamagedNote) in try reader.state() }
  }

  mutating func date() throws(DamagedNote) -> CalendarDate {
    let packed = try number()
    guard let date = CalendarDate(year: packed >> 9, month: packed >> 5 & 15, day: packed & 31) else {
      throw DamagedNote()
    }
    return date
  }
}
