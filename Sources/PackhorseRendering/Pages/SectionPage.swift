import PackhorseCore

/// `modules/<section>/index.html`: what a section is about and its modules in order.
struct SectionPage: PageTemplate {
  let frame: Frame
  let section: ModuleSection

  static let template = "pages/section"
  static let tags = TagTable<SectionPage>([
    .text("title") { $0.frame.text($0.section.title) },
    .text("summary") { $0.section.summary.isEmpty ? nil : $0.frame.text($0.section.summary) },
    .html("body") { $0.body },
    .html("modules") { $0.modules },
  ])

  private var body: HTML {
    section.page.map { frame.body(of: frame.publication.pages[$0]).html } ?? .empty
  }

  private var modules: HTML {
    listing(section.modules.map { frame.entry(frame.publication.pages[$0]) }, from: section.address, level: 2)
  }
}
