import PackhorseCore

extension Fields {
  /// Text, as it was written: `yes`, `no` and numbers are text where text is due.
  mutating func text(_ key: String, isRequired: Bool = false) -> Located<String>? {
    guard let node = node(key, isRequired: isRequired) else { return nil }
    return text(node, named: "'\(key)'")
  }

  /// Required text; empty after a report.
  mutating func requiredText(_ key: String) -> String {
    text(key, isRequired: true)?.value ?? ""
  }

  /// The text of a node.
  mutating func text(_ node: SourceNode, named name: @autoclosure () -> String) -> Located<String>? {
    guard let text = node.text, !node.isNothing else {
      report(.wrongType(name(), node, due: "text"))
      return nil
    }
    return text
  }

  /// The items of a list.
  mutating func items(_ key: String, isRequired: Bool = false) -> [SourceNode] {
    guard let node = node(key, isRequired: isRequired) else { return [] }
    guard case .sequence(let items) = node.content else {
      report(.noList(key, node))
      return []
    }
    if items.isEmpty, isRequired { report(.emptyList(key, at: node.span)) }
    return items
  }

  /// A list of texts.
  mutating func texts(_ key: String, isRequired: Bool = false) -> [Located<String>] {
    items(key, isRequired: isRequired).compactMap { text($0, named: "An item of '\(key)'") }
  }

  /// A whole number of a range.
  mutating func number(_ key: String, in range: ClosedRange<Int>, isRequired: Bool = false) -> Located<Int>? {
    node(key, isRequired: isRequired).flatMap { number($0, named: "'\(key)'", in: range) }
  }

  /// A list of whole numbers of a range.
  mutating func numbers(_ key: String, in range: ClosedRange<Int>) -> [Located<Int>] {
    items(key).compactMap { number($0, named: "An item of '\(key)'", in: range) }
  }

  private mutating func number(
    _ node: SourceNode, named name: String, in range: ClosedRange<Int>
  ) -> Located<Int>? {
    guard let text = node.text, let number = Int(text.value) else {
      report(.wrongType(name, node, due: "a whole number"))
      return nil
    }
    guard range.contains(number) else {
      report(.outOfRange(name, range, at: node.span))
      return nil
    }
    return Located(number, at: text.span)
  }

  /// A number of a range, with a point before its decimals.
  mutating func decimal(
    _ key: String, in range: ClosedRange<Double>, isRequired: Bool = false
  ) -> Located<Double>? {
    guard let node = node(key, isRequired: isRequired) else { return nil }
    guard let text = node.text, let number = decimalNumber(text.value.utf8) else {
      report(.wrongType("'\(key)'", node, due: "a number"))
      return nil
    }
    guard range.contains(number) else {
      report(.outOfRange("'\(key)'", range, at: node.span))
      return nil
    }
    return Located(number, at: text.span)
  }

  /// A day as `YYYY-MM-DD`.
  mutating func date(_ key: String, isRequired: Bool = false) -> Located<CalendarDate>? {
    guard let node = node(key, isRequired: isRequired) else { return nil }
    guard let text = node.text, let date = CalendarDate(iso: text.value) else {
      report(.badDate(key, at: node.span))
      return nil
    }
    return Located(date, at: text.span)
  }

  /// `true` or `false`, or the `yes` and `no` of older YAML.
  mutating func flag(_ key: String) -> Bool? {
    switch word(key, of: ["true", "false", "yes", "no"])?.value {
    case "true", "yes": true
    case "false", "no": false
    default: nil
    }
  }

  /// One of a few words.
  mutating func choice<Value: RawRepresentable<String> & CaseIterable>(
    _ key: String, of type: Value.Type, isRequired: Bool = false
  ) -> Value? {
    word(key, of: type.allCases.map(\.rawValue), isRequired: isRequired).flatMap {
      type.init(rawValue: $0.value)
    }
  }

  /// A list of some of a few words.
  mutating func choices<Value: RawRepresentable<String> & CaseIterable>(
    _ key: String, of type: Value.Type
  ) -> [Value] {
    items(key).compactMap { item in
      word(item, named: "An item of '\(key)'", of: type.allCases.map(\.rawValue)).flatMap {
        type.init(rawValue: $0.value)
      }
    }
  }

  /// One of the words that are allowed.
  mutating func word(_ key: String, of allowed: [String], isRequired: Bool = false) -> Located<String>? {
    node(key, isRequired: isRequired).flatMap { word($0, named: "'\(key)'", of: allowed) }
  }

  /// The word of a node.
  mutating func word(_ node: SourceNode, named name: String, of allowed: [String]) -> Located<String>? {
    guard let text = text(node, named: name) else { return nil }
    if allowed.contains(text.value) { return text }
    report(.badValue(text, of: name, allowed: allowed))
    return nil
  }
}

extension Diagnostic {
  fileprivate static func noList(_ key: String, _ node: SourceNode) -> Diagnostic {
    var diagnostic = wrongType("'\(key)'", node, due: "a list")
    if node.text != nil { diagnostic.suggestion = "put the value in brackets: \(key): […]" }
    return diagnostic
  }

  fileprivate static func emptyList(_ key: String, at span: SourceSpan) -> Diagnostic {
    Diagnostic(.error, "missing-key", "'\(key)' is an empty list", at: span)
  }

  fileprivate static func outOfRange<Number>(
    _ name: String, _ range: ClosedRange<Number>, at span: SourceSpan
  ) -> Diagnostic {
    Diagnostic(
      .error, "bad-value", "\(name) is not between \(range.lowerBound) and \(range.upperBound)", at: span)
  }

  fileprivate static func badDate(_ key: String, at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      .error, "bad-date", "'\(key)' is no day of the calendar", at: span,
      suggestion: "write a date as 2026-10-01")
  }

  /// A word that is none of those allowed.
  static func badValue(_ text: Located<String>, of name: String, allowed: [String]) -> Diagnostic {
    let near = nearMiss(for: text.value, in: allowed)
    return Diagnostic(
      .error, "bad-value", "\(name) cannot be \(quoted(text.value))", at: text.span,
      because: near == nil ? "It is \(list(allowed, "or"))." : nil,
      suggestion: near.map { "did you mean '\($0)'?" })
  }
}
