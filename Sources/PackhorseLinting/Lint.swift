package import PackhorseCore

/// Holds the prose of a file to the rules of style; `glossary` are the abbreviations that the site explains.
///
/// The findings come in no particular order.
package func lint(_ manuscript: Manuscript, glossary: Set<String> = []) -> [StyleFinding] {
  var proof = Proof(of: manuscript, glossary: glossary)
  for shown in manuscript.texts { proof.check(shown) }
  if let document = manuscript.document {
    var reader = PassageReader(document, of: manuscript.kind, in: proof.source)
    reader.read()
    for passage in reader.passages { proof.check(passage) }
    proof.check(document)
    proof.checkReadingAge()
  }
  return proof.findings + unknownRules(of: manuscript)
}

/// Ids of `style-ignore` that are no rule's.
private func unknownRules(of manuscript: Manuscript) -> [StyleFinding] {
  manuscript.ignoredRules.filter { !StyleRule.ids.contains($0.value) }.map { id in
    StyleFinding(.unknownStyleRule(id.value, at: id.span))
  }
}

extension StyleRule {
  package static let ids = Set(all.map(\.id))
}

extension Diagnostic {
  /// A rule's id that no rule has; it would switch off nothing.
  package static func unknownStyleRule(_ id: String, at span: SourceSpan) -> Diagnostic {
    let ids = StyleRule.all.map(\.id)
    return Diagnostic(
      .error, "unknown-style-rule", "'\(id)' is no rule of style", at: span,
      because: "docs/style.md lists the rules; an id that none has switches off nothing.",
      suggestion: nearMiss(for: id, in: ids).map { "did you mean '\($0)'?" })
  }
}
