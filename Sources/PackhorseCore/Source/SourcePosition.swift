/// A place in a file: 1-based line, 1-based column counted in UTF-8 bytes, from the top of the file.
package struct SourcePosition: Hashable, Sendable, Comparable {
  // Four bytes each: a site of ten thousand pages keeps half a million places.
  private var storedLine: Int32
  private var storedColumn: Int32

  package init(line: Int, column: Int) {
    storedLine = Int32(clamping: line)
    storedColumn = Int32(clamping: column)
  }

  package var line: Int {
    get { Int(storedLine) }
    set { storedLine = Int32(clamping: newValue) }
  }

  package var column: Int {
    get { Int(storedColumn) }
    set { storedColumn = Int32(clamping: newValue) }
  }

  package static func < (one: SourcePosition, other: SourcePosition) -> Bool {
    (one.line, one.column) < (other.line, other.column)
  }
}

/// A range of a file, named by its path inside the site folder (`content/modules/…/listening.md`).
///
/// `end` is the position just past the last byte. An empty span points at a place.
package struct SourceSpan: Hashable, Sendable {
  package var path: String
  package var start: SourcePosition
  package var end: SourcePosition

  package init(path: String, start: SourcePosition, end: SourcePosition) {
    self.path = path
    self.start = start
    self.end = max(start, end)
  }

  /// A span of `length` bytes on one line.
  package init(path: String, line: Int, column: Int, length: Int = 0) {
    self.init(
      path: path, start: SourcePosition(line: line, column: column),
      end: SourcePosition(line: line, column: column + max(0, length)))
  }

  /// The first place of a file, for a problem of the file as a whole.
  package static func file(_ path: String) -> SourceSpan {
    SourceSpan(path: path, line: 1, column: 1)
  }
}

/// A value with the place it was read from.
package struct Located<Value> {
  package var value: Value
  package var span: SourceSpan

  package init(_ value: Value, at span: SourceSpan) {
    self.value = value
    self.span = span
  }

  /// The same place with another value.
  package func map<Other>(_ transform: (Value) -> Other) -> Located<Other> {
    Located<Other>(transform(value), at: span)
  }
}

extension Located: Sendable where Value: Sendable {}
extension Located: Equatable where Value: Equatable {}
extension Located: Hashable where Value: Hashable {}
