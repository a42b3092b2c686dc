import PackhorseCore

/// Reports techniques that a page claims and nothing on it delivers.
func checkTechniques(of pages: [ParsedPage]) -> [Diagnostic] {
  pages.flatMap { page -> [Diagnostic] in
    guard !page.source.frontMatter.techniques.isEmpty else { return [] }
    let delivered = Set(page.deliveredTechniques)
    return page.source.frontMatter.techniques.filter {
      StudyMap.techniqueIDs.contains($0.value) && !delivered.contains($0.value)
    }.map(Diagnostic.undeliveredTechnique)
  }
}

extension Diagnostic {
  fileprivate static func undeliveredTechnique(_ technique: Located<String>) -> Diagnostic {
    let needed = StudyMap.techniques.first { $0.id == technique.value }?.deliveredBy ?? []
    let parts = needed.map { "'\($0)'" }.joined(separator: ", ")
    return Diagnostic(
      .error, "undelivered-technique",
      "Technique '\(technique.value)' is claimed, but nothing on the page delivers it", at: technique.span,
      because: "The coverage page would promise what a reader does not find.",
      suggestion: needed.isEmpty
        ? "take it out: no block delivers it" : "take it out, or add what delivers it, any of: \(parts)")
  }
}
