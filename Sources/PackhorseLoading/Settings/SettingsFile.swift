import PackhorseCore

/// Reads a YAML file whose top is a mapping; an empty file is one without keys.
func readSettings<Value>(
  _ text: ArraySlice<UInt8>, path: String, _ body: (inout Fields) -> Value
) -> Outcome<Value?> {
  let node = readQuickYAML(text, path: path)
  guard let root = node.value ?? node.emptyMapping(at: .file(path)) else {
    return Outcome(nil, node.diagnostics)
  }
  let name = path.split(separator: "/").last.map(String.init) ?? path
  return Fields.read(root, of: name, at: .file(path), body)
}

extension Outcome<SourceNode?> {
  /// No keys at all, for a document that holds nothing; nil where it could not be read.
  func emptyMapping(at span: SourceSpan) -> SourceNode? {
    diagnostics.isEmpty ? SourceNode(.mapping([]), at: span) : nil
  }
}

extension Fields {
  /// Mappings by an id that the author chooses, in the order of the file.
  mutating func byID<Value>(_ read: (Located<String>, inout Fields) -> Value) -> [Value] {
    all().compactMap { entry in
      if !isSlug(entry.key.value) { report(.badID(entry.key)) }
      return nested(entry.value, of: quoted(entry.key.value), at: entry.key.span) { read(entry.key, &$0) }
    }
  }

  /// An id that the author gave to a part of a file.
  mutating func id(_ key: String) -> Located<String>? {
    guard let id = text(key, isRequired: true) else { return nil }
    if !isSlug(id.value) { report(.badID(id)) }
    return id
  }

  /// The mappings of a list.
  mutating func each<Value>(_ key: String, isRequired: Bool, _ read: (inout Fields) -> Value) -> [Value] {
    items(key, isRequired: isRequired).compactMap { nested($0, of: "an item of '\(key)'", read) }
  }
}
