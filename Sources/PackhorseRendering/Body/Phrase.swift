import PackhorseCore

extension ByteWriter {
  /// Writes a form of the catalogue, escaped, with markup in its places (`{name}`).
  ///
  /// The form is read once: what stands in a place is never searched for places of its own. A place that nothing
  /// fills stays as written.
  mutating func write(_ words: Words, _ key: String, _ places: [String: HTML] = [:]) {
    var rest = Array(words(key).utf8)[...]
    while let open = rest.firstIndex(of: UInt8(ascii: "{")),
      let close = rest[open...].firstIndex(of: UInt8(ascii: "}"))
    {
      write(text: rest[..<open])
      if let filling = places[String(decoding: rest[(open + 1)..<close], as: UTF8.self)] {
        write(filling)
      } else {
        write(text: rest[open...close])
      }
      rest = rest[(close + 1)...]
    }
    write(text: rest)
  }
}
