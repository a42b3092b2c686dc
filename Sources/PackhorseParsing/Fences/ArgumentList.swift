import PackhorseCore

/// The arguments on a block's opening line: `key="value"`, with `\"` and `\\` inside the quotes.
struct ArgumentList {
  private let directive: DirectiveName
  private let line: Int
  private let text: BodyText
  private(set) var arguments: [String: Located<String>] = [:]
  private(set) var diagnostics: [Diagnostic] = []
  /// Keys that were written, well or badly.
  private var written: Set<String> = []

  init(of directive: DirectiveName, line: Int, in text: BodyText) {
    self.directive = directive
    self.line = line
    self.text = text
  }

  /// Reads a range of the original bytes.
  mutating func read(_ range: Range<Int>) {
    let bytes = text.original.bytes
    var index = range.lowerBound
    while index < range.upperBound {
      guard !bytes[index].isBlank else {
        index += 1
        continue
      }
      index = readArgument(bytes[index..<range.upperBound])
    }
  }

  /// Reports each argument that the block needs and that nobody wrote.
  mutating func requireAll(at span: SourceSpan) {
    for argument in directive.arguments where argument.isRequired && !written.contains(argument.name) {
      diagnostics.append(.missing(argument.name, of: directive, at: span))
    }
  }

  /// Reads the argument at the beginning and gives the index behind it.
  private mutating func readArgument(_ bytes: ArraySlice<UInt8>) -> Int {
    let key = bytes.prefix { $0.isLetter || $0 == UInt8(ascii: "-") }
    let name = String(decoding: key, as: UTF8.self)
    let quoted = bytes[key.endIndex...]
    guard !key.isEmpty, quoted.starts(with: "=\"".utf8), let value = QuotedValue(quoted.dropFirst(1)) else {
      let token = bytes.prefix { !$0.isBlank }
      written.insert(name)
      diagnostics.append(.malformed(name, at: span(token)))
      return token.endIndex
    }
    add(name, at: span(key), value: Located(value.text, at: text.span(value.range, line: line)))
    return value.range.upperBound + 1
  }

  private mutating func add(_ name: String, at key: SourceSpan, value: Located<String>) {
    let isFirst = written.insert(name).inserted
    guard directive.arguments.contains(where: { $0.name == name }) else {
      diagnostics.append(.unknown(name, of: directive, at: key))
      return
    }
    guard isFirst else {
      diagnostics.append(.repeated(name, at: key, first: arguments[name]?.span))
      return
    }
    let allowed = directive.allowedValues(of: name)
    if value.value.isEmpty || allowed?.contains(value.value) == false {
      diagnostics.append(.badValue(value, of: name, allowed: allowed))
    } else {
      arguments[name] = value
    }
  }

  private func span(_ bytes: ArraySlice<UInt8>) -> SourceSpan {
    text.span(bytes.startIndex..<bytes.endIndex, line: line)
  }
}

/// Text in double quotes.
private struct QuotedValue {
  var text: String
  /// What stands between the quotes.
  var range: Range<Int>

  /// Nil where the closing quote is missing or is not the end of a word.
  init?(_ bytes: ArraySlice<UInt8>) {
    var value: [UInt8] = []
    var index = bytes.startIndex + 1
    while index < bytes.endIndex, bytes[index] != UInt8(ascii: "\"") {
      let next = index + 1
      if bytes[index] == UInt8(ascii: "\\"), next < bytes.endIndex,
        bytes[next] == UInt8(ascii: "\"") || bytes[next] == UInt8(ascii: "\\")
      {
        index = next
      }
      value.append(bytes[index])
      index += 1
    }
    guard index < bytes.endIndex, bytes[(index + 1)...].first?.isBlank ?? true else { return nil }
    text = String(decoding: value, as: UTF8.self)
    range = bytes.startIndex + 1..<index
  }
}

extension Diagnostic {
  static func missing(_ name: String, of directive: DirectiveName, at span: SourceSpan)
    -> Diagnostic
  {
    let values = directive.allowedValues(of: name)?.joined(separator: ", ")
    return Diagnostic(
      .error, "missing-directive-argument", "'\(name)' is missing from this \(directive.rawValue)", at: span,
      because: values.map { "\(name) is one of \($0)." }, suggestion: "add \(name)=\"…\"")
  }

  fileprivate static func unknown(_ name: String, of directive: DirectiveName, at span: SourceSpan)
    -> Diagnostic
  {
    let known = directive.arguments.map(\.name)
    return Diagnostic(
      .error, "unknown-directive-argument", "'\(name)' is not an argument of \(directive.rawValue)", at: span,
      because: known.isEmpty ? "It takes none." : "It takes \(known.joined(separator: ", ")).",
      suggestion: nearMiss(for: name, in: known).map { "did you mean '\($0)'?" })
  }

  fileprivate static func malformed(_ name: String, at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      .error, "bad-directive-argument", "Argument that cannot be read", at: span,
      because: "An argument is written key=\"value\", with straight double quotes.",
      suggestion: name.isEmpty ? nil : "write \(name)=\"…\"")
  }

  fileprivate static func repeated(_ name: String, at span: SourceSpan, first: SourceSpan?) -> Diagnostic {
    Diagnostic(
      .error, "bad-directive-argument", "'\(name)' stands here a second time", at: span,
      because: "Only the first is used.", notes: [Note("first given here", at: first)])
  }

  fileprivate static func badValue(_ value: Located<String>, of name: String, allowed: [String]?)
    -> Diagnostic
  {
    Diagnostic(
      .error, "bad-directive-argument",
      value.value.isEmpty ? "'\(name)' is empty" : "'\(value.value)' is not a value of \(name)",
      at: value.span,
      because: allowed.map { "\(name) is one of \($0.joined(separator: ", "))." },
      suggestion: nearMiss(for: value.value, in: allowed ?? []).map { "did you mean '\($0)'?" })
  }
}
