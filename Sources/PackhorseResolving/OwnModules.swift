import PackhorseCore

/// The pages of a site, apart: what all practices have in common, and the modules that some wrote for themselves.
///
/// In a site for one practice its own modules stand in the place of the shared ones; those of others are no part of it.
struct OwnModules: Sendable {
  let shared: [ParsedPage]
  /// By the code of the practice.
  private let own: [String: [ParsedPage]]
  private let source: SourceSite

  init(of site: ParsedSite) {
    source = site.source
    let common = site.pages.filter { $0.source.practice == nil }
    let own = Dictionary(grouping: site.pages.filter { $0.source.practice != nil }) {
      $0.source.practice ?? ""
    }
    let replacing = source.settings.practice.flatMap { own[$0.value] } ?? []
    let replaced = Set(replacing.map(\.source.slug))
    shared = replaced.isEmpty ? common : common.filter { !replaced.contains($0.source.slug) } + replacing
    self.own = source.settings.practice == nil ? own : [:]
  }

  private var homes: [ListedPractice] { source.settings.chosen(from: source.practices) }

  /// The modules of all practices that the site is for.
  var pages: [ParsedPage] { homes.flatMap { own[$0.code.value] ?? [] } }

  /// Where a page of the site lies.
  func place(of page: SourcePage) -> Address {
    let address = Address.page(of: page)
    guard let code = page.practice, own[code] != nil else { return address }
    return address.inside(PracticeHome.folder(of: code))
  }

  /// Reports modules of practices that the site is not for, and those that say just what the shared one says.
  func check() -> [Diagnostic] {
    let codes = Set(homes.map(\.code.value))
    let texts =
      own.isEmpty ? [:] : Dictionary(shared.map { ($0.source.slug, $0.source.version.digest) }) { $1 }
    let copies = pages.filter { texts[$0.source.slug] == $0.source.version.digest }
    return copies.map { .sameModuleAsForAll($0.source) }
      + own.filter { !codes.contains($0.key) && isPracticeCode($0.key) }.compactMap { code, pages in
        pages.map(\.source.path).min().map { .fileOfOtherPractice($0, code) }
      }
  }

  /// Gives each practice that wrote modules all that it teaches, with these in it; gives the files to copy besides.
  func train(
    _ publication: inout Publication, addresses: AddressBook, names: NameBook, jobs: Int
  ) async -> Outcome<Set<String>> {
    var copies = Outcome<Set<String>>([])
    for (index, home) in publication.homes.enumerated() {
      guard let modules = own[home.practice.code] else { continue }
      let places = ownPlaces(of: modules)
      let book = addresses.seen(by: home.practice.code, with: modules, own: places)
      let pages = modules + sharedTexts(beside: modules)
      let bound = await bindAll(pages.map { ($0, nil) }, addresses: book, names: names, jobs: jobs)
      let training = training(of: bound.value.pages, among: publication.pages, places)
      publication.homes[index].training = training.value
      copies.value.formUnion(bound.value.copies)
      copies.diagnostics += (bound.diagnostics + training.diagnostics).map { $0.seen(by: home.practice) }
    }
    return copies
  }

  /// The texts of all practices that a practice has in its folder, where they link to its own modules: the pages of each,
  /// and the introductions of sections that hold one.
  private func sharedTexts(beside modules: [ParsedPage]) -> [ParsedPage] {
    let sections = Set(modules.compactMap(\.source.section))
    let replaced = Set(modules.map(\.source.slug))
    return shared.filter { page in
      let introduces = page.source.kind == .section && sections.contains(page.source.section ?? "")
      return (page.source.isOfPractice || introduces) && !replaced.contains(page.source.slug)
    }
  }

  /// The addresses of what a practice has for itself because of its modules: these, and the lists and paths that hold them.
  private func ownPlaces(of modules: [ParsedPage]) -> Set<Address> {
    var places: Set<Address> = [.modules]
    places.formUnion(modules.map { Address.page(of: $0.source) })
    places.formUnion(modules.compactMap(\.source.section).map(Address.section))
    let ids = Set(modules.map(\.source.moduleID))
    let paths = source.pathways.filter { path in path.modules.contains { ids.contains($0.value) } }
    places.formUnion(paths.map { Address.page(slug: $0.slug) })
    if !paths.isEmpty { places.insert(.pathways) }
    return places
  }

  /// The pages with those that the practice has for itself in the place of the shared ones, in sections and paths.
  private func training(
    of own: [ResolvedPage], among shared: [ResolvedPage], _ places: Set<Address>
  ) -> Outcome<Training> {
    func marked(_ address: Address) -> Address { places.contains(address) ? address.own : address }
    let replaced = Set(own.map(\.source.slug))
    let pages = inSiteOrder(shared.filter { !replaced.contains($0.source.slug) } + own)
    var sections = sections(of: pages)
    for index in sections.indices { sections[index].address = marked(sections[index].address) }
    var pathways = resolvePathways(of: source, among: pages)
    for index in pathways.value.indices {
      pathways.value[index].address = marked(pathways.value[index].address)
    }
    return Outcome(
      Training(pages: pages, sections: sections, pathways: pathways.value), pathways.diagnostics)
  }
}

extension [Diagnostic] {
  /// Those that are not said already of the same place.
  func beside(_ others: [Diagnostic]) -> [Diagnostic] {
    var said: [SourceSpan?: Set<String>] = [:]
    for other in others { said[other.span, default: []].insert(other.id) }
    return filter { said[$0.span, default: []].insert($0.id).inserted }
  }
}

extension Diagnostic {
  fileprivate static func sameModuleAsForAll(_ page: SourcePage) -> Diagnostic {
    Diagnostic(
      .warning, "override-without-effect", "This module is what all practices have anyway", at: page.span,
      because: "A practice's own module stands in place of that of content/modules/.",
      suggestion: "remove it, or write what this practice says")
  }

  /// The same with whose modules make it one, unless it stands in one of these.
  fileprivate func seen(by practice: Practice) -> Diagnostic {
    guard span.flatMap({ OwnPath($0.path) }) == nil else { return self }
    var diagnostic = self
    diagnostic.notes.append(Note("so it is with the modules of practice '\(practice.code)' alone"))
    return diagnostic
  }
}
