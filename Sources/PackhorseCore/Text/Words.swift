/// The catalogue of every word an interface shows: `words/en.yml`, overridden key by key by a site.
///
/// Keys are dotted (`outcomes.title`); a form holds places in braces (`{value}`).
package struct Words: Hashable, Sendable {
  private let forms: [String: Form]

  package init(_ forms: [String: String]) {
    self.forms = forms.mapValues(Form.init)
  }

  /// The same words with other forms for some keys.
  package func replacing(_ forms: [String: String]) -> Words {
    Words(forms: self.forms.merging(forms.mapValues(Form.init)) { $1 })
  }

  private init(forms: [String: Form]) { self.forms = forms }

  package var keys: [String] { forms.keys.sorted() }

  /// The form with its places filled in; a value is never searched for places itself.
  ///
  /// An unknown key gives the key itself; a test holds every used key to the catalogue.
  package func callAsFunction(_ key: String, _ values: [String: String] = [:]) -> String {
    guard let form = forms[key] else { return key }
    return values.isEmpty ? form.text : form.filled(with: values)
  }

  /// Hands on a form piece by piece: its texts, and the names of its places; an unknown key is its own text.
  package func forEachPart(of key: String, _ use: (_ text: String, _ isPlace: Bool) -> Void) {
    guard let form = forms[key] else { return use(key, false) }
    for part in form.parts { use(part.text, part.isPlace) }
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
private struct Form: Hashable, Sendable {
  let text: String
  let items: [String]
  let parts: [Part]

  struct Part: Hashable {
    var text: String
    var isPlace: Bool
  }

  init(_ text: String) {
    self.text = text
    items = text.utf8.split(separator: UInt8(ascii: ",")).map { String(Substring($0)) }
    var parts: [Part] = []
    var rest = text[...]
    while let open = rest.utf8.firstIndex(of: UInt8(ascii: "{")),
      let close = rest[open...].utf8.firstIndex(of: UInt8(ascii: "}"))
    {
      parts.append(Part(text: String(rest[..<open]), isPlace: false))
      parts.append(Part(text: String(rest[rest.utf8.index(after: open)..<close]), isPlace: true))
      rest = rest[rest.utf8.index(after: close)...]
    }
    self.parts = parts + [Part(text: String(rest), isPlace: false)]
  }

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

  func filled(with values: [String: String]) -> String {
    var result = ""
    for part in parts {
      result += part.isPlace ? values[part.text] ?? "{\(part.text)}" : part.text
    }
    return result
  }
}
