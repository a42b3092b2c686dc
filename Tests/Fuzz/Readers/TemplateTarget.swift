import PackhorseCore

@testable import PackhorseLoading
@testable import PackhorseRendering

extension FuzzSite {
  /// A template of the site's own: where it is taken, a page's values never become markup, whatever they hold.
  func readTemplate(_ bytes: [UInt8]) -> FuzzReading {
    let source = TemplateSource(
      name: "pages/module.mustache", path: "templates/pages/module.mustache", bytes: bytes)
    guard checkedText(SourceFile(path: source.path, bytes: bytes)).value != nil else {
      return FuzzReading(output: { "" }, faults: [])
    }
    let library = library(with: source)
    let plain = filled(library.value, title: "plain")
    let isTaken = library.diagnostics.isEmpty
    return FuzzReading(
      output: { plain + described(library.diagnostics) },
      faults: problemFaults(library.diagnostics, in: SourceFile(path: source.path, bytes: bytes))
        + (isTaken
          ? fault("markup", skeleton(of: plain), skeleton(of: filled(library.value, title: Self.attack)))
          : []))
  }

  private static let attack =
    "\"'><script>x</script><!-- --></title></style></textarea> onclick=x {{title}}{{{body}}}${x}\u{2028}`=/\\"

  /// The templates of a site that has its own for modules, which it may put into itself as well.
  private func library(with source: TemplateSource) -> Outcome<TemplateLibrary> {
    let partial = TemplateSource(name: "partials/own.mustache", path: "x", bytes: source.bytes)
    let partials = publication.templates.filter { $0.name.hasPrefix("partials/") }
    return readTemplates(
      partials + [source, partial], for: [ModulePage.template: ModulePage.tags.schema],
      words: publication.words)
  }

  private func filled(_ library: TemplateLibrary, title: String) -> String {
    var matter = FrontMatter()
    (matter.title, matter.summary, matter.author, matter.objectives) = (title, title, title, [title, title])
    let source = SourcePage(
      path: "content/modules/any/any.md", kind: .module, frontMatter: matter, body: [], bodyLine: 1)
    let page = ResolvedPage(
      address: Address("modules/any/any.html"), source: source, headings: [], bindings: Bindings())
    let frame = Frame(
      site: site, date: date, parser: { _, _ in Outcome(Document()) },
      templates: library, navigation: Navigation(groups: []))
    return (try? ModulePage(frame: frame, page: page, place: nil)).map { library.fill($0).source } ?? ""
  }

  /// The markup without what stands in texts and values, but for those that are read as code or followed.
  private func skeleton(of page: String) -> [String] {
    var element = ""
    return MarkupTokenizer(page).tokens.map { token in
      switch token {
      case .start(let name, let attributes, let closesItself):
        element = name
        return "<\(name) \(attributes.map(skeleton))\(closesItself ? "/" : "")>"
      case .end(let name):
        element = ""
        return "</\(name)>"
      case .comment: return "<!-- -->"
      case .text(let text):
        return Self.rawElements.contains(element) ? String(decoding: text, as: UTF8.self) : ""
      }
    }.filter { !$0.isEmpty }
  }

  private func skeleton(of attribute: MarkupToken.Attribute) -> String {
    let isCode = holdsCode(attribute: attribute.name) || urlAttributes.contains(attribute.name)
    return attribute.name + (isCode ? "=" + String(decoding: attribute.value, as: UTF8.self) : "")
  }

  private static let rawElements: Set = [
    "script", "style", "xmp", "iframe", "noembed", "noframes", "noscript", "plaintext",
  ]
}
