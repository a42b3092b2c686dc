package import PackhorseCore

/// Lists every file of the output with the function that renders it; checks the templates.
package func plan(
  _ site: EvidencedSite, date: CalendarDate, parser: @escaping BodyParser
) -> Outcome<OutputPlan> {
  let planned = planSite(site, date: date, parser: parser)
  return Outcome(planned.value.output, planned.diagnostics)
}

/// Does what `plan` does, and gives what the files are made by besides.
package func planSite(
  _ site: EvidencedSite, date: CalendarDate, parser: @escaping BodyParser
) -> Outcome<SitePlan> {
  let publication = site.publication
  let templates = readTemplates(publication.templates, for: pageSchemas, words: publication.words)
  let ownTemplates = readOwnTemplates(of: publication, beside: templates)
  let frame = Frame(
    site: site, date: date, parser: parser, templates: templates.value, ownTemplates: ownTemplates.value,
    navigation: Navigation(site))
  let practices = frame.practices()
  let places = modulePlaces(in: publication)
  let pages =
    frame.writtenPages(at: places) + frame.madePages() + frame.areaPages() + practices.flatMap(\.pages)
  let made =
    pages.map(\.file) + frame.tombstones() + frame.feeds() + practices.flatMap(\.feeds)
    + frame.sitemap(of: pages) + frame.dataFiles()
    + frame.calendars()
    + frame.searchFiles() + frame.themeFiles() + [frame.script()] + frame.copiedFiles() + frame.redirects()
    + [frame.notFound()]
  let arranged = arrange(made + frame.offlineFiles(for: made), of: publication)
  return Outcome(
    SitePlan(output: arranged.value, frame: frame, places: places),
    (templates.diagnostics + ownTemplates.diagnostics + arranged.diagnostics).ordered())
}

/// The templates that pages are made with, each with the tags it may use.
let pageSchemas: [String: TemplateSchema] = [
  ArticlePage.template: ArticlePage.tags.schema,
  ChoicePage.template: ChoicePage.tags.schema,
  ChangesPage.template: ChangesPage.tags.schema,
  CheckedPage.template: CheckedPage.tags.schema,
  CoveragePage.template: CoveragePage.tags.schema,
  CriteriaPage.template: CriteriaPage.tags.schema,
  DigestPage.template: DigestPage.tags.schema,
  GlossaryPage.template: GlossaryPage.tags.schema,
  GroupPage.template: GroupPage.tags.schema,
  GroupsPage.template: GroupsPage.tags.schema,
  HomePage.template: HomePage.tags.schema,
  Layout.template: Layout.tags.schema,
  LinkWorkerPage.template: LinkWorkerPage.tags.schema,
  ListPage.template: ListPage.tags.schema,
  ModulePage.template: ModulePage.tags.schema,
  NotFoundPage.template: NotFoundPage.tags.schema,
  OutcomesPage.template: OutcomesPage.tags.schema,
  PathwayPage.template: PathwayPage.tags.schema,
  RedirectPage.template: RedirectPage.tags.schema,
  SearchPage.template: SearchPage.tags.schema,
  SectionPage.template: SectionPage.tags.schema,
  StoryPage.template: StoryPage.tags.schema,
  TombstonePage.template: TombstonePage.tags.schema,
]
