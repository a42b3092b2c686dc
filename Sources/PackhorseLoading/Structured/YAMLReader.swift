import PackhorseCore
import Yams

/// Reads one YAML document into nodes; nil where it is empty or cannot be read.
///
/// `firstLine` is the file's line on which the bytes begin. The bytes are valid UTF-8.
func readYAML(_ bytes: ArraySlice<UInt8>, path: String, firstLine: Int = 1) -> Outcome<SourceNode?> {
  let places = MarkPlaces(bytes, path: path, firstLine: firstLine)
  if let fault = YAMLGuard.fault(in: places) { return Outcome(nil, [fault]) }
  do {
    let text = String(decoding: bytes, as: UTF8.self)
    // The encoding is named because the default is looked up in the environment.
    let parser = try Parser(yaml: text, resolver: .basic, encoding: .utf8)
    guard let root = try parser.singleRoot() else { return Outcome(nil) }
    // Nodes hold their anchors weakly: the parser must live until they have been looked at.
    return withExtendedLifetime(parser) {
      var reader = YAMLReader(places: places)
      let node = reader.node(root, depth: 0)
      return Outcome(reader.fault == nil ? node : nil, reader.fault.map { [$0] } ?? [])
    }
  } catch {
    return Outcome(nil, [.yamlError(error, in: places)])
  }
}

/// Turns the nodes of Yams into ours; stops at the first fault.
private struct YAMLReader {
  var places: MarkPlaces
  var fault: Diagnostic?

  mutating func node(_ node: Node, depth: Int) -> SourceNode? {
    let index = node.mark.map { places.index(of: $0) } ?? places.bytes.startIndex
    if node.anchor != nil || node.alias != nil {
      fault = .alias(places.span(at: index, length: 1))
    } else if depth > deepestNesting {
      fault = .yamlTooDeep(places.span(at: index, length: 1))
    }
    guard fault == nil else { return nil }
    switch node {
    case .scalar(let scalar): return self.scalar(scalar, at: index)
    case .sequence(let sequence):
      guard checkTag(sequence.tag, at: index) else { return nil }
      let items = sequence.compactMap { fault == nil ? self.node($0, depth: depth + 1) : nil }
      return SourceNode(.sequence(items), at: places.span(at: index))
    case .mapping(let mapping):
      guard checkTag(mapping.tag, at: index) else { return nil }
      let entries = mapping.compactMap { fault == nil ? entry($0.key, $0.value, depth: depth + 1) : nil }
      return SourceNode(.mapping(entries), at: places.span(at: index))
    case .alias: return nil
    }
  }

  private mutating func entry(_ key: Node, _ value: Node, depth: Int) -> SourceNode.Entry? {
    guard let key = node(key, depth: depth) else { return nil }
    guard let name = key.text else {
      fault = .keyIsNoText(key.span)
      return nil
    }
    return node(value, depth: depth).map { SourceNode.Entry(key: name, value: $0) }
  }

  private mutating func scalar(_ scalar: Node.Scalar, at index: Int) -> SourceNode? {
    guard checkTag(scalar.tag, at: index) else { return nil }
    if let hidden = scalar.string.unicodeScalars.first(where: { isHidden($0.value) }) {
      fault = .hiddenCharacter(hidden.value, at: places.span(at: index, length: 1))
      return nil
    }
    return SourceNode(
      .scalar(scalar.string),
      at: places.span(at: index, length: length(of: scalar, at: index)))
  }

  private mutating func checkTag(_ tag: Tag, at index: Int) -> Bool {
    if ["", "tag:yaml.org,2002:str", "tag:yaml.org,2002:map", "tag:yaml.org,2002:seq"].contains(
      tag.description)
    {
      return true
    }
    fault = .tag(places.span(at: index, length: 1))
    return false
  }

  /// The bytes of a scalar on its first line.
  private func length(of scalar: Node.Scalar, at index: Int) -> Int {
    switch scalar.style {
    case .literal, .folded: return 1
    case .singleQuoted, .doubleQuoted: return quotedLength(places.bytes[index...])
    case .plain, .any:
      if places.bytes[index...].starts(with: scalar.string.utf8) { return scalar.string.utf8.count }
      let line = places.bytes[index...].prefix { !isLineEnd($0) }
      return line.count - line.reversed().prefix { $0 == UInt8(ascii: " ") }.count
    }
  }

  /// The bytes up to and with the closing quote, or to the end of the line.
  private func quotedLength(_ text: ArraySlice<UInt8>) -> Int {
    guard let quote = text.first else { return 0 }
    var index = text.startIndex + 1
    while index < text.endIndex, !isLineEnd(text[index]) {
      if text[index] == UInt8(ascii: "\\"), quote == UInt8(ascii: "\"") {
        index += 2
      } else if text[index] != quote {
        index += 1
      } else if quote == UInt8(ascii: "'"), text[(index + 1)...].first == quote {
        index += 2
      } else {
        return index + 1 - text.startIndex
      }
    }
    return min(index, text.endIndex) - text.startIndex
  }
}

extension Diagnostic {
  static func keyIsNoText(_ span: SourceSpan) -> Diagnostic {
    Diagnostic(
      .error, "bad-yaml", "Key that is no text", at: span, because: "Every key of the format is a word.")
  }

  fileprivate static func tag(_ span: SourceSpan) -> Diagnostic {
    Diagnostic(
      .error, "bad-yaml", "Tag of YAML: a value that begins with '!'", at: span,
      because: "The word after '!' would not be part of the value.", suggestion: "put the value in quotes")
  }
}
