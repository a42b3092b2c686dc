import PackhorseCore
import PackhorseResolving

/// A parsed site in which every name is known, to be spoilt by one test at a time.
struct SiteBuilder {
  var source = SourceSite()
  var pages: [ParsedPage] = []

  init() {
    source.settings.practices = .one(Located("DEMO01", at: .file("content/site.yml")))
    source.settings.roles = [Role(id: "gp", title: "GP", plural: "GPs")]
    source.settings.localWords = [
      "link-worker": LocalWord(singular: "link worker", plural: "link workers", article: "a")
    ]
    source.practice.code = "DEMO01"
    source.glossary = [
      GlossaryEntry(id: "warm-handover", term: "warm handover", definition: "…", also: ["introduction"])
    ]
    source.references = [
      Reference(key: "kiely2022", type: "article-journal"),
      Reference(key: "cooper2022", type: "article-journal"),
    ]
    source.measures = [Measure(id: "attended")]
  }

  /// Adds a page; `outline` says what its text uses.
  mutating func add(
    _ path: String, title: String = "A page", outline: (inout Outline) -> Void = { _ in },
    frontMatter: (inout FrontMatter) -> Void = { _ in }
  ) {
    var matter = FrontMatter()
    matter.title = title
    frontMatter(&matter)
    var made = Outline()
    outline(&made)
    let kind = PageKind(path: path) ?? .practice
    let page = SourcePage(
      path: path, kind: kind, frontMatter: matter,
      body: Array((OwnPath(path) == nil ? "Text." : "Own text.").utf8)[...],
      bodyLine: 5)
    pages.append(ParsedPage(source: page, outline: made))
  }

  /// Adds a module whose text links to a destination.
  mutating func addModule(linkingTo destination: String) {
    add("content/modules/skills/listening.md", outline: { $0.links = [at(destination, line: 9)] })
  }

  func resolved(on date: String = "2026-11-23") async -> Outcome<ResolvedSite> {
    guard let date = CalendarDate(iso: date) else { preconditionFailure("a test gives a date as YYYY-MM-DD") }
    return await resolve(ParsedSite(source: source, pages: pages), date: date, jobs: 2)
  }

  func diagnostics(on date: String = "2026-11-23") async -> [Diagnostic] {
    await resolved(on: date).diagnostics.ordered()
  }
}

/// A value at a line of the module that most tests use.
func at<Value>(_ value: Value, line: Int, path: String = "content/modules/skills/listening.md") -> Located<
  Value
> {
  Located(value, at: SourceSpan(path: path, line: line, column: 3, length: 4))
}
