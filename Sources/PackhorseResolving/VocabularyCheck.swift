import PackhorseCore

/// Reports roles, themes, techniques and interventions that nobody defined.
func checkVocabulary(of pages: [ParsedPage], roles: [Role]) -> [Diagnostic] {
  let roleIDs = Set(roles.map(\.id))
  var suggestions = Suggestions()
  return pages.flatMap { page in
    let frontMatter = page.source.frontMatter
    return unknown(frontMatter.roles, among: roleIDs, as: .role, &suggestions)
      + unknown(frontMatter.themes, among: StudyMap.themeIDs, as: .theme, &suggestions)
      + unknown(frontMatter.techniques, among: StudyMap.techniqueIDs, as: .technique, &suggestions)
      + frontMatter.interventions.filter { !StudyMap.interventions.contains($0.value) }
      .map(Diagnostic.unknownIntervention)
  }
}

/// Reports each id that is not among the known ones.
func unknown(
  _ ids: some Sequence<Located<String>>, among known: Set<String>, as kind: VocabularyKind,
  _ suggestions: inout Suggestions
) -> [Diagnostic] {
  ids.filter { !known.contains($0.value) }.map { id in
    .unknownID(id, kind: kind, near: suggestions.nearest(to: id.value, in: known))
  }
}

/// What an id can name.
enum VocabularyKind: String {
  case role, theme, technique, measure, module, citation, area

  fileprivate var reason: String {
    switch self {
    case .role: "Roles are defined under 'roles' in content/site.yml; navigation and pathways go by them."
    case .theme: "Themes are the sub-theme ids of the study map, as docs/content.md lists them."
    case .technique: "Techniques are the technique ids of the study map, as docs/content.md lists them."
    case .area: "A group is for the people of a practice, network or board of content/data/practices.csv."
    case .measure: "Measures are defined in content/data/measures.yml, once, with their definition."
    case .module: "A module is named by its section and slug, as in 'referral-criteria/who-can-be-referred'."
    case .citation:
      "Works are cited by their key in content/references.json; a claim without a source cannot be checked."
    }
  }
}

extension Diagnostic {
  static func unknownID(_ id: Located<String>, kind: VocabularyKind, near: String?) -> Diagnostic {
    Diagnostic(
      .error, "unknown-\(kind.rawValue)", "Unknown \(kind.rawValue) '\(id.value)'", at: id.span,
      because: kind.reason, suggestion: near.map { "did you mean '\($0)'?" })
  }

  fileprivate static func unknownIntervention(_ number: Located<Int>) -> Diagnostic {
    Diagnostic(
      .error, "unknown-intervention", "Unknown intervention \(number.value)", at: number.span,
      because: "The study proposes ten interventions, numbered 1 to 10.")
  }
}
