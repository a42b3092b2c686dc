import PackhorseCore

extension ByteWriter {
  /// Writes a form of the catalogue, escaped, with markup in its places (`{name}`).
  ///
  /// What stands in a place is never searched for places of its own. A place that nothing fills stays as written.
  mutating func write(_ words: Words, _ key: String, _ places: KeyValuePairs<String, HTML> = [:]) {
    words.write(key, to: &self) { name, writer in
      guard let filling = places.first(where: { $0.key == name })?.value else { return false }
      writer.write(filling)
      return true
    }
  }
}

extension HTML {
  /// What is written.
  init(_ write: (inout ByteWriter) -> Void) {
    var writer = ByteWriter(capacity: 256)
    write(&writer)
    self = writer.html
  }
}
