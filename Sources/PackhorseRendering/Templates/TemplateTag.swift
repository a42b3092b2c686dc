import PackhorseCore

/// A tag as it stands in a template.
struct TemplateTag: Sendable {
  enum Kind: Sendable, Equatable {
    /// `{{name}}`
    case escaped
    /// `{{{name}}}` or `{{&name}}`
    case raw
    /// `{{#name}}`
    case section
    /// `{{^name}}`
    case inverted
    /// `{{/name}}`
    case close
    /// `{{>name}}`
    case partial
    /// `{{!…}}`
    case comment
  }

  var kind: Kind
  var name: String
  /// The name alone.
  var span: SourceSpan
  /// The whole tag in the file's bytes.
  var range: Range<Int>
  var place: MarkupPlace

  /// The key after `words.`, where the tag stands for a word of the catalogue.
  var wordKey: String? {
    name.hasPrefix("words.") ? String(name.dropFirst("words.".utf8.count)) : nil
  }
}

/// A template with its tags found.
struct ScannedTemplate: Sendable {
  /// The name in the library: the path inside templates/ without its extension.
  var name: String
  var path: String
  var bytes: [UInt8]
  var tags: [TemplateTag]
  /// False where its syntax is broken; it is then not given to the engine.
  var isSound: Bool
}
