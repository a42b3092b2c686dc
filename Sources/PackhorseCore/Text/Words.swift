/// The catalogue of every word an interface shows: `words/en.yml`, overridden key by key by a site.
///
/// Keys are dotted (`outcomes.title`); a form holds places in braces (`{value}`).
package struct Words: Hashable, Sendable {
  private let forms: [String: String]

  package init(_ forms: [String: String]) {
    self.forms = forms
  }

  package var keys: [String] { forms.keys.sorted() }

  /// The form with its places filled in; a value is never searched for places itself.
  ///
  /// An unknown key gives the key itself; a test holds every used key to the catalogue.
  package func callAsFunction(_ key: String, _ values: [String: String] = [:]) -> String {
    guard let form = forms[key] else { return key }
    return values.isEmpty ? form : filled(form, with: values)
  }

  package func has(_ key: String) -> Bool { forms[key] != nil }
}

private func filled(_ form: String, with values: [String: String]) -> String {
  var result = ""
  var rest = form[...]
  while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
    let name = String(rest[rest.index(after: open)..<close])
    result += rest[..<open]
    result += values[name] ?? "{\(name)}"
    rest = rest[rest.index(after: close)...]
  }
  return result + rest
}
