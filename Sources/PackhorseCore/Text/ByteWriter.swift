/// Bytes under construction: what every renderer writes into.
///
/// It holds its memory alone and is never copied. A page is tens of thousands of short writes, and an array would ask at
/// each of them whether somebody else holds it too. Public, as what is written out at its callers has to be.
public struct ByteWriter: ~Copyable {
  /// Room for `capacity` bytes, of which `count` are written.
  @usableFromInline var start: UnsafeMutablePointer<UInt8>
  @usableFromInline var capacity: Int
  @usableFromInline var written = 0

  private static let largePart = 32_768

  package init(capacity: Int = 0) {
    self.capacity = max(capacity, 64)
    start = UnsafeMutablePointer.allocate(capacity: self.capacity)
  }

  deinit { start.deallocate() }

  /// How many bytes are written.
  package var count: Int { written }

  package var last: UInt8? { written > 0 ? start[written - 1] : nil }

  /// What was written, as bytes.
  package var bytes: [UInt8] { Array(UnsafeBufferPointer(start: start, count: written)) }

  /// What was written, as markup.
  package var html: HTML { HTML(ready: bytes) }

  /// Appends text that is ready as it is: markup of ours, or what was escaped before.
  @inlinable @inline(__always) public mutating func write(_ ready: StaticString) {
    append(ready.utf8Start, ready.utf8CodeUnitCount)
  }

  /// Appends markup that was made by a renderer.
  package mutating func write(_ html: HTML) {
    if html.bytes.count > max(capacity, Self.largePart) {
      // A list of a whole site: what follows it must not move it once more to a place of twice its size.
      grow(to: written + html.bytes.count + Self.largePart)
    }
    html.bytes.withUnsafeBufferPointer { append($0) }
  }

  /// Appends bytes as they are; the caller answers for their being escaped.
  package mutating func writeReady(_ ready: ArraySlice<UInt8>) {
    ready.withUnsafeBufferPointer { append($0) }
  }

  /// Appends bytes as they are; the caller answers for their being escaped.
  package mutating func writeReady(_ ready: UnsafeBufferPointer<UInt8>) { append(ready) }

  /// Appends a byte as it is.
  @inlinable public mutating func writeReady(_ byte: UInt8) {
    if written == capacity { makeRoom(for: 1) }
    start[written] = byte
    written += 1
  }

  /// Appends a number in decimal.
  package mutating func write(_ number: Int) {
    if number < 0 { write("-") }
    write(whole: number.magnitude)
  }

  /// Appends tenths as a decimal, one place at most: `12.5`, `12`.
  package mutating func write(tenths number: Int) {
    if number < 0 { write("-") }
    let (whole, tenth) = number.magnitude.quotientAndRemainder(dividingBy: 10)
    write(whole: whole)
    guard tenth > 0 else { return }
    write(".")
    writeReady(Self.digit(tenth))
  }

  private mutating func write(whole number: UInt) {
    if number >= 1000 { write(whole: number / 1000) }
    let (hundreds, tens, ones) = (number % 1000 / 100, number % 100 / 10, number % 10)
    if number >= 100 { writeReady(Self.digit(hundreds)) }
    if number >= 10 { writeReady(Self.digit(tens)) }
    writeReady(Self.digit(ones))
  }

  private static func digit(_ number: UInt) -> UInt8 { UInt8(ascii: "0") + UInt8(truncatingIfNeeded: number) }

  /// Appends text, escaped for HTML content and for attributes in double quotes.
  package mutating func write(text: some Sequence<UInt8>) {
    for byte in text {
      switch byte {
      case UInt8(ascii: "&"), UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "\""): write(escaped: byte)
      default: writeReady(byte)
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
    guard text.utf8.withContiguousStorageIfAvailable({ write(text: $0) }) == nil else { return }
    var copy = text
    copy.withUTF8 { write(text: $0) }
  }

  private mutating func write(text: UnsafeBufferPointer<UInt8>) {
    var start = 0
    while let index = text.firstIndex(from: start, marked: Self.escapedPlaces) {
      append(UnsafeBufferPointer(rebasing: text[start..<index]))
      write(escaped: text[index])
      start = index + 1
    }
    append(UnsafeBufferPointer(rebasing: text[start...]))
  }

  /// Appends what stands for a byte that text must not hold.
  private mutating func write(escaped byte: UInt8) {
    switch byte {
    case UInt8(ascii: "&"): write("&amp;")
    case UInt8(ascii: "<"): write("&lt;")
    case UInt8(ascii: ">"): write("&gt;")
    default: write("&quot;")
    }
  }

  /// The high bit of each byte of a word that is `"` or `&`, `<` or `>`: the two of a pair differ in one bit.
  private static func escapedPlaces(in word: UInt64) -> UInt64 {
    places(of: UInt8(ascii: "&"), in: word | 0x0404_0404_0404_0404)
      | places(of: UInt8(ascii: ">"), in: word | 0x0202_0202_0202_0202)
  }

  /// Takes back the bytes that were written last.
  package mutating func removeLast(_ count: Int) { written = max(0, written - count) }

  /// Takes back the spaces and line ends that were written last.
  package mutating func dropTrailingSpace() {
    while last == UInt8(ascii: " ") || last == UInt8(ascii: "\n") { removeLast(1) }
  }

  private mutating func append(_ source: UnsafeBufferPointer<UInt8>) {
    source.baseAddress.map { append($0, source.count) }
  }

  /// What all writing comes down to.
  @inlinable @inline(__always) mutating func append(_ source: UnsafePointer<UInt8>, _ length: Int) {
    if capacity - written < length { makeRoom(for: length) }
    (start + written).initialize(from: source, count: length)
    written += length
  }

  @usableFromInline mutating func makeRoom(for length: Int) {
    grow(to: max(written + length, 2 * capacity))
  }

  private mutating func grow(to capacity: Int) {
    let larger = UnsafeMutablePointer<UInt8>.allocate(capacity: capacity)
    larger.moveInitialize(from: start, count: written)
    start.deallocate()
    (start, self.capacity) = (larger, capacity)
  }
}
