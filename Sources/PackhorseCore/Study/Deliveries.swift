extension ParsedPage {
  /// What stands on the page that can deliver a technique: `scenario`, `cards prompt` for a block of a kind,
  /// `page story` for the kind of page, `citation`.
  package var deliveries: Set<String> {
    var found: Set<String> = ["page \(source.kind.rawValue)"]
    for directive in outline.directives {
      found.insert(directive.name.rawValue)
      if let kind = directive["kind"] { found.insert("\(directive.name.rawValue) \(kind)") }
    }
    if !outline.citations.isEmpty || !source.frontMatter.sources.isEmpty { found.insert("citation") }
    return found
  }

  /// The techniques that the page claims, each once, and that something on it delivers.
  package var deliveredTechniques: [String] {
    let claimed = Set(source.frontMatter.techniques.map(\.value))
    guard !claimed.isEmpty else { return [] }
    let deliveries = deliveries
    return StudyMap.techniques.filter {
      claimed.contains($0.id) && !deliveries.isDisjoint(with: $0.deliveredBy)
    }.map(\.id)
  }
}
