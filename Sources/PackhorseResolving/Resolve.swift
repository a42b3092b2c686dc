package import PackhorseCore

/// Binds every name to what it stands for and leaves out what may not be published.
///
/// `date` is the day of the build, which decides on consent and age; at most `jobs` tasks bind pages at once.
package func resolve(_ parsed: ParsedSite, date: CalendarDate, jobs: Int) async -> Outcome<ResolvedSite> {
  let resolved = await resolveAndName(parsed, date: date, jobs: jobs)
  return Outcome(resolved.value.site, resolved.diagnostics)
}

/// Does what `resolve` does, and gives the names by which it was done besides.
package func resolveAndName(
  _ parsed: ParsedSite, date: CalendarDate, jobs: Int
) async -> Outcome<(site: ResolvedSite, names: SiteNames)> {
  let source = parsed.source
  let own = OwnModules(of: parsed)
  let site = ParsedSite(source: source, pages: own.shared)
  let all = ParsedSite(source: source, pages: own.shared + own.pages)
  var addresses = AddressBook(site)
  for page in own.pages { addresses.claimOwn(page.source, at: own.place(of: page.source)) }
  let names = NameBook(site)
  let redirected = redirects(for: all.pages, addresses: &addresses, place: own.place)
  let shown = admit(site, date: date)
  for story in shown.value.withheld { addresses.withhold(story) }
  let bound = await bindAll(shown.value.pages, addresses: addresses, names: names, jobs: jobs)

  var publication = Publication()
  publication.settings = source.settings
  publication.words = source.words
  publication.practice = source.practice
  publication.glossary = source.glossary
  publication.templates = source.templates
  publication.references = Dictionary(
    source.references.map { ($0.key, $0) }, uniquingKeysWith: { first, _ in first })
  publication.tombstones = shown.value.tombstones
  publication.redirects = redirected.value
  publication.settingsDigest = source.settingsDigest
  publication.pages = inSiteOrder(bound.value.pages)
  publication.sections = sections(of: publication.pages)
  let homes = practiceHomes(source, addresses)
  publication.homes = homes.value
  let pathways = resolvePathways(of: source, among: publication.pages)
  publication.pathways = pathways.value
  var diagnostics =
    homes.diagnostics + addGroups(of: source, to: &publication) + addresses.diagnostics
    + redirected.diagnostics + shown.diagnostics + bound.diagnostics + pathways.diagnostics
    + rolesWithoutPathway(source) + own.check()
  let trained = await own.train(&publication, addresses: addresses, names: names, jobs: jobs)
  diagnostics += trained.diagnostics.beside(diagnostics)
  diagnostics += addCriteria(of: source, names: names, to: &publication)
  diagnostics += addCopies(bound.value.copies.union(trained.value), of: source, addresses, to: &publication)
  diagnostics += checkVocabulary(of: all.pages, roles: source.settings.roles)
  diagnostics += checkTechniques(of: all.pages)
  diagnostics += checkSummaries(site.pages, names: names, areas: source.practices)
  diagnostics += checkOutcomes(source, date: date) + checkAge(all, date: date)
  diagnostics += checkGroupNames(source.groups)
  let resolved = ResolvedSite(
    publication: publication, measures: source.measures, observations: source.observations,
    practices: source.practices, released: source.released, published: source.published)
  return Outcome((resolved, SiteNames(addresses: addresses, names: names)), diagnostics)
}

/// The pages that may be shown, stories with their provenance; the places of stories that may not.
private struct Admitted: Sendable {
  var pages: [(page: ParsedPage, provenance: StoryProvenance?)] = []
  var tombstones: [Address] = []
  var withheld: [SourcePage] = []
}

private func admit(_ site: ParsedSite, date: CalendarDate) -> Outcome<Admitted> {
  let source = site.source
  var gate = ConsentGate(
    records: source.consent, audience: source.settings.audience, date: date,
    withdrawn: source.withdrawnStories)
  var admitted = Outcome(Admitted())
  for page in site.pages {
    guard page.source.kind == .story else {
      admitted.value.pages.append((page, nil))
      continue
    }
    switch gate.decide(on: page.source) {
    case .show(let provenance): admitted.value.pages.append((page, provenance))
    case .leaveOut(let diagnostic):
      admitted.value.withheld.append(page.source)
      admitted.value.tombstones.append(Address.page(of: page.source))
      admitted.diagnostics.append(diagnostic)
    case .refuse(let diagnostic):
      admitted.value.withheld.append(page.source)
      admitted.diagnostics.append(diagnostic)
    }
  }
  let stories = Set(site.pages.filter { $0.source.kind == .story }.map(\.source.storyID))
  admitted.diagnostics += checkRegister(source.consent, stories: stories)
  return admitted
}

/// Binds every name in the texts of pages; gives the paths of the files that they want copied besides.
func bindAll(
  _ pages: [(page: ParsedPage, provenance: StoryProvenance?)], addresses: AddressBook, names: NameBook,
  jobs: Int
) async -> Outcome<(pages: [ResolvedPage], copies: Set<String>)> {
  var bound = await concurrentMap(pages, jobs: jobs) { page, _ in
    var none = Suggestions(atMost: 0)
    return bind(page, addresses: addresses, names: names, &none)
  }
  // Again for pages with a wrong name, one after another, so that the same ones get suggestions in every build.
  var suggestions = Suggestions()
  for index in pages.indices where !bound[index].diagnostics.isEmpty && !suggestions.isUsedUp {
    bound[index] = bind(pages[index].page, addresses: addresses, names: names, &suggestions)
  }
  let resolved = zip(pages, bound).map { page, bound in
    ResolvedPage(
      address: page.page.address, source: page.page.source, headings: page.page.outline.headings,
      bindings: bound.bindings, document: page.page.document, provenance: page.provenance,
      section: page.page.source.section)
  }
  return Outcome(
    (resolved, bound.reduce(into: []) { $0.formUnion($1.copies) }), bound.flatMap(\.diagnostics))
}

private func addCriteria(
  of source: SourceSite, names: NameBook, to publication: inout Publication
) -> [Diagnostic] {
  var suggestions = Suggestions()
  let resolved = source.criteria.map { resolve($0, names: names, &suggestions) }
  publication.criteria = resolved.map(\.value)
  return resolved.flatMap(\.diagnostics)
}

private func addCopies(
  _ paths: Set<String>, of source: SourceSite, _ addresses: AddressBook, to publication: inout Publication
) -> [Diagnostic] {
  let workers = ([source.practice] + publication.homes.map(\.practice)).map(\.linkWorker)
  let photos = Dictionary(workers.compactMap(\.photo).map { ($0.value, $0) }) { first, _ in first }
  publication.practicePhoto = source.practice.linkWorker.photo.flatMap { addresses.file($0.value) }
  let found = photos.keys.filter { addresses.file($0) != nil }
  publication.copies = paths.union(found).sorted().map { path in
    CopiedFile(
      source: "content/" + path, address: addresses.file(path) ?? Address(path),
      state: source.assetStates["content/" + path])
  }
  return photos.keys.filter { addresses.file($0) == nil }.sorted().compactMap { photos[$0] }.map {
    .unknownPhoto($0)
  }
}

private func checkSummaries(
  _ pages: [ParsedPage], names: NameBook, areas practices: [ListedPractice]
) -> [Diagnostic] {
  let levels = Set(practices.areas.map(\.level))
  var suggestions = Suggestions()
  return pages.filter { $0.source.kind == .summary }.flatMap { page in
    let frontMatter = page.source.frontMatter
    var diagnostics = unknown(frontMatter.measures, among: names.measures, as: .measure, &suggestions)
    if let level = frontMatter.level, level == .pcn || level == .icb, !levels.contains(level) {
      diagnostics.append(.levelWithoutArea(level, at: page.source.span))
    }
    return diagnostics
  }
}

extension ParsedPage {
  fileprivate var address: Address { Address.page(of: source) }
}

extension Diagnostic {
  fileprivate static func unknownPhoto(_ photo: Located<String>) -> Diagnostic {
    Diagnostic(
      .error, "unknown-image", "Image '\(photo.value)' does not exist", at: photo.span,
      because: "The path is read from content/, as in 'practice/link-worker.jpg'.")
  }

  fileprivate static func levelWithoutArea(_ level: AreaLevel, at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      .error, "level-without-area", "Summary is for a '\(level.rawValue)', which this site does not have",
      at: span,
      because: "No practice of content/data/practices.csv belongs to one.",
      suggestion: "name one in '\(level.rawValue)_code' of its rows, or write 'for: practice'")
  }
}
