import PackhorseCore

/// `modules/<section>/index.html`: what a section is about and its modules in order.
struct SectionPage: ReviewedPage {
  let frame: Frame
  let section: ModuleSection
  let review: Review
  private let rendered: RenderedBody?

  init(frame: Frame, section: ModuleSection) throws {
    self.frame = frame
    self.section = section
    let page = section.page.map { frame.publication.pages[$0].moved { _ in section.address } }
    review = page.map { frame.review(of: $0) } ?? Review()
    rendered = try page.map { try frame.body(of: $0) }
  }

  static let template = "pages/section"
  static let tags = TagTable<SectionPage>(
    [
      .text("title") { $0.frame.text($0.section.title) },
      .text("summary") { $0.section.summary.isEmpty ? nil : $0.frame.text($0.section.summary) },
      .html("body") { $0.rendered?.html ?? .empty },
      .html("references") { $0.rendered?.references ?? .empty },
      .html("modules") { $0.modules },
    ], reviewTags)

  private var modules: HTML {
    listing(
      section.modules.map { frame.entry(frame.publication.pages[$0]) }, from: section.address, level: 3)
  }
}
