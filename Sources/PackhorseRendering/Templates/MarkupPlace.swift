/// The place in a page's markup at which a tag of a template stands.
enum MarkupPlace: Sendable, Hashable {
  /// Between elements or in their text.
  case content
  /// In `title` or `textarea`, which hold text alone.
  case plainText
  /// In an element whose content is not markup: `script`, `style` and their like.
  case rawText(element: String)
  case comment
  /// Inside `<…>`, outside an attribute's value.
  case markup
  /// In an attribute's value; `isQuoted` in double quotes, `isAtStart` where nothing stands before it.
  case value(attribute: String, isQuoted: Bool, isAtStart: Bool)

  /// The same place for a section's beginning and its end: what stood before in a value does not matter.
  var kind: MarkupPlace {
    switch self {
    case .value(let attribute, let isQuoted, _):
      .value(attribute: attribute, isQuoted: isQuoted, isAtStart: false)
    default: self
    }
  }
}

/// Attributes whose value is an address.
let urlAttributes: Set<String> = [
  "href", "src", "action", "formaction", "poster", "cite", "data", "srcset", "ping", "background", "manifest",
  "longdesc", "usemap", "codebase", "archive", "classid", "profile", "xlink:href",
]

/// True for attributes whose value is read as a script, a style sheet or a whole page.
func holdsCode(attribute: String) -> Bool {
  attribute == "style" || attribute == "srcdoc" || attribute.hasPrefix("on")
}
