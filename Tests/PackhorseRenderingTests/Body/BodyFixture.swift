import PackhorseCore
import PackhorseParsing
import PackhorseTestSupport

@testable import PackhorseRendering

/// An invented page in an invented site, to render a text in.
struct BodyFixture {
  var frontMatter = FrontMatter()
  var bindings = Bindings()
  var publication = Publication()
  var evidence = PublishedEvidence()
  var date = CalendarDate(iso: "2026-10-01")

  init() {
    publication.words = catalogue
    publication.settings.localWords["link-worker"] = LocalWord(
      singular: "link worker", plural: "link workers", article: "a")
  }

  var page: ResolvedPage {
    let source = SourcePage(
      path: "content/modules/skills/listening.md", kind: .module, frontMatter: frontMatter, body: [],
      bodyLine: 1)
    return ResolvedPage(
      address: Address("modules/skills/listening.html"), source: source, headings: [], bindings: bindings)
  }

  var site: EvidencedSite { EvidencedSite(publication: publication, evidence: evidence) }

  /// Cites works, in this order.
  mutating func cite(_ works: Reference...) {
    for work in works {
      bindings.citations.append(work.key)
      publication.references[work.key] = work
    }
  }

  /// Adds a story that may be shown.
  mutating func addStory(_ name: String, title: String, _ provenance: StoryProvenance) {
    var frontMatter = FrontMatter()
    frontMatter.title = title
    frontMatter.summary = "How it went."
    let source = SourcePage(
      path: "content/stories/\(name).md", kind: .story, frontMatter: frontMatter, body: [], bodyLine: 1)
    publication.pages.append(
      ResolvedPage(
        address: Address("stories/\(name).html"), source: source, headings: [], bindings: Bindings(),
        provenance: provenance))
  }

  func render(_ document: Document) -> RenderedBody {
    guard let date else { return RenderedBody(html: .empty, references: .empty) }
    return renderBody(document, for: page, in: site, date: date)
  }

  /// Parses Markdown with every addition and renders it.
  func render(_ markdown: String) -> RenderedBody {
    let options = BodyOptions(
      path: page.source.path, allowsHTML: site.publication.settings.allowsHTML)
    return render(parseBody(Array(markdown.utf8)[...], options: options).value)
  }

  func html(_ markdown: String) -> String { render(markdown).html.source }
}

extension Reference {
  /// A journal article with all its details.
  static func article(_ key: String, authors: [Reference.Name] = [Name(family: "Kiely", given: "Bridget")])
    -> Reference
  {
    var work = Reference(key: key, type: "article-journal")
    work.authors = authors
    work.title = "Effect of social prescribing link workers"
    work.container = "BMJ Open"
    work.year = 2022
    work.volume = "12"
    work.issue = "10"
    work.page = "e062951"
    work.doi = "10.1136/bmjopen-2022-062951"
    return work
  }
}
