import PackhorseCore

/// The theme's words, replaced key by key by the site's.
func readWords(theme: [SourceFile], site: [SourceFile]) -> Outcome<Words> {
  let own = readForms(theme)
  let local = readForms(site)
  var forms = own.value.mapValues(\.value)
  var diagnostics = own.diagnostics + local.diagnostics
  for (key, form) in local.value.sorted(by: { $0.key < $1.key }) {
    guard let replaced = forms[key] else {
      diagnostics.append(.unknownWordKey(key, at: form.span, known: own.value.keys))
      continue
    }
    if places(in: form.value) == places(in: replaced) {
      forms[key] = form.value
    } else {
      diagnostics.append(.badWordForm(key, form, due: places(in: replaced)))
    }
  }
  return Outcome(Words(forms), diagnostics)
}

/// Forms by dotted key: the nested mappings of `words/en.yml` laid flat.
private func readForms(_ files: [SourceFile]) -> Outcome<[String: Located<String>]> {
  guard let file = files.first(where: { $0.path == "words/en.yml" }) else { return Outcome([:]) }
  let text = checkedText(file)
  let node = text.value.map { readYAML($0, path: file.path) } ?? Outcome(nil)
  var forms: [String: Located<String>] = [:]
  var diagnostics = node.diagnostics
  if let root = node.value { collect(root, key: "", into: &forms, &diagnostics) }
  return Outcome(forms, diagnostics)
}

/// Nodes nest no deeper than `deepestNesting`.
private func collect(
  _ node: SourceNode, key: String, into forms: inout [String: Located<String>],
  _ diagnostics: inout [Diagnostic]
) {
  switch node.content {
  case .mapping(let entries):
    for entry in entries {
      collect(
        entry.value, key: key.isEmpty ? entry.key.value : "\(key).\(entry.key.value)", into: &forms,
        &diagnostics)
    }
  case .scalar(let text) where !key.isEmpty && !node.isNothing: forms[key] = Located(text, at: node.span)
  case .scalar where key.isEmpty, .sequence:
    diagnostics.append(
      .wrongType(key.isEmpty ? "en.yml" : quoted(key), node, due: key.isEmpty ? "a set of keys" : "text"))
  case .scalar: break
  }
}

/// The names in braces.
private func places(in form: String) -> Set<String> {
  Set(
    form.split(separator: "{", omittingEmptySubsequences: false).dropFirst().compactMap { part in
      part.firstIndex(of: "}").map { String(part[..<$0]) }
    })
}

extension Diagnostic {
  fileprivate static func unknownWordKey(
    _ key: String, at span: SourceSpan, known: some Sequence<String>
  ) -> Diagnostic {
    Diagnostic(
      .error, "unknown-word-key", "\(quoted(key)) is no interface word", at: span,
      because: "words/en.yml of a site replaces the built-in words key by key.",
      suggestion: nearMiss(for: key, in: known).map { "did you mean '\($0)'?" })
  }

  fileprivate static func badWordForm(_ key: String, _ form: Located<String>, due: Set<String>) -> Diagnostic
  {
    let due = due.sorted().map { "{\($0)}" }
    return Diagnostic(
      .error, "bad-word-form", "\(quoted(key)) has other places than the built-in form", at: form.span,
      because: due.isEmpty ? "It has no places in braces." : "Its places are \(list(due)).")
  }
}
