import PackhorseCore

/// What every page of a site is made with: the site, the day of the build, the templates and the menu.
///
/// It never changes; it is a class because every page holds it and is copied about.
final class Frame: Sendable {
  let site: EvidencedSite
  let words: Words
  let date: CalendarDate
  let parser: BodyParser
  let templates: TemplateLibrary
  /// Those of practices with templates or words of their own, by code.
  let ownTemplates: [String: TemplateLibrary]
  let navigation: Navigation
  let digests: SiteDigests
  /// The figures as pages about each practice or area show them.
  let views: [Area: PublishedEvidence]
  /// Groups that are for the people of one practice, network or board, by its code; only pages of groups ask for them.
  let localGroups: [String: [CommunityGroup]]
  /// The practices that wrote a page of their own in the place of a shared one, by its slug.
  let ownVersions: [String: [PracticeHome]]
  /// The practices of each network and board, as indices into `Publication.homes`.
  let homesByArea: [Area: [Int]]
  /// Whose pages these are, in a site of several practices; nil for those that all have in common.
  let home: PracticeHome?
  /// What this frame is made anew from, where it is one of several practices'.
  private let origin: (shared: Frame, place: Int)?
  /// Whether any page claims to take up something of the study.
  let hasCoverage: Bool

  init(
    site: EvidencedSite, date: CalendarDate, parser: @escaping BodyParser, templates: TemplateLibrary,
    ownTemplates: [String: TemplateLibrary] = [:], navigation: Navigation
  ) {
    self.site = site
    hasCoverage = site.publication.allPages.contains(where: \.isClaiming)
    words = site.publication.words
    self.date = date
    self.parser = parser
    (self.templates, self.ownTemplates) = (templates, ownTemplates)
    self.navigation = navigation
    digests = SiteDigests(of: site, date: date, navigation: navigation, hasCoverage: hasCoverage)
    views = site.evidence.views()
    let publication = site.publication
    let isListed = publication.settings.has(.groupPages)
    localGroups =
      isListed ? Dictionary(grouping: publication.localGroups) { $0.area?.value ?? "" } : [:]
    ownVersions = publication.ownVersions
    homesByArea = publication.homes.byArea
    (home, origin) = (nil, nil)
  }

  /// The same site after the texts of modules changed, of which other pages show nothing.
  init(_ before: Frame, after site: EvidencedSite) {
    self.site = site
    (words, date, parser) = (before.words, before.date, before.parser)
    (templates, ownTemplates, navigation) = (before.templates, before.ownTemplates, before.navigation)
    (digests, hasCoverage, views) = (before.digests, before.hasCoverage, before.views)
    (localGroups, ownVersions, homesByArea) = (before.localGroups, before.ownVersions, before.homesByArea)
    (home, origin) = (before.home, before.origin)
  }

  /// The same site as one of its practices has it, by its place among them: with its own facts, groups, figures and menu.
  init(_ shared: Frame, forHomeAt place: Int, navigation: Navigation) {
    let home = shared.publication.homes[place]
    let publication = shared.publication.seen(from: home)
    site = EvidencedSite(publication: publication, evidence: shared.evidence(of: home.area))
    self.navigation = navigation
    (self.home, origin) = (home, (shared, place))
    (words, date, parser) = (publication.words, shared.date, shared.parser)
    ownTemplates = [:]
    templates = shared.ownTemplates[home.practice.code] ?? shared.templates
    (digests, hasCoverage, views) = (shared.digests, shared.hasCoverage, shared.views)
    (localGroups, ownVersions, homesByArea) = (shared.localGroups, [:], [:])
  }

  var publication: Publication {
    // A copy would count a reference to each of its many values.
    _read { yield site.publication }
  }

  /// Gives the frame when a file is made with it: that of one of several practices anew, since a nation has too many to hold.
  var whenMade: @Sendable () -> Frame {
    guard let origin else { return { self } }
    return { [navigation] in Frame(origin.shared, forHomeAt: origin.place, navigation: navigation) }
  }

  /// The figures for a page about a practice or an area.
  func evidence(of area: Area) -> PublishedEvidence {
    views[area] ?? PublishedEvidence(isExact: site.evidence.isExact)
  }

  /// Whether figures and directory are published as files.
  var hasData: Bool { publication.settings.has(.data) }

  /// Whether figures are published that others may use: exact ones are for nobody else.
  var isOpenData: Bool { hasData && site.evidence.hasFigures && publication.settings.audience == .public }

  /// True of what several practices have in common.
  var isShared: Bool { home == nil && !publication.homes.isEmpty }

  /// Where a page lies that each practice has for itself.
  func place(_ address: Address) -> Address { home.map { address.inside($0.folder) } ?? address }

  /// Where a page lies: in the practice's folder where the practice has it for itself.
  func lies(_ address: Address) -> Address { address.isOfPractice ? place(address) : address }

  /// False of what all practices have in common, seen from one of them.
  func isMadeHere(_ address: Address) -> Bool { home == nil || address.isOfPractice }

  /// A page of the output: what `make` gives, in the layout.
  ///
  /// `digest` is that of all it depends on; without it, any change of the site may change the page.
  func page<Page: PageTemplate>(
    _ head: PageHead, digest: Digest? = nil, _ make: @escaping @Sendable (Frame) throws -> Page
  ) -> PlannedPage {
    let file = OutputFile(
      address: head.address, digest: digest ?? digests.site,
      content: .rendered { [whenMade] in
        let frame = whenMade()
        let main = frame.templates.fill(try make(frame))
        return frame.templates.fill(Layout(frame: frame, head: head, main: main)).bytes
      })
    return PlannedPage(head: head, file: file)
  }

  /// The body of a page, rendered.
  ///
  /// `evidence` has the figures of the area that the page is about.
  func body(of page: ResolvedPage, evidence: PublishedEvidence? = nil) throws -> RenderedBody {
    let document = try document(of: page)
    // The site is not copied for a page of its own: that would count a reference to each of its many values.
    guard let evidence else { return renderBody(document, for: page, in: site, date: date) }
    let site = EvidencedSite(publication: publication, evidence: evidence)
    return renderBody(document, for: page, in: site, date: date)
  }

  /// The text of a page; parsed first where an earlier build parsed it.
  func document(of page: ResolvedPage) throws -> Document {
    try page.document?.unpacked() ?? parsed(page)
  }

  private func parsed(_ page: ResolvedPage) throws -> Document {
    let options = BodyOptions(
      path: page.source.path, firstLine: page.source.bodyLine, allowsHTML: publication.settings.allowsHTML)
    return parser(try page.source.body.bytes(), options).value
  }

  /// A text that somebody wrote in front matter or YAML, with the practice's own words.
  func text(_ written: String) -> String { publication.localText(written) }
}

extension [PracticeHome] {
  /// The places of those of each network and board, in order.
  fileprivate var byArea: [Area: [Int]] {
    var places: [Area: [Int]] = [:]
    for (index, home) in enumerated() {
      for area in [home.pcn, home.icb].compactMap(\.self) { places[area, default: []].append(index) }
    }
    return places
  }
}
