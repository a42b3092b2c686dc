import PackhorseCore

/// `index.html`: who you are, one figure with its caveat, the link worker, what is new.
struct HomePage: PageTemplate {
  let frame: Frame
  let address: Address
  /// `content/index.md`; nil where nobody wrote one, and on the first page of several practices.
  let page: ResolvedPage?
  private let rendered: RenderedBody?

  init(frame: Frame, address: Address, page: ResolvedPage?) throws {
    self.frame = frame
    self.address = address
    self.page = page
    rendered = try page.map { try frame.body(of: $0) }
  }

  static let template = "pages/home"
  static let tags = TagTable<HomePage>(
    [
      .text("title") { $0.title },
      .text("summary") { $0.summary },
      .html("roles") { $0.roles },
      .html("own-modules") { $0.ownModules },
      .html("body") { $0.rendered?.html ?? .empty },
      .html("references") { $0.rendered?.references ?? .empty },
      .html("new-pages") { $0.newPages },
      .html("figure") { $0.figure },
      .text("figure-area") { $0.frame.isShared ? $0.series?.area.name : nil },
      .text("caveat") { $0.series?.measure.caveats.first },
      .html("practices") { $0.frame.practiceList(from: $0.address, to: .home, level: 3) },
      .url("changes") { SafeURL(from: $0.address, to: .changes) },
      .url("outcomes") { SafeURL(from: $0.address, to: .outcomes) },
    ], LinkWorkerCard.tags { LinkWorkerCard(frame: $0.frame, address: $0.address) })

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
    series.map { sentence($0, text: EvidenceText(frame.words)) } ?? .empty
  }

  /// Every role with the paths made for it.
  private var roles: HTML {
    guard !frame.publication.pathways.isEmpty else { return .empty }
    var writer = ByteWriter(capacity: 2048)
    writer.write("<ul class=\"roles\">\n")
    for pathway in frame.publication.pathways {
      writer.write("<li><a href=\"")
      writer.write(SafeURL(from: address, to: pathway.address))
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

  /// The modules that the practice wrote for itself.
  private var ownModules: HTML {
    let modules = frame.publication.pages.filter { $0.kind == .module && $0.source.practice != nil }
    return listing(modules.map { frame.entry($0) }, from: address, level: 3)
  }

  /// The pages that changed last.
  private var newPages: HTML {
    let pages = newestPages(of: frame.publication.pages, limit: 4)
    guard !pages.isEmpty else { return .empty }
    var writer = ByteWriter(capacity: 1024)
    writer.write("<ul class=\"new\">\n")
    for (page, since) in pages {
      writer.write("<li>")
      writer.writeLink(from: address, to: page.address, frame.text(page.source.frontMatter.title))
      writer.write(" <span class=\"facts\">")
      writer.write(
        text: frame.newness(of: page, since: since))
      writer.write("</span></li>\n")
    }
    writer.write("</ul>\n")
    return writer.html
  }
}
