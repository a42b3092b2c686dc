import PackhorseCore

/// What every page of a site is made with: the site, the day of the build, the templates and the menu.
///
/// It never changes; it is a class because every page holds it and is copied about.
final class Frame: Sendable {
  let site: EvidencedSite
  let publication: Publication
  let words: Words
  let date: CalendarDate
  let parser: BodyParser
  let templates: TemplateLibrary
  let navigation: Navigation
  let digests: SiteDigests
  /// Whether any page claims to take up something of the study.
  let hasCoverage: Bool

  init(
    site: EvidencedSite, date: CalendarDate, parser: @escaping BodyParser, templates: TemplateLibrary,
    navigation: Navigation
  ) {
    self.site = site
    publication = site.publication
    hasCoverage = site.publication.pages.contains(where: \.isClaiming)
    words = site.publication.words
    self.date = date
    self.parser = parser
    self.templates = templates
    self.navigation = navigation
    digests = SiteDigests(of: site, date: date, navigation: navigation)
  }

  /// A page of the output: what `make` gives, in the layout.
  ///
  /// `digest` is that of all it depends on; without it, any change of the site may change the page.
  func page<Page: PageTemplate>(
    _ head: PageHead, digest: Digest? = nil, _ make: @escaping @Sendable (Frame) throws -> Page
  ) -> PlannedPage {
    let file = OutputFile(
      address: head.address, digest: digest ?? digests.site,
      content: .rendered { [self] in
        let main = templates.fill(try make(self))
        return templates.fill(Layout(frame: self, head: head, main: main)).bytes
      })
    return PlannedPage(head: head, file: file)
  }

  /// The body of a page, rendered.
  ///
  /// `site` is the same site with the figures of the area that the page is about.
  func body(of page: ResolvedPage, in site: EvidencedSite? = nil) throws -> RenderedBody {
    renderBody(try document(of: page), for: page, in: site ?? self.site, date: date)
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
