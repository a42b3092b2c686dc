import PackhorseCore

/// The keys of a mapping, taken one by one; what is left over at the end is unknown.
struct Fields {
  /// Whose keys they are, for messages: "site.yml", "a module".
  let owner: String
  /// Where a missing key is reported.
  let span: SourceSpan
  private let entries: [SourceNode.Entry]
  private var asked: [String] = []
  private var takesAnyKey = false
  private(set) var diagnostics: [Diagnostic] = []

  private init(of owner: String, _ entries: [SourceNode.Entry], at span: SourceSpan) {
    (self.owner, self.entries, self.span) = (owner, entries, span)
  }

  /// Reads a mapping: `body` takes the keys it knows, and every other key is reported.
  ///
  /// Nil where the node is no mapping. Other keys are ignored for formats that are not ours.
  static func read<Value>(
    _ node: SourceNode, of owner: String, at span: SourceSpan? = nil, ignoringOthers: Bool = false,
    _ body: (inout Fields) -> Value
  ) -> Outcome<Value?> {
    guard case .mapping(let entries) = node.content else {
      return Outcome(nil, [.wrongType(owner, node, due: "a set of keys")])
    }
    var fields = Fields(of: owner, entries, at: span ?? node.span)
    let value = body(&fields)
    if !ignoringOthers { fields.reportUnknownKeys() }
    return Outcome(value, fields.diagnostics)
  }

  mutating func report(_ diagnostic: Diagnostic) {
    diagnostics.append(diagnostic)
  }

  /// The value of a key; nil, with a report where it is required, if the key or its value is missing.
  mutating func node(_ key: String, isRequired: Bool = false) -> SourceNode? {
    asked.append(key)
    let place = entries.firstIndex { $0.key.value == key }
    if let place, !entries[place].value.isNothing { return entries[place].value }
    if isRequired {
      let span = place.map { entries[$0].key.span } ?? span
      report(.missingKey(key, of: owner, at: span, hasKey: place != nil))
    }
    return nil
  }

  /// The key where it stands, so that a problem can point at it.
  func place(of key: String) -> SourceSpan {
    entries.first { $0.key.value == key }?.key.span ?? span
  }

  /// Every key with its value, for mappings whose keys the author chooses.
  mutating func all() -> [SourceNode.Entry] {
    takesAnyKey = true
    return entries
  }

  /// The mapping below a key.
  mutating func nested<Value>(
    _ key: String, isRequired: Bool = false, ignoringOthers: Bool = false, _ body: (inout Fields) -> Value
  ) -> Value? {
    guard let node = node(key, isRequired: isRequired) else { return nil }
    return nested(node, of: "'\(key)'", at: place(of: key), ignoringOthers: ignoringOthers, body)
  }

  /// A mapping that was found below a key.
  mutating func nested<Value>(
    _ node: SourceNode, of owner: String, at span: SourceSpan? = nil, ignoringOthers: Bool = false,
    _ body: (inout Fields) -> Value
  ) -> Value? {
    let outcome = Fields.read(node, of: owner, at: span, ignoringOthers: ignoringOthers, body)
    diagnostics += outcome.diagnostics
    return outcome.value
  }

  private mutating func reportUnknownKeys() {
    for entry in entries where !takesAnyKey && !asked.contains(entry.key.value) {
      report(.unknownKey(entry.key, of: owner, known: asked))
    }
  }
}

extension Diagnostic {
  fileprivate static func missingKey(
    _ key: String, of owner: String, at span: SourceSpan, hasKey: Bool
  ) -> Diagnostic {
    let summary = hasKey ? "'\(key)' has no value" : "'\(key)' is missing"
    return Diagnostic(.error, "missing-key", summary, at: span, because: "\(owner) needs it.")
  }

  fileprivate static func unknownKey(
    _ key: Located<String>, of owner: String, known: [String]
  ) -> Diagnostic {
    let near = nearMiss(for: key.value, in: known)
    return Diagnostic(
      .error, "unknown-key", "\(quoted(key.value)) is no key of \(owner)", at: key.span,
      because: near == nil ? "It can have \(list(known.sorted()))." : nil,
      suggestion: near.map { "did you mean '\($0)'?" })
  }

  /// A value of another kind than the one due.
  static func wrongType(_ name: String, _ node: SourceNode, due: String) -> Diagnostic {
    Diagnostic(.error, "wrong-type", "\(name) holds \(node.kind) where \(due) is due", at: node.span)
  }
}

/// Words in a row: "a, b and c".
func list(_ words: [String], _ joint: String = "and") -> String {
  guard let last = words.last, words.count > 1 else { return words.first ?? "" }
  return "\(words.dropLast().joined(separator: ", ")) \(joint) \(last)"
}
