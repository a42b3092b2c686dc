import PackhorseCore

extension UInt8 {
  static let lineFeed: UInt8 = 10
  static let carriageReturn: UInt8 = 13

  /// Space or tab.
  var isBlank: Bool { self == 32 || self == 9 }
  /// What ends a word: a blank, a line ending, line tabulation or form feed.
  var isSpace: Bool { self == 32 || (9...13).contains(self) }
  var isDigit: Bool { (48...57).contains(self) }
  /// A letter of ASCII.
  var isLetter: Bool { (97...122).contains(self | 32) }
  /// Punctuation of ASCII: what a backslash can escape in Markdown.
  var isPunctuation: Bool {
    (33...47).contains(self) || (58...64).contains(self) || (91...96).contains(self)
      || (123...126).contains(self)
  }
}

extension RandomAccessCollection<UInt8> where Index == Int {
  /// Without spaces and tabs at either end.
  var trimmed: SubSequence {
    let start = drop(while: \.isBlank)
    return start.prefix(upTo: (start.lastIndex { !$0.isBlank } ?? start.startIndex - 1) + 1)
  }

  /// The index at which `pattern` first begins, from `start` on.
  func firstIndex(of pattern: some Collection<UInt8>, from start: Int, to limit: Int? = nil) -> Int? {
    guard let first = pattern.first else { return start }
    let last = (limit ?? endIndex) - pattern.count
    guard start <= last else { return nil }
    let base = startIndex
    let candidates = withContiguousStorageIfAvailable { bytes -> Int? in
      let beginnings = UnsafeBufferPointer(rebasing: bytes[...(last - base)])
      var index = start - base
      while let next = beginnings.firstIndex(of: first, from: index) {
        if bytes[next...].starts(with: pattern) { return next + base }
        index = next + 1
      }
      return nil
    }
    return candidates ?? nil
  }
}
