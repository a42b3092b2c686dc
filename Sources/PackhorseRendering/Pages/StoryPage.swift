import PackhorseCore

/// `stories/<slug>.html`: whose story it is, or that it is invented, comes first.
struct StoryPage: PageTemplate {
  let frame: Frame
  let page: ResolvedPage
  private let rendered: RenderedBody

  init(frame: Frame, page: ResolvedPage) throws {
    self.frame = frame
    self.page = page
    rendered = try frame.body(of: page)
  }

  static let template = "pages/story"
  static let tags = TagTable<StoryPage>(
    [
      .text("title") { $0.frame.text($0.page.source.frontMatter.title) },
      .text("summary") { $0.frame.text($0.page.source.frontMatter.summary) },
      .html("provenance") { story in
        story.page.provenance.map { renderProvenance($0, words: story.frame.words) } ?? .empty
      },
      .html("body") { $0.rendered.html },
      .html("references") { $0.rendered.references },
      .url("stories") { SafeURL(from: $0.page.address, to: .stories) },
    ], required: ["provenance", "body"])
}

/// Where a story stood that may no longer be shown.
///
/// It says nothing about the story, or about why.
struct TombstonePage: PageTemplate {
  let frame: Frame
  let address: Address

  static let template = "pages/tombstone"
  static let tags = TagTable<TombstonePage>([
    .url("stories") { page in
      page.frame.publication.pages.contains { $0.kind == .story }
        ? SafeURL(from: page.address, to: .stories) : nil
    },
    .url("home") { SafeURL(from: $0.address, to: .home) },
  ])
}
