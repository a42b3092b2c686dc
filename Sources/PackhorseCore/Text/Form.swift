/// A form of the catalogue, taken apart once: texts with places in braces (`{value}`) between them.
package final class Form: Hashable, Sendable {
  let text: String
  /// Of a form that lists them with commas.
  let items: [String]
  private let parts: [Part]

  private struct Part {
    /// Of a place, its name.
    let text: String
    let isPlace: Bool
    /// As it stands in a page; a place in braces.
    let markup: HTML

    init(_ text: Substring, isPlace: Bool) {
      (self.text, self.isPlace) = (String(text), isPlace)
      markup = HTML(text: isPlace ? "{\(text)}" : String(text))
    }
  }

  init(_ text: String) {
    self.text = text
    items = text.utf8.split(separator: UInt8(ascii: ",")).map { String(Substring($0)) }
    var parts: [Part] = []
    var rest = text[...]
    while let open = rest.utf8.firstIndex(of: UInt8(ascii: "{")),
      let close = rest[open...].utf8.firstIndex(of: UInt8(ascii: "}"))
    {
      parts.append(Part(rest[..<open], isPlace: false))
      parts.append(Part(rest[rest.utf8.index(after: open)..<close], isPlace: true))
      rest = rest[rest.utf8.index(after: close)...]
    }
    self.parts = parts + [Part(rest, isPlace: false)]
  }

  /// What stands for a key that the catalogue does not have.
  init(key: String) {
    (text, items, parts) = (key, [], [Part(key[...], isPlace: false)])
  }

  /// The form with its places filled in, each value made when its place is reached; nil leaves a place as written.
  package func filled(_ value: (_ place: String) -> String?) -> String {
    var result = ""
    for part in parts { result += part.isPlace ? value(part.text) ?? "{\(part.text)}" : part.text }
    return result
  }

  /// Writes the form as markup, its own text escaped.
  ///
  /// `write` writes what stands in a place, or gives false: then the place stays as written.
  package func write(
    to writer: inout ByteWriter, _ write: (_ place: String, inout ByteWriter) -> Bool
  ) {
    // Read in place: a copy of a part would count a reference to each of its texts, which all threads share.
    parts.withUnsafeBufferPointer { parts in
      for index in parts.indices {
        if parts[index].isPlace, write(parts[index].text, &writer) { continue }
        writer.write(parts[index].markup)
      }
    }
  }

  /// What stands in the places in a text that the form was filled into; nil for another text.
  func read(_ text: String) -> [String: String]? {
    var values: [String: String] = [:]
    var rest = text[...]
    for (index, part) in parts.enumerated() {
      guard part.isPlace else {
        guard rest.hasPrefix(part.text) else { return nil }
        rest = rest.dropFirst(part.text.count)
        continue
      }
      // A form ends with a text, be it empty, and no two places stand side by side without one.
      let next = parts[index + 1].text
      guard let end = next.isEmpty ? rest.endIndex : rest.firstRange(of: next)?.lowerBound else { return nil }
      values[part.text] = String(rest[..<end])
      rest = rest[end...]
    }
    return rest.isEmpty ? values : nil
  }

  package static func == (one: Form, other: Form) -> Bool { one.text == other.text }

  package func hash(into hasher: inout Hasher) { hasher.combine(text) }
}
