import PackhorseCore

extension [Diagnostic] {
  /// One JSON array, as docs/command.md describes it.
  package func json(pathPrefix: String = "") -> String {
    guard !isEmpty else { return "[]\n" }
    return "[\n" + map { "  " + $0.json(pathPrefix: pathPrefix) }.joined(separator: ",\n") + "\n]\n"
  }

  /// Workflow commands of GitHub Actions, which shows each at its line.
  package func githubCommands(pathPrefix: String = "") -> String {
    map { $0.githubCommand(pathPrefix: pathPrefix) + "\n" }.joined()
  }
}

extension Diagnostic {
  fileprivate func json(pathPrefix: String) -> String {
    var fields: [(String, String)] = [
      ("severity", quoted(severity.rawValue)), ("id", quoted(id)), ("summary", quoted(summary)),
    ]
    if let span {
      fields += placed(span, pathPrefix)
      fields += [("endLine", String(span.end.line)), ("endColumn", String(span.end.column))]
    }
    if let explanation { fields.append(("explanation", quoted(explanation))) }
    if !notes.isEmpty {
      let items = notes.map { note in
        object([("text", quoted(note.text))] + (note.span.map { placed($0, pathPrefix) } ?? []))
      }
      fields.append(("notes", "[" + items.joined(separator: ", ") + "]"))
    }
    if let suggestion { fields.append(("suggestion", quoted(suggestion))) }
    return object(fields)
  }

  fileprivate func githubCommand(pathPrefix: String) -> String {
    let command =
      switch severity {
      case .error: "error"
      case .warning: "warning"
      case .note: "notice"
      }
    var properties: [(String, String)] = []
    if let span {
      properties = [("file", pathPrefix + span.path), ("line", String(span.start.line))]
      properties.append(("endLine", String(span.end.line)))
      if span.start.line == span.end.line {
        properties += [("col", String(span.start.column)), ("endColumn", String(span.end.column))]
      }
    }
    properties.append(("title", id))
    let message = ([summary, explanation] + notes.map(\.text) + [suggestion]).compactMap { $0 }
    return "::\(command) " + properties.map { "\($0)=\(escapedProperty($1))" }.joined(separator: ",")
      + "::" + message.map { escapedMessage(TerminalText($0).text) }.joined(separator: "%0A")
  }
}

private func placed(_ span: SourceSpan, _ pathPrefix: String) -> [(String, String)] {
  [
    ("path", quoted(pathPrefix + span.path)), ("line", String(span.start.line)),
    ("column", String(span.start.column)),
  ]
}

private func object(_ fields: [(String, String)]) -> String {
  "{" + fields.map { "\(quoted($0)): \($1)" }.joined(separator: ", ") + "}"
}

private func quoted(_ text: String) -> String {
  var writer = ByteWriter()
  writer.write(json: text)
  return String(decoding: writer.bytes, as: UTF8.self)
}

/// The escapes of a workflow command's message (actions/toolkit, packages/core/src/command.ts).
private func escapedMessage(_ text: String) -> String {
  text.unicodeScalars.map { scalar in
    switch scalar {
    case "%": "%25"
    case "\r": "%0D"
    case "\n": "%0A"
    default: String(scalar)
    }
  }.joined()
}

private func escapedProperty(_ text: String) -> String {
  escapedMessage(TerminalText(text).text).unicodeScalars.map { scalar in
    switch scalar {
    case ":": "%3A"
    case ",": "%2C"
    default: String(scalar)
    }
  }.joined()
}
