import PackhorseCore

/// Finds the brackets, colons and at signs that an author escaped, so that they are not taken for our additions.
///
/// libcmark hands out text with its escapes resolved: `\[@key]` and `[@key]` look alike. A mark beside the escape
/// tells them apart. It is never put beside `*` or `_`, whose meaning depends on their neighbours.
struct Shields {
  /// Where in the text to put a mark, in order.
  private(set) var offsets: [Int] = []

  init(_ bytes: [UInt8]) {
    let isEscape = { (byte: UInt8) in byte == UInt8(ascii: "\\") || byte == UInt8(ascii: "&") }
    // Few texts hold either.
    let first = bytes.withUnsafeBufferPointer { text in
      text.firstIndex(from: 0) {
        places(of: UInt8(ascii: "\\"), in: $0) | places(of: UInt8(ascii: "&"), in: $0)
      }
    }
    guard var index = first else { return }
    while index < bytes.count {
      guard isEscape(bytes[index]) else {
        index += 1
        continue
      }
      let length =
        bytes[index] == UInt8(ascii: "&") ? entityLength(bytes[index...]) : backslashLength(bytes[index...])
      if let length { add(index..<index + length, in: bytes) }
      let isPair =
        bytes[index] == UInt8(ascii: "\\") && index + 1 < bytes.count && bytes[index + 1].isPunctuation
      index += length ?? (isPair ? 2 : 1)
    }
  }

  /// Behind what opens something, before what closes it: always on the inner side.
  private mutating func add(_ escape: Range<Int>, in bytes: [UInt8]) {
    let closes =
      bytes[escape].elementsEqual("\\]".utf8) || closingEntities.contains { bytes[escape].elementsEqual($0) }
    let offset = closes ? escape.lowerBound : escape.upperBound
    let neighbour = closes ? offset - 1 : offset
    guard bytes.indices.contains(neighbour) else { return }
    guard bytes[neighbour] != UInt8(ascii: "*"), bytes[neighbour] != UInt8(ascii: "_") else { return }
    offsets.append(offset)
  }
}

private let openingEntities =
  ["&#91;", "&#x5b;", "&#x5B;", "&lsqb;", "&lbrack;", "&#58;", "&#x3a;", "&#x3A;", "&colon;"]
  .map { Array($0.utf8) } + ["&#64;", "&#x40;", "&commat;"].map { Array($0.utf8) }
private let closingEntities = ["&#93;", "&#x5d;", "&#x5D;", "&rsqb;", "&rbrack;"].map { Array($0.utf8) }

private func entityLength(_ rest: ArraySlice<UInt8>) -> Int? {
  (openingEntities + closingEntities).first { rest.starts(with: $0) }?.count
}

private func backslashLength(_ rest: ArraySlice<UInt8>) -> Int? {
  ["\\[", "\\]", "\\:", "\\@"].contains { rest.starts(with: $0.utf8) } ? 2 : nil
}
