import PackhorseCore

@testable import PackhorseLoading
@testable import PackhorseParsing
@testable import PackhorseRendering
@testable import PackhorseResolving

extension FuzzSite {
  /// A body is parsed, bound and rendered as a page of the bundled site, with raw HTML or without.
  func readBody(_ bytes: [UInt8]) -> FuzzReading {
    let file = SourceFile(path: "content/modules/any/any.md", bytes: bytes)
    guard let text = checkedText(file).value else { return FuzzReading(output: { "" }, faults: []) }
    return read(text, of: file, allowsHTML: fingerprint(bytes) % 2 == 0)
  }

  private func read(
    _ text: ArraySlice<UInt8>, of file: SourceFile, allowsHTML: Bool
  ) -> FuzzReading {
    let body = Body(text, options: BodyOptions(path: file.path, allowsHTML: allowsHTML))
    let page = ParsedPage(source: source(of: file, text), outline: body.outline())
    var suggestions = Suggestions()
    let bound = bind(
      page, addresses: addresses, names: names, &suggestions)
    // Between parsing and rendering a tree is packed.
    let packed = PackedDocument(body.document, on: .memory)
    guard let document = try? packed.unpacked() else {
      return FuzzReading(output: { "" }, faults: ["a packed tree that cannot be unpacked"])
    }
    let html = render(page, document, bound.bindings, allowsHTML: allowsHTML)
    let problems = body.diagnostics + bound.diagnostics
    return FuzzReading(
      output: { html.source + described(problems) },
      faults: markupFaults(html) + problemFaults(problems, in: file)
        + markupFaults(fragment(of: document), links: false)
        + fault("packed tree", fragment(of: body.document).source, fragment(of: document).source))
  }

  private func source(of file: SourceFile, _ text: ArraySlice<UInt8>) -> SourcePage {
    SourcePage(path: file.path, kind: .module, frontMatter: FrontMatter(), body: text, bodyLine: 1)
  }

  private func render(
    _ page: ParsedPage, _ document: Document, _ bindings: Bindings, allowsHTML: Bool
  ) -> HTML {
    var site = site
    site.publication.settings.allowsHTML = allowsHTML
    let resolved = ResolvedPage(
      address: Address("modules/any/any.html"), source: page.source, headings: page.outline.headings,
      bindings: bindings)
    let body = renderBody(document, for: resolved, in: site, date: date)
    return HTML(ready: body.html.source + body.references.source)
  }

  private func fragment(of document: Document) -> HTML {
    let bytes = renderFragment(document, words: publication.words)
    return HTML(ready: String(decoding: bytes, as: UTF8.self))
  }
}
