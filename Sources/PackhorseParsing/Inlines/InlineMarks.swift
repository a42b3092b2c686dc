/// What we add to the inside of a line.
enum InlineMark: Equatable {
  /// `[@key; @other]`
  case citation(keys: [String])
  /// `[@` to `]` with something else between them.
  case malformedCitation
  /// `:name[text]`, whatever the name.
  case directive(name: String, text: String)
}

/// Finds our additions in a run of text, from its beginning on, in one pass.
struct InlineMarks {
  private let bytes: Slice<UnsafeBufferPointer<UInt8>>
  private var index: Int
  /// The end of the last addition.
  private var done: Int

  init(_ bytes: Slice<UnsafeBufferPointer<UInt8>>) {
    self.bytes = bytes
    index = bytes.startIndex
    done = index
  }

  /// The next addition and where it stands.
  mutating func next() -> (range: Range<Int>, mark: InlineMark)? {
    while let bracket = bytes[index...].firstIndex(of: UInt8(ascii: "[")) {
      let inside = bytes[(bracket + 1)...].prefix { $0 != UInt8(ascii: "]") && $0 != UInt8(ascii: "[") }
      index = inside.endIndex
      guard index < bytes.endIndex, bytes[index] == UInt8(ascii: "]"), !isEscaped(inside),
        let found = mark(bracket, inside)
      else { continue }
      done = found.range.upperBound
      return found
    }
    return nil
  }

  /// What a pair of brackets with nothing but text between them means.
  private func mark(_ bracket: Int, _ inside: Slice<UnsafeBufferPointer<UInt8>>) -> (
    range: Range<Int>, mark: InlineMark
  )? {
    let end = inside.endIndex + 1
    if inside.first == UInt8(ascii: "@") {
      return (bracket..<end, citationKeys(inside).map { .citation(keys: $0) } ?? .malformedCitation)
    }
    guard let name = name(before: bracket) else { return nil }
    return (name.startIndex - 1..<end, .directive(name: string(name), text: string(inside)))
  }

  private func isEscaped(_ inside: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
    inside.firstIndex(of: Mark.bytes, from: inside.startIndex) != nil
  }

  /// The letters between a colon and a bracket.
  ///
  /// No name of ours, mistyped or not, is longer than 16.
  private func name(before bracket: Int) -> Slice<UnsafeBufferPointer<UInt8>>? {
    let before = bytes[max(done, bracket - 17)..<bracket]
    guard let colon = before.lastIndex(where: { !($0.isLetter || $0 == UInt8(ascii: "-")) }),
      before[colon] == UInt8(ascii: ":"), colon + 1 < bracket
    else { return nil }
    return before[(colon + 1)...]
  }

  private func string(_ bytes: Slice<UnsafeBufferPointer<UInt8>>) -> String {
    String(decoding: bytes, as: UTF8.self)
  }
}

/// The keys in `@key; @other`; nil where something else stands there.
private func citationKeys(_ bytes: Slice<UnsafeBufferPointer<UInt8>>) -> [String]? {
  var keys: [String] = []
  for part in bytes.split(separator: UInt8(ascii: ";"), omittingEmptySubsequences: false) {
    let word = part.trimmed
    let key = word.dropFirst()
    guard word.first == UInt8(ascii: "@"), !key.isEmpty, key.allSatisfy(\.mayStandInKey) else { return nil }
    keys.append(String(decoding: key, as: UTF8.self))
  }
  return keys
}

extension UInt8 {
  /// Letters, digits and `_ : . -`.
  fileprivate var mayStandInKey: Bool {
    isLetter || isDigit
      || [UInt8(ascii: "_"), UInt8(ascii: ":"), UInt8(ascii: "."), UInt8(ascii: "-")].contains(self)
  }
}
