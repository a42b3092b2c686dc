import PackhorseCore

/// A page that is mostly its text: evidence, a summary, a page of the practice.
struct ArticlePage: ReviewedPage {
  let frame: Frame
  let page: ResolvedPage
  let review: Review
  /// What the folder holds, where the page introduces one.
  let entries: [ListingEntry]
  /// The area that a summary is about; nil for the site's own practice.
  let area: Area?
  private let evidence: PublishedEvidence
  private let rendered: RenderedBody

  init(frame: Frame, page: ResolvedPage, entries: [ListingEntry] = [], about area: Area? = nil) throws {
    self.frame = frame
    self.page = page
    self.entries = entries
    self.area = area
    review = frame.review(of: page)
    evidence = area.map(frame.evidence) ?? frame.site.evidence
    rendered = try frame.body(of: page, evidence: evidence)
  }

  static let template = "pages/article"
  static let tags = TagTable<ArticlePage>(
    [
      .text("title") { $0.frame.title(of: $0.page, about: $0.area) },
      .text("summary") {
        $0.page.source.frontMatter.summary.isEmpty ? nil : $0.frame.text($0.page.source.frontMatter.summary)
      },
      .html("facts") { $0.facts },
      .html("contents") { contentsList($0.page.headings, words: $0.frame.words) },
      .html("body") { $0.rendered.html },
      .html("listing") { listing($0.entries, from: $0.page.address, level: 2) },
      .html("definitions") { $0.definitions },
      .html("counting") { $0.measures.isEmpty ? .empty : $0.frame.countingStatement },
      .url("outcomes") { $0.measures.isEmpty ? nil : SafeURL(from: $0.page.address, to: .outcomes) },
      .html("references") { $0.rendered.references },
    ], reviewTags, required: ["body", "overdue", "clinical-review"])

  private var facts: HTML {
    var facts = frame.facts(of: page)
    if let level = page.source.frontMatter.level {
      facts.append(frame.words("page.summary.for-\(level.rawValue)"))
    }
    var writer = ByteWriter()
    writer.write(facts: facts)
    return writer.html
  }

  /// The measures of a summary.
  private var measures: [Measure] {
    page.source.frontMatter.measures.compactMap { evidence.series(for: $0.value)?.measure }
  }

  private var definitions: HTML {
    var writer = ByteWriter()
    let text = EvidenceText(frame.words)
    for measure in measures { writer.write(renderDefinitionCard(measure, text: text)) }
    return writer.html
  }
}
