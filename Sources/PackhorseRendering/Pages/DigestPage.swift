import PackhorseCore

/// `digest.html`: what happened to the people who were referred, for those who referred them; one story, one thing to try.
struct DigestPage: PageTemplate {
  let frame: Frame
  let address: Address
  let figures: DigestFigures

  init(frame: Frame, address: Address) {
    (self.frame, self.address) = (frame, address)
    figures = DigestFigures(
      own: frame.site.evidence, network: frame.publication.network.map(frame.evidence),
      text: EvidenceText(frame.words))
  }

  static let template = "pages/digest"
  static let tags = TagTable<DigestPage>([
    .flag("is-empty") { $0.figures.isEmpty },
    .text("instead") { page in
      page.figures.area.map { page.frame.words("page.digest.instead", ["network": $0.name]) }
    },
    .html("better") { $0.part(.better) },
    .html("level") { $0.part(.level) },
    .html("worse") { $0.part(.worse) },
    .html("counting") { $0.figures.isEmpty ? .empty : $0.frame.countingStatement },
    .url("outcomes") { SafeURL(from: $0.address, to: .outcomes) },
    .url("story") { page in page.story.map { SafeURL(from: page.address, to: $0.address) } },
    .text("story-title") { page in page.story.map { page.frame.text($0.source.frontMatter.title) } },
    .text("story-summary") { page in page.story.map { page.frame.text($0.source.frontMatter.summary) } },
    .html("story-provenance") { page in
      page.story?.provenance.map { renderProvenance($0, words: page.frame.words) } ?? .empty
    },
    .url("module") { page in page.module.map { SafeURL(from: page.address, to: $0.address) } },
    .text("module-title") { page in page.module.map { page.frame.text($0.source.frontMatter.title) } },
    .text("module-summary") { page in page.module.map { page.frame.text($0.source.frontMatter.summary) } },
  ])

  func part(_ part: DigestFigures.Part) -> HTML {
    let items = figures.items(of: part)
    var writer = ByteWriter(capacity: 1024 * items.count)
    for (sentences, caveat) in items {
      writer.write("<p>")
      writer.write(sentences)
      writer.write("</p>\n")
      guard let caveat else { continue }
      writer.write("<p class=\"caveat\">")
      writer.write(text: frame.text(caveat))
      writer.write("</p>\n")
    }
    return writer.html
  }

  /// A story that may be told, another one each month.
  private var story: ResolvedPage? { ofTheMonth { $0.kind == .story } }

  /// A module that somebody who refers can do in one sitting, another one each month.
  private var module: ResolvedPage? {
    ofTheMonth { $0.kind == .module && !$0.source.frontMatter.techniques.isEmpty }
  }

  private func ofTheMonth(_ isWanted: (ResolvedPage) -> Bool) -> ResolvedPage? {
    let pages = frame.publication.pages.filter(isWanted)
    return pages.isEmpty ? nil : pages[(frame.date.year * 12 + frame.date.month) % pages.count]
  }
}
