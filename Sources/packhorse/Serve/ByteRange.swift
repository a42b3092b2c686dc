/// The part of a file that a request asks for (RFC 9110, section 14); players of films seek with it.
enum ByteRange: Hashable {
  case whole
  case part(Range<Int>)
  case unsatisfiable

  /// Reads a `Range` field; several ranges, other units and what is not understood stand for the whole.
  init(_ field: String?, size: Int) {
    guard let field, field.hasPrefix("bytes=") else {
      self = .whole
      return
    }
    let ends = field.dropFirst(6).split(separator: "-", maxSplits: 1, omittingEmptySubsequences: false)
    let numbers = ends.map(ByteRange.number)
    switch (numbers.first ?? nil, numbers.last ?? nil) {
    case _ where ends.count != 2: self = .whole
    case (let first?, let last?):
      self = first > last ? .whole : ByteRange(first, through: last, size: size)
    case (let first?, nil) where ends[1].isEmpty: self = ByteRange(first, through: .max, size: size)
    case (nil, let length?) where ends[0].isEmpty:
      self = length == 0 ? .unsatisfiable : ByteRange(max(0, size - length), through: .max, size: size)
    default: self = .whole
    }
  }

  private init(_ first: Int, through last: Int, size: Int) {
    self = first < size ? .part(first..<(min(last, size - 1) + 1)) : .unsatisfiable
  }

  private static func number(_ text: Substring) -> Int? {
    text.utf8.allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) } ? Int(text) : nil
  }
}
