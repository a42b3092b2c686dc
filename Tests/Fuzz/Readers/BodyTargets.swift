import PackhorseCore

@testable import PackhorseLoading
@testable import PackhorseParsing
@testable import PackhorseRendering
@testable import PackhorseResolving

extension FuzzTarget {
  /// One reader, two corpora: directives and pipe tables meet all else that a text can hold.
  static let bodies = [
    FuzzTarget(name: "directives", read: readBody), FuzzTarget(name: "tables", read: readBody),
  ]

  private static let readBody: @Sendable ([UInt8]) -> FuzzReading = { bytes in
    let file = SourceFile(path: "content/modules/any/any.md", bytes: bytes)
    guard let text = checkedText(file).value else { return FuzzReading(output: { "" }, faults: []) }
    return read(text, of: file, allowsHTML: fingerprint(bytes) % 2 == 0)
  }

  /// A body is parsed, bound and rendered as a page of the bundled site, with raw HTML or without.
  private static func read(
    _ text: ArraySlice<UInt8>, of file: SourceFile, allowsHTML: Bool
  ) -> FuzzReading {
    let body = Body(text, options: BodyOptions(path: file.path, allowsHTML: allowsHTML))
    let page = ParsedPage(source: source(of: file, text), outline: body.outline())
    let bound = bind(page, addresses: FuzzSite.shared.addresses, names: FuzzSite.shared.names)
    let html = render(page, body.document, bound.bindings, allowsHTML: allowsHTML)
    let problems = body.diagnostics + bound.diagnostics
    return FuzzReading(
      output: { html.source + described(problems) },
      faults: markupFaults(html) + problemFaults(problems, in: file)
        + markupFaults(fragment(of: body.document), links: false))
  }

  private static func source(of file: SourceFile, _ text: ArraySlice<UInt8>) -> SourcePage {
    SourcePage(path: file.path, kind: .module, frontMatter: FrontMatter(), body: text, bodyLine: 1)
  }

  private static func render(
    _ page: ParsedPage, _ document: Document, _ bindings: Bindings, allowsHTML: Bool
  ) -> HTML {
    var site = FuzzSite.shared.site
    site.publication.settings.allowsHTML = allowsHTML
    let resolved = ResolvedPage(
      address: Address("modules/any/any.html"), source: page.source, headings: page.outline.headings,
      bindings: bindings)
    let body = renderBody(document, for: resolved, in: site, date: FuzzSite.date)
    return HTML(ready: body.html.source + body.references.source)
  }

  private static func fragment(of document: Document) -> HTML {
    let bytes = renderFragment(document, words: FuzzSite.shared.publication.words)
    return HTML(ready: String(decoding: bytes, as: UTF8.self))
  }
}
