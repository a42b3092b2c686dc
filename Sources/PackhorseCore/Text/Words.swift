/// The catalogue of every word an interface shows: `words/en.yml`, overridden key by key by a site.
///
/// Keys are dotted (`outcomes.title`); a form holds places in braces (`{value}`).
package struct Words: Hashable, Sendable {
  private let forms: [String: Form]
  /// The same forms by the first part of their keys, then by the rest.
  private let sections: [String: [String: Form]]
  /// What stands before each key in the whole catalogue, where these words are a section of it.
  private var prefix = ""

  package init(_ forms: [String: String]) {
    self.init(taken: forms.mapValues(Form.init))
  }

  /// The same words with other forms for some keys.
  package func replacing(_ forms: [String: String]) -> Words {
    forms.isEmpty ? self : Words(taken: self.forms.merging(forms.mapValues(Form.init)) { $1 })
  }

  private init(taken forms: [String: Form]) {
    self.forms = forms
    var sections: [String: [String: Form]] = [:]
    for (key, form) in forms {
      guard let dot = key.utf8.firstIndex(of: UInt8(ascii: ".")) else { continue }
      sections[String(key[..<dot]), default: [:]][String(key[key.utf8.index(after: dot)...])] = form
    }
    self.sections = sections
  }

  private init(section forms: [String: Form], after prefix: String) {
    (self.forms, sections, self.prefix) = (forms, [:], prefix)
  }

  /// The words whose keys begin with `name` and a dot, by what follows: who asks for many need not put keys together.
  package func section(_ name: String) -> Words {
    Words(section: sections[name] ?? [:], after: name + ".")
  }

  package var keys: [String] { forms.keys.sorted() }

  /// The form with its places filled in; a value is never searched for places itself.
  ///
  /// An unknown key gives the key itself; a test holds every used key to the catalogue.
  package func callAsFunction(_ key: String, _ values: KeyValuePairs<String, String> = [:]) -> String {
    if values.isEmpty { return forms[key]?.text ?? prefix + key }
    return filled(key) { name in values.first { $0.key == name }?.value }
  }

  /// The form with its places filled in, each value made when its place is reached.
  package func filled(_ key: String, _ value: (_ place: String) -> String?) -> String {
    guard let all = forms[key]?.parts else { return prefix + key }
    var result = ""
    // Read in place: a copy of a part would count a reference to each of its texts.
    let parts = all.span
    for index in parts.indices {
      let text = parts[index].text
      result += parts[index].isPlace ? value(text) ?? "{\(text)}" : text
    }
    return result
  }

  /// Writes the form as markup into `writer`, its own text escaped; an unknown key is its own text.
  ///
  /// `write` writes what stands in a place, or gives false: then the place stays as written.
  package func write(
    _ key: String, to writer: inout ByteWriter,
    _ write: (_ place: String, inout ByteWriter) -> Bool
  ) {
    guard let all = forms[key]?.parts else { return writer.write(text: prefix + key) }
    let parts = all.span
    for index in parts.indices {
      if parts[index].isPlace, write(parts[index].text, &writer) { continue }
      writer.write(parts[index].markup)
    }
  }

  /// What stands in the places of a form in a text that it was filled into; nil for another text.
  package func read(_ text: String, as key: String) -> [String: String]? { forms[key]?.read(text) }

  /// The items of a form that lists them with commas, such as the names of the months.
  package func list(_ key: String) -> [String] { forms[key]?.items ?? [] }

  /// Items in a row: "a", "a and b", "a, b and c".
  package func joined(_ items: [String]) -> String {
    guard let last = items.last, items.count > 1 else { return items.first ?? "" }
    return items.dropLast().joined(separator: self("page.join.comma")) + self("page.join.and") + last
  }

  package func has(_ key: String) -> Bool { forms[key] != nil }
}

/// A form taken apart once.
private final class Form: Hashable, Sendable {
  let text: String
  let items: [String]
  let parts: [Part]

  struct Part {
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

  static func == (one: Form, other: Form) -> Bool { one.text == other.text }

  func hash(into hasher: inout Hasher) { hasher.combine(text) }

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
}
