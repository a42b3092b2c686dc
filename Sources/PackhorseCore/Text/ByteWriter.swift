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
    ready.withUTF8Buffer { bytes.append(contentsOf: $0) }
  }

  /// Appends markup that was made by a renderer.
  package mutating func write(_ html: HTML) {
    if html.bytes.count > max(bytes.capacity, Self.largePart) {
      // A list of a whole site: what follows it must not move it once more to a place of twice its size.
      bytes.reserveCapacity(bytes.count + html.bytes.count + Self.largePart)
    }
    bytes.append(contentsOf: html.bytes)
  }

  /// Appends bytes as they are; the caller answers for their being escaped.
  package mutating func writeReady(_ ready: ArraySlice<UInt8>) {
    bytes.append(contentsOf: ready)
  }

  /// Appends a number in decimal.
  package mutating func write(_ number: Int) {
    if number < 0 { bytes.append(UInt8(ascii: "-")) }
    write(digitsOf: number.magnitude)
  }

  private mutating func write(digitsOf number: UInt) {
    if number > 9 { write(digitsOf: number / 10) }
    bytes.append(UInt8(ascii: "0") + UInt8(truncatingIfNeeded: number % 10))
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
      bytes.append(contentsOf: UnsafeBufferPointer(rebasing: text[start..<index]))
      switch text[index] {
      case UInt8(ascii: "&"): write("&amp;")
      case UInt8(ascii: "<"): write("&lt;")
      case UInt8(ascii: ">"): write("&gt;")
      default: write("&quot;")
      }
      start = index + 1
    }
    bytes.append(contentsOf: UnsafeBufferPointer(rebasing: text[start...]))
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
