/// A few texts in one run of bytes, each behind its length.
///
/// For values that there are hundreds of thousands of: a place in memory for each text would take more than the texts.
struct PackedTexts: Sendable {
  private(set) var bytes: [UInt8]

  /// So many texts, all empty.
  init(count: Int) { bytes = Array(repeating: 0, count: count) }

  /// Texts in UTF-8, each where it stands in `source`.
  init(_ texts: [Range<Int>], in source: [UInt8]) {
    bytes = []
    // Not a byte more than they take, since they stay.
    bytes.reserveCapacity(texts.reduce(0) { $0 + Self.lengthBytes($1.count) + $1.count })
    source.withUnsafeBufferPointer { source in
      for text in texts { Self.append(UnsafeBufferPointer(rebasing: source[text]), to: &bytes) }
    }
  }

  /// A text as it lies there.
  func bytes(_ index: Int) -> ArraySlice<UInt8> { bytes[place(of: index).text] }

  subscript(index: Int) -> String {
    get { String(decoding: bytes(index), as: UTF8.self) }
    set {
      let (start, old) = place(of: index)
      let text = newValue.utf8
      guard !text.isEmpty || !old.isEmpty else { return }
      var packed: [UInt8] = []
      // Not a byte more than it takes, since it stays.
      packed.reserveCapacity(
        bytes.count - (old.upperBound - start) + text.count + Self.lengthBytes(text.count))
      packed += bytes[..<start]
      Self.append(text, to: &packed)
      packed += bytes[old.upperBound...]
      bytes = packed
    }
  }

  private static func append(_ text: some Collection<UInt8>, to packed: inout [UInt8]) {
    var rest = text.count
    while rest >= 0x80 {
      packed.append(UInt8(truncatingIfNeeded: rest) | 0x80)
      rest >>= 7
    }
    packed.append(UInt8(rest))
    if !text.isEmpty { packed += text }
  }

  /// How many bytes a length takes: seven bits a byte, the lowest first.
  private static func lengthBytes(_ length: Int) -> Int {
    max(1, (Int.bitWidth - length.leadingZeroBitCount + 6) / 7)
  }

  /// Where a text begins with its length, and where its bytes lie.
  private func place(of index: Int) -> (start: Int, text: Range<Int>) {
    let bytes = bytes.span
    var text = 0..<0
    var start = 0
    for _ in 0...index {
      start = text.upperBound
      var place = start
      var (length, shift) = (0, 0)
      while bytes[place] >= 0x80 {
        length |= Int(bytes[place] & 0x7F) << shift
        shift += 7
        place += 1
      }
      length |= Int(bytes[place]) << shift
      text = place + 1..<place + 1 + length
    }
    return (start, text)
  }
}
