/// A line that may open or close a block: `:::name …` or `:::`, after indentation and marks of quotes and lists.
struct FenceLine {
  /// The line of the body, from 1.
  var line: Int
  /// From the first colon to the last byte that is not blank, in the original bytes.
  var range: Range<Int>

  /// Nil where the line is not one.
  init?(line: Int, of lines: Lines) {
    let content = lines.content(line)
    let bytes = lines.bytes[content]
    let start = content.lowerBound + bytes.containerPrefixLength
    guard bytes[start...].starts(with: ":::".utf8) else { return nil }
    self.line = line
    range = start..<bytes[start...].trimmed.endIndex
  }

  /// Every such line of a text.
  static func all(in lines: Lines) -> [FenceLine] {
    guard lines.bytes.firstIndex(of: ":::".utf8, from: 0) != nil else { return [] }
    return (1...lines.count).compactMap { FenceLine(line: $0, of: lines) }
  }
}

extension ArraySlice<UInt8> {
  /// How many bytes at the beginning could be indentation and the marks of quotations and list items.
  fileprivate var containerPrefixLength: Int {
    var index = startIndex
    while index < endIndex {
      let mark = self[index...].containerMarkLength
      guard mark > 0 else { break }
      index += mark
    }
    return index - startIndex
  }

  private var containerMarkLength: Int {
    guard let first else { return 0 }
    if first.isBlank || first == UInt8(ascii: ">") { return 1 }
    let digits = prefix(10).prefix(while: \.isDigit).count
    guard digits < 10 else { return 0 }
    let mark = dropFirst(digits)
    guard let sign = mark.first, let after = mark.dropFirst().first, after.isBlank else { return 0 }
    let signs =
      digits == 0
      ? [UInt8(ascii: "-"), UInt8(ascii: "+"), UInt8(ascii: "*")] : [UInt8(ascii: "."), UInt8(ascii: ")")]
    return signs.contains(sign) ? digits + 1 : 0
  }
}
