import PackhorseCore

/// `index.html`: who you are, one figure with its caveat, the link worker, what is new.
struct HomePage: PageTemplate {
  let frame: Frame
  /// `content/index.md`; nil where nobody wrote one.
  let page: ResolvedPage?
  private let rendered: RenderedBody?

  init(frame: Frame, page: ResolvedPage?) throws {
    self.frame = frame
    self.page = page
    rendered = try page.map { try frame.body(of: $0) }
  }

  static let template = "pages/home"
  static let tags = TagTable<HomePage>(
    [
      .text("title") { $0.title },
      .text("summary") { $0.summary },
      .html("roles") { $0.roles },
      .html("body") { $0.rendered?.html ?? .empty },
      .html("references") { $0.rendered?.references ?? .empty },
      .html("new-pages") { $0.newPages },
      .html("figure") { $0.figure },
      .text("caveat") { $0.series?.measure.caveats.first },
      .url("outcomes") { _ in SafeURL(from: .home, to: .outcomes) },
    ], LinkWorkerCard.tags { LinkWorkerCard(frame: $0.frame, address: .home) })

  private var title: String {
    page.map { frame.text($0.source.frontMatter.title) } ?? frame.text(frame.publication.settings.title)
  }

  private var summary: String {
    guard let page, !page.source.frontMatter.summary.isEmpty else {
      return frame.text(frame.publication.settings.description)
    }
    return frame.text(page.source.frontMatter.summary)
  }

  /// The first measure that has a figure to show.
  private var series: PublishedSeries? { frame.site.evidence.series.first { $0.latest != nil } }

  private var figure: HTML {
    series.map { sentence($0, words: frame.words) } ?? .empty
  }

  /// Every role with the paths made for it.
  private var roles: HTML {
    guard !frame.publication.pathways.isEmpty else { return .empty }
    var writer = ByteWriter(capacity: 2048)
    writer.write("<ul class=\"roles\">\n")
    for pathway in frame.publication.pathways {
      writer.write("<li><a href=\"")
      writer.write(SafeURL(from: .home, to: pathway.address))
      writer.write("\"><span class=\"role\">")
      writer.write(text: frame.text(pathway.role.title))
      writer.write("</span> <span class=\"facts\">")
      writer.write(text: frame.text(pathway.source.title))
      writer.write(text: frame.words("page.join.comma"))
      writer.write(text: frame.words.minutes(pathway.totalMinutes))
      writer.write("</span></a></li>\n")
    }
    writer.write("</ul>\n")
    return writer.html
  }

  /// The pages that were reviewed last.
  private var newPages: HTML {
    let pages = newestPages(of: frame.publication, limit: 4)
    guard !pages.isEmpty else { return .empty }
    var writer = ByteWriter(capacity: 1024)
    writer.write("<ul class=\"new\">\n")
    for (page, reviewed) in pages {
      writer.write("<li>")
      writer.write(link: SafeURL(from: .home, to: page.address), frame.text(page.source.frontMatter.title))
      writer.write(" <span class=\"facts\">")
      writer.write(
        text: frame.words("page.new.reviewed", ["date": writtenDate(reviewed, words: frame.words)]))
      writer.write("</span></li>\n")
    }
    writer.write("</ul>\n")
    return writer.html
  }
}

/// Modules, evidence, summaries and stories with the day they were last reviewed, the newest first.
func newestPages(of publication: Publication, limit: Int) -> [(page: ResolvedPage, reviewed: CalendarDate)] {
  let kinds: Set<PageKind> = [.module, .evidence, .summary, .story]
  let dated = publication.pages.compactMap {
    page -> (page: ResolvedPage, reviewed: CalendarDate, day: Int)? in
    guard kinds.contains(page.kind), let reviewed = page.source.frontMatter.reviewed else { return nil }
    return (page, reviewed, reviewed.dayNumber)
  }
  // Only days are sorted through; addresses are compared where they decide.
  let days = dated.map(\.day).sorted(by: >)
  let oldest = days.prefix(limit).last ?? 0
  return dated.filter { $0.day >= oldest }
    .sorted { ($1.reviewed, $0.page.address) < ($0.reviewed, $1.page.address) }
    .prefix(limit).map { ($0.page, $0.reviewed) }
}
