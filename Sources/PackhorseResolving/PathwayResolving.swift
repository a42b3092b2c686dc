import PackhorseCore

/// Binds every pathway to modules among these pages; reports modules that require what no reader could read first.
func resolvePathways(of source: SourceSite, among pages: [ResolvedPage]) -> Outcome<[ResolvedPathway]> {
  var modules: [String: Int] = [:]
  modules.reserveCapacity(pages.count)
  for (index, page) in pages.enumerated() where page.kind == .module {
    modules[page.source.moduleID] = index
  }
  let slugs = Set(modules.keys)
  var diagnostics = checkPrerequisites(of: pages, modules: modules, slugs: slugs)
  var suggestions = Suggestions()
  var pathways: [ResolvedPathway] = []
  for pathway in source.pathways {
    let resolved = resolve(
      pathway, roles: source.settings.roles, modules: modules, slugs: slugs, pages: pages, &suggestions)
    diagnostics += resolved.diagnostics
    if let pathway = resolved.value { pathways.append(pathway) }
  }
  return Outcome(pathways, diagnostics)
}

/// Binds a pathway's role and modules, and holds it to its budget and to the order of prerequisites.
func resolve(
  _ pathway: Pathway, roles: [Role], modules: [String: Int], slugs: Set<String>, pages: [ResolvedPage],
  _ suggestions: inout Suggestions
) -> Outcome<ResolvedPathway?> {
  var diagnostics: [Diagnostic] = []
  let found = pathway.modules.map { modules[$0.value] }
  let indices = found.compactMap(\.self)
  if Set(indices).count < pathway.modules.count { diagnostics += modulesTwice(in: pathway) }
  if indices.count < found.count {
    diagnostics += unknown(pathway.modules, among: slugs, as: .module, &suggestions)
  }
  let minutes = indices.reduce(0) { $0 + (pages[$1].source.frontMatter.minutes ?? 0) }
  if minutes > pathway.minutes.value { diagnostics.append(.overBudget(pathway, minutes: minutes)) }
  if indices.contains(where: { !pages[$0].source.frontMatter.requires.isEmpty }) {
    diagnostics += checkOrder(pathway, modules: modules, pages: pages)
  }
  guard let role = roles.first(where: { $0.id == pathway.role.value }) else {
    let near = suggestions.nearest(to: pathway.role.value, in: roles.map(\.id))
    diagnostics.append(.unknownID(pathway.role, kind: .role, near: near))
    return Outcome(nil, diagnostics)
  }
  let resolved = ResolvedPathway(
    address: Address.page(slug: pathway.slug), source: pathway, role: role, modules: indices,
    totalMinutes: minutes)
  return Outcome(resolved, diagnostics)
}

/// Reports the roles that nobody made a pathway for, where there are pathways at all.
func rolesWithoutPathway(_ source: SourceSite) -> [Diagnostic] {
  guard !source.pathways.isEmpty else { return [] }
  let served = Set(source.pathways.map(\.role.value))
  return source.settings.roles.filter { !served.contains($0.id) }.map(Diagnostic.roleWithoutPathway)
}

/// Reports a module that stands in a pathway more than once, in each place but the first.
private func modulesTwice(in pathway: Pathway) -> [Diagnostic] {
  var seen: Set<String> = []
  return pathway.modules.filter { !seen.insert($0.value).inserted }.map(Diagnostic.moduleTwice)
}

/// Reports modules that come before a module they require; one that is not in the pathway at all is no fault.
private func checkOrder(_ pathway: Pathway, modules: [String: Int], pages: [ResolvedPage]) -> [Diagnostic] {
  var places: [String: Int] = [:]
  for (place, module) in pathway.modules.enumerated() where places[module.value] == nil {
    places[module.value] = place
  }
  return pathway.modules.enumerated().flatMap { place, module -> [Diagnostic] in
    guard let index = modules[module.value] else { return [] }
    return pages[index].source.frontMatter.requires
      .filter { places[$0.value, default: -1] > place }
      .map { .prerequisiteLater(module, requires: $0.value) }
  }
}

/// Reports modules that require an unknown module, or themselves in a circle.
private func checkPrerequisites(
  of pages: [ResolvedPage], modules: [String: Int], slugs: Set<String>
) -> [Diagnostic] {
  var suggestions = Suggestions()
  let demanding = pages.filter { !$0.source.frontMatter.requires.isEmpty }
  var diagnostics = demanding.flatMap {
    unknown($0.source.frontMatter.requires, among: slugs, as: .module, &suggestions)
  }
  // A module that requires nothing lies on no circle.
  let requires = modules.compactMapValues { index in
    pages[index].source.frontMatter.requires.isEmpty
      ? nil : pages[index].source.frontMatter.requires.map(\.value)
  }
  for slug in circularNodes(requires).sorted() {
    guard let index = modules[slug], let first = pages[index].source.frontMatter.requires.first else {
      continue
    }
    diagnostics.append(.circle(slug, at: first.span))
  }
  return diagnostics
}

extension Diagnostic {
  fileprivate static func moduleTwice(_ module: Located<String>) -> Diagnostic {
    Diagnostic(
      .error, "module-twice-in-pathway", "Module '\(module.value)' stands twice in this pathway",
      at: module.span,
      because: "Its minutes would be counted twice.")
  }

  fileprivate static func roleWithoutPathway(_ role: Role) -> Diagnostic {
    Diagnostic(
      .warning, "role-without-pathway", "Role '\(role.id)' has no pathway", at: .file("content/site.yml"),
      because: "Who comes with it finds no way through the modules on the home page.",
      suggestion: "add content/pathways/\(role.id).yml")
  }

  fileprivate static func overBudget(_ pathway: Pathway, minutes: Int) -> Diagnostic {
    Diagnostic(
      .error, "pathway-over-budget",
      "Modules take \(minutes) minutes; the pathway allows \(pathway.minutes.value)",
      at: pathway.minutes.span,
      because: "The page promises its reader that they fit.",
      suggestion: "leave a module out, or write the minutes it really takes")
  }

  fileprivate static func prerequisiteLater(_ module: Located<String>, requires other: String) -> Diagnostic {
    Diagnostic(
      .error, "prerequisite-out-of-order",
      "Module '\(module.value)' comes before '\(other)', which it requires",
      at: module.span, suggestion: "put '\(other)' before it")
  }

  fileprivate static func circle(_ slug: String, at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      .error, "prerequisite-circle", "Module '\(slug)' requires itself by way of others", at: span,
      because: "No reader could begin.")
  }
}
