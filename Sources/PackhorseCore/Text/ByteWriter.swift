/// Bytes under construction: what every renderer writes into.
package struct ByteWriter: Sendable {
  package var bytes: [UInt8]

  private static let largePart = 32_768

  package init(capacity: Int = 0) {
    bytes = []
    bytes.reserveCapacity(capacity)
  }

  /// Appends text that is ready as it is: markup of ours, or what was escaped before.
  package mutating func write(_ ready: StaticString) {
    ready.withUTF8Buffer { append($0) }
  }

  /// Appends markup that was made by a renderer.
  package mutating func write(_ html: HTML) {
    if html.bytes.count > max(bytes.capacity, Self.largePart) {
      // A list of a whole site: what follows it must not move it once more to a place of twice its size.
      bytes.reserveCapacity(bytes.count + html.bytes.count + Self.largePart)
    }
    html.bytes.withUnsafeBufferPointer { append($0) }
  }

  /// Appends bytes as they are; the caller answers for their being escaped.
  package mutating func writeReady(_ ready: ArraySlice<UInt8>) {
    ready.withUnsafeBufferPointer { append($0) }
  }

  /// Appends a number in decimal.
  package mutating func write(_ number: Int) {
    write(whole: number.magnitude, tenth: 0, isNegative: number < 0)
  }

  /// Appends tenths as a decimal, one place at most: `12.5`, `12`.
  package mutating func write(tenths number: Int) {
    let (whole, tenth) = number.magnitude.quotientAndRemainder(dividingBy: 10)
    write(whole: whole, tenth: tenth, isNegative: number < 0)
  }

  private mutating func write(whole: UInt, tenth: UInt, isNegative: Bool) {
    withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 24) { digits in
      var start = digits.count
      func put(_ byte: UInt8) {
        start -= 1
        digits[start] = byte
      }
      func put(digit: UInt) { put(UInt8(ascii: "0") + UInt8(truncatingIfNeeded: digit)) }
      if tenth > 0 {
        put(digit: tenth)
        put(UInt8(ascii: "."))
      }
      var rest = whole
      repeat {
        put(digit: rest % 10)
        rest /= 10
      } while rest > 0
      if isNegative { put(UInt8(ascii: "-")) }
      append(UnsafeBufferPointer(rebasing: digits[start...]))
    }
  }

  /// Appends text, escaped for HTML content and for attributes in double quotes.
  package mutating func write(text: some Sequence<UInt8>) {
    for byte in text {
      switch byte {
      case UInt8(ascii: "&"): write("&amp;")
      case UInt8(ascii: "<"): write("&lt;")
      case UInt8(ascii: ">"): write("&gt;")
      case UInt8(ascii: "\""): write("&quot;")
      default: bytes.append(byte)
      }
    }
  }

  /// Appends text, escaped for HTML content and for attributes in double quotes.
  ///
  /// Not generic, so that it is fast when called from another module: what needs no escape is copied in runs.
  package mutating func write(text: ArraySlice<UInt8>) {
    text.withUnsafeBufferPointer { write(text: $0) }
  }

  /// Appends text, escaped for HTML content and for attributes in double quotes.
  package mutating func write(text: String) {
    var text = text
    text.withUTF8 { write(text: $0) }
  }

  private mutating func write(text: UnsafeBufferPointer<UInt8>) {
    var start = 0
    while let index = text.firstIndex(from: start, marked: Self.escapedPlaces) {
      append(UnsafeBufferPointer(rebasing: text[start..<index]))
      switch text[index] {
      case UInt8(ascii: "&"): write("&amp;")
      case UInt8(ascii: "<"): write("&lt;")
      case UInt8(ascii: ">"): write("&gt;")
      default: write("&quot;")
      }
      start = index + 1
    }
    append(UnsafeBufferPointer(rebasing: text[start...]))
  }

  /// What all writing comes down to; appending a sequence takes half as long again.
  private mutating func append(_ source: UnsafeBufferPointer<UInt8>) {
    guard let first = source.baseAddress else { return }
    bytes.append(addingCapacity: source.count) { room in
      room.withUnsafeMutableBufferPointer { room, count in
        room.baseAddress?.initialize(from: first, count: source.count)
        count = source.count
      }
    }
  }

  /// The high bit of each byte of a word that is `"` or `&`, `<` or `>`: the two of a pair differ in one bit.
  private static func escapedPlaces(in word: UInt64) -> UInt64 {
    places(of: UInt8(ascii: "&"), in: word | 0x0404_0404_0404_0404)
      | places(of: UInt8(ascii: ">"), in: word | 0x0202_0202_0202_0202)
  }

  /// Takes back the spaces and line ends that were written last.
  package mutating func dropTrailingSpace() {
    while bytes.last == UInt8(ascii: " ") || bytes.last == UInt8(ascii: "\n") { bytes.removeLast() }
  }

  /// What was written, as markup.
  package var html: HTML { HTML(ready: bytes) }
}
