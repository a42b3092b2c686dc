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
    self.init(taken: forms.mapValues { Form($0) })
  }

  /// The same words with other forms for some keys.
  package func replacing(_ forms: [String: String]) -> Words {
    forms.isEmpty ? self : Words(taken: self.forms.merging(forms.mapValues { Form($0) }) { $1 })
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
    form(key).filled(value)
  }

  /// A form by itself, for who fills it again and again; an unknown key is its own text.
  package func form(_ key: String) -> Form { forms[key] ?? Form(key: prefix + key) }

  /// Writes the form as markup into `writer`, its own text escaped; an unknown key is its own text.
  ///
  /// `write` writes what stands in a place, or gives false: then the place stays as written.
  package func write(
    _ key: String, to writer: inout ByteWriter,
    _ write: (_ place: String, inout ByteWriter) -> Bool
  ) {
    form(key).write(to: &writer, write)
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
