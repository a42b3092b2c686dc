import PackhorseCore
import Yams

extension Diagnostic {
  /// What Yams threw, with the parser's own place.
  static func yamlError(_ error: any Error, in places: MarkPlaces) -> Diagnostic {
    guard let error = error as? YamlError else {
      return badYAML("it cannot be read", at: places.span(at: places.bytes.startIndex))
    }
    switch error {
    case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
      .composer(_, let problem, let mark, _):
      return .yamlProblem(problem, at: places.span(of: mark))
    case .reader(let problem, let offset, _, let text):
      return badYAML(
        problem, at: places.span(at: places.bytes.startIndex + bytes(before: offset ?? 0, in: text)))
    case .duplicatedKeysInMapping(let keys, _) where keys.contains("<uncovertable>"):
      // Yams has no order for keys that are no text: which of the keys it gives the place of is left to chance.
      return keyIsNoText(places.span(at: places.bytes.startIndex))
    case .duplicatedKeysInMapping(let keys, let context):
      return duplicateKey(keys.first ?? "", in: places, at: context.mark)
    default:
      return badYAML("it cannot be read", at: places.span(at: places.bytes.startIndex))
    }
  }

  private static func yamlProblem(_ problem: String, at span: SourceSpan) -> Diagnostic {
    if problem.hasPrefix("Maximum nesting level") { return yamlTooDeep(span) }
    if problem == "found undefined alias" { return alias(span) }
    return badYAML(problem, at: span)
  }

  private static func badYAML(_ problem: String, at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      .error, "bad-yaml", "YAML cannot be read here: \(problem)", at: span,
      suggestion: remedies.first { problem.contains($0.problem) }?.remedy)
  }

  /// Yams names the first of two equal keys; the second is looked for below it, in the same column.
  private static func duplicateKey(_ key: String, in places: MarkPlaces, at mark: Mark) -> Diagnostic {
    var places = places
    let first = places.span(of: mark, length: key.utf8.count)
    let second = places.nextLine(after: mark, with: key)
    return .duplicateKey(key, at: second ?? first, first: second == nil ? nil : first)
  }

  /// A key that a mapping has twice.
  static func duplicateKey(_ key: String, at span: SourceSpan, first: SourceSpan?) -> Diagnostic {
    Diagnostic(
      .error, "duplicate-key", "\(quoted(key)) is written twice", at: span,
      because: "Only one of the two values could count.",
      notes: first.map { [Diagnostic.Note("first written here", at: $0)] } ?? [])
  }

  /// The bytes before a character.
  private static func bytes(before characters: Int, in text: String) -> Int {
    let index = text.index(text.startIndex, offsetBy: characters, limitedBy: text.endIndex) ?? text.endIndex
    return text.utf8.distance(from: text.startIndex, to: index)
  }

  private static var remedies: [(problem: String, remedy: String)] {
    [
      (
        "mapping values are not allowed",
        "begin each key below the one before it, and put a value that holds ': ' in quotes"
      ),
      (
        "cannot start any token",
        "indent with spaces, not tabs; put a value that begins with a sign in quotes"
      ),
      ("found another document", "keep one document in a file: no line '---' within it"),
      (
        "expected <block end>",
        "begin keys of one mapping in one column; put a value that begins with a quote wholly in quotes"
      ),
      ("could not find expected ':'", "write a key as 'key: value', with a space after the colon"),
      ("unexpected end of stream", "close the quote"),
      ("alphabetic or numeric character", "put text that begins with '&' or '*' in quotes"),
    ]
  }
}

extension MarkPlaces {
  /// The span of some bytes at a mark.
  fileprivate func span(of mark: Mark, length: Int = 1) -> SourceSpan {
    var places = self
    return span(at: places.index(of: mark), length: length)
  }

  /// The place where a key stands again below a mark, in the same mapping: in its column, before a line further left.
  fileprivate mutating func nextLine(after mark: Mark, with key: String) -> SourceSpan? {
    let wanted = Array(key.utf8) + [UInt8(ascii: ":")]
    let column = index(of: mark) - lineStarts[min(mark.line, lineStarts.count) - 1]
    for start in lineStarts.dropFirst(mark.line) {
      let indent = bytes[start...].prefix { $0 == UInt8(ascii: " ") }.count
      let rest = bytes[(start + indent)...]
      if indent == column, rest.starts(with: wanted) {
        return span(at: start + indent, length: key.utf8.count)
      }
      if indent < column, let first = rest.first, first != UInt8(ascii: "\n"), first != UInt8(ascii: "\r") {
        break
      }
    }
    return nil
  }
}
