import PackhorseCore

/// A value of a YAML or JSON file with its place: what every reader of settings walks.
struct SourceNode: Equatable {
  enum Content: Equatable {
    /// Text as written, without its quotes. Nothing at all (`key:`, `null` of JSON) is empty text.
    case scalar(String)
    case sequence([SourceNode])
    case mapping([Entry])
  }

  struct Entry: Equatable {
    var key: Located<String>
    var value: SourceNode
  }

  var content: Content
  /// The scalar with its quotes, up to the end of its first line; the place where a list or mapping begins.
  var span: SourceSpan

  init(_ content: Content, at span: SourceSpan) {
    self.content = content
    self.span = span
  }

  /// True where a key stands without a value, or with an empty text.
  var isNothing: Bool {
    guard case .scalar(let text) = content else { return false }
    return text.utf8.allSatisfy { $0 <= 0x20 }
  }

  /// The text of a scalar.
  var text: Located<String>? {
    guard case .scalar(let text) = content else { return nil }
    return Located(text, at: span)
  }

  /// What it is, for a message: "text", "a list".
  var kind: String {
    switch content {
    case .scalar where isNothing: "nothing"
    case .scalar(let text): Int(text) == nil ? "text" : "a number"
    case .sequence: "a list"
    case .mapping: "a set of keys"
    }
  }
}

/// The deepest nesting that is read, where no file of the format nests more than five deep.
let deepestNesting = 50
