import PackhorseCore

extension ByteWriter {
  /// Writes a form of the catalogue, escaped, with markup in its places (`{name}`).
  ///
  /// The form is read once: what stands in a place is never searched for places of its own. A place that nothing
  /// fills stays as written.
  mutating func write(_ words: Words, _ key: String, _ places: [String: HTML] = [:]) {
    words.forEachPart(of: key) { text, isPlace in
      guard isPlace else { return write(text: text) }
      if let filling = places[text] { write(filling) } else { write(text: "{\(text)}") }
    }
  }
}
