import PackhorseCore

/// The templates of each practice that has some, or words, of its own, by code; reports what the site's have not already.
func readOwnTemplates(
  of publication: Publication, beside shared: Outcome<TemplateLibrary>
) -> Outcome<[String: TemplateLibrary]> {
  var libraries = Outcome<[String: TemplateLibrary]>([:])
  for home in publication.homes where home.templates != nil || home.words != nil {
    // Words are a part of a template once it is made ready.
    let library = readTemplates(
      home.templates ?? publication.templates, for: pageSchemas, words: home.words ?? publication.words)
    libraries.value[home.practice.code] = library.value
    libraries.diagnostics += library.diagnostics.filter { !shared.diagnostics.contains($0) }
  }
  return libraries
}

extension PracticeHome {
  /// Whether it says anything in other words than the site.
  fileprivate var hasOwnWords: Bool { words != nil || !practice.localWords.isEmpty }
}

extension Publication {
  /// The same site as one of its practices has it.
  func seen(from home: PracticeHome) -> Publication {
    var publication = self
    publication.practice = home.practice
    publication.practicePhoto = home.photo
    publication.network = home.pcn ?? home.icb
    publication.homes = []
    if !home.groups.isEmpty { publication.groups += home.groups.map { localGroups[$0] } }
    publication.words = home.words ?? words
    publication.settings.localWords.merge(home.practice.localWords.mapValues(\.value)) { $1 }
    publication.settings.localWords["practice"]?.singular = home.practice.name
    if let training = home.training { publication.take(training) }
    return publication
  }

  /// The practices that wrote a page of their own in the place of a shared one, by its slug.
  var ownVersions: [String: [PracticeHome]] {
    let pages = homes.flatMap { home in (home.training?.ownPages ?? []).map { (home, $0.source.slug) } }
    return Dictionary(grouping: pages) { $0.1 }.mapValues { $0.map(\.0) }
  }

  /// The practice whose own module a page is; nil for pages of all, and in a site of one practice.
  func home(of page: ResolvedPage) -> PracticeHome? {
    page.source.practice.flatMap { code in homes.first { $0.practice.code == code } }
  }

  /// A page's title; where pages of all practices stand beside it, with the name of the one whose own module it is.
  func title(of page: ResolvedPage) -> String {
    let title = page.source.frontMatter.title
    guard let home = home(of: page) else { return localText(title) }
    return words(
      "page.summary.about", ["title": seen(from: home).localText(title), "area": home.practice.name])
  }

  /// A page's summary, with the words of the practice whose own module it is.
  func summary(of page: ResolvedPage) -> String {
    (home(of: page).map(seen) ?? self).localText(page.source.frontMatter.summary)
  }
}

extension Frame {
  /// The menu of a practice with words of its own, or with modules, whose sections and paths it leads to; else that of all.
  func navigation(of home: PracticeHome, shared: Navigation) -> Navigation {
    guard home.training != nil || home.hasOwnWords else { return shared }
    return Navigation(
      EvidencedSite(publication: publication.seen(from: home), evidence: site.evidence),
      isOfOneOfSeveral: true)
  }

  /// What a practice with modules of its own has besides: these, and the sections, paths and lists that hold them.
  func ownTraining() -> [PlannedPage] {
    guard home?.training != nil else { return [] }
    let places = modulePlaces(in: publication)
    let modules = publication.pages.enumerated().filter { $1.kind == .module && $1.address.isOfPractice }
    return modules.map { module($1.moved(by: place), at: places[$0]) } + sections() + pathways()
      + [listOfModules, publication.listOfPathways.isOfPractice ? listOfPathways : nil].compactMap(\.self)
  }

  /// The site as the practice has it whose own module a page is.
  func site(around page: ResolvedPage) -> EvidencedSite {
    guard let home = publication.home(of: page) else { return site }
    return EvidencedSite(publication: publication.seen(from: home), evidence: evidence(of: home.area))
  }
}
