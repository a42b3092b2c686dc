/// The catalogue of every word an interface shows: `words/en.yml`, overridden key by key by a site.
///
/// Keys are dotted (`outcomes.title`); a form holds places in braces (`{value}`).
package struct Words: Hashable, Sendable {
  private let forms: [String: String]

  package init(_ forms: [String: String]) {
    self.forms = forms
  }

  package var keys: [String] { forms.keys.sorted() }

  /// The form with its places filled in. An unknown key gives the key itself; a test holds every used key to the catalogue.
  package func callAsFunction(_ key: String, _ values: [String: String] = [:]) -> String {
    var form = forms[key] ?? key
    for (name, value) in values.sorted(by: { $0.key < $1.key }) {
      form = form.replacingPlace(name, with: value)
    }
    return form
  }

  package func has(_ key: String) -> Bool { forms[key] != nil }
}

extension String {
  /// Replaces `{name}` by a value.
  package func replacingPlace(_ name: String, with value: String) -> String {
    let place = "{\(name)}"
    guard var range = firstRange(of: place) else { return self }
    var result = ""
    var rest = self[...]
    while true {
      result += rest[rest.startIndex..<range.lowerBound]
      result += value
      rest = rest[range.upperBound...]
      guard let next = rest.firstRange(of: place) else { break }
      range = next
    }
    return result + rest
  }
}
