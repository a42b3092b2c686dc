import PackhorseCore

/// The catalogue of a theme, replaced key by key by the words of a site.
func readWords(of theme: [SourceFile], replacedBy site: [SourceFile]) -> Outcome<Words> {
  let (built, own) = (sharedWords(theme), sharedWords(site))
  let forms = built.map(readForms) ?? Outcome([:])
  // A site may begin with a copy of the theme's, and of that only one need be read.
  let local = own.flatMap { $0.bytes == built?.bytes ? nil : readForms($0) } ?? Outcome([:])
  let catalogue = Words(forms.value.mapValues(\.value))
  let replaced = replacements(local.value, in: catalogue)
  return Outcome(
    catalogue.replacing(replaced.value), forms.diagnostics + local.diagnostics + replaced.diagnostics)
}

private func sharedWords(_ files: [SourceFile]) -> SourceFile? {
  files.first { Placement(path: $0.path) == .words }
}

/// The catalogue of each practice that has words of its own (`content/practices/<code>/words.yml`), by code.
func readOwnWords(_ files: [SourceFile], shared: Words) -> Outcome<[String: Words]> {
  var words: [String: Words] = [:]
  var diagnostics: [Diagnostic] = []
  for file in files where Placement(path: file.path) == .ownWords {
    let forms = readForms(file)
    let replaced = replacements(forms.value, in: shared)
    let code = folderName(of: file.path)
    if !isPracticeCode(code) { diagnostics.append(.badPracticeFolder(code, at: .file(file.path))) }
    words[code] = shared.replacing(replaced.value)
    diagnostics += forms.diagnostics + replaced.diagnostics
    diagnostics += replaced.value.filter { shared($0.key) == $0.value }.keys.sorted().compactMap { key in
      forms.value[key].map { .sameAsForAll(key, at: $0.span) }
    }
  }
  return Outcome(words, diagnostics)
}

/// The forms that can take the place of those of a catalogue.
private func replacements(
  _ forms: [String: Located<String>], in catalogue: Words
) -> Outcome<[String: String]> {
  var replaced = Outcome<[String: String]>([:])
  for (key, form) in forms.sorted(by: { $0.key < $1.key }) {
    let builtIn = catalogue(key)
    if !catalogue.has(key) {
      replaced.diagnostics.append(.unknownWordKey(key, at: form.span, known: catalogue.keys))
    } else if form.value == builtIn || places(in: form.value) == places(in: builtIn) {
      replaced.value[key] = form.value
    } else {
      replaced.diagnostics.append(.badWordForm(key, form, due: places(in: builtIn)))
    }
  }
  return replaced
}

/// Forms by dotted key: the nested mappings of a file of words laid flat.
private func readForms(_ file: SourceFile) -> Outcome<[String: Located<String>]> {
  let text = checkedText(file)
  let node = text.value.map { readQuickYAML($0, path: file.path) } ?? Outcome(nil)
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
      because: "A file of words replaces the built-in words key by key.",
      suggestion: nearMiss(for: key, in: known).map { "did you mean '\($0)'?" })
  }

  fileprivate static func sameAsForAll(_ key: String, at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      .warning, "override-without-effect", "\(quoted(key)) is what all practices have anyway", at: span,
      because: "A practice's own words stand in place of those that all have in common.",
      suggestion: "remove it, or write what this practice says")
  }

  fileprivate static func badWordForm(_ key: String, _ form: Located<String>, due: Set<String>) -> Diagnostic
  {
    let due = due.sorted().map { "{\($0)}" }
    return Diagnostic(
      .error, "bad-word-form", "\(quoted(key)) has other places than the built-in form", at: form.span,
      because: due.isEmpty ? "It has no places in braces." : "Its places are \(list(due)).")
  }
}
