import PackhorseCore

/// A page's bindings, the files it wants copied and what could not be bound.
struct BoundPage: Sendable {
  var bindings = Bindings()
  var copies: Set<String> = []
  var diagnostics: [Diagnostic] = []
}

/// Binds every name in one page's text.
func bind(
  _ page: ParsedPage, addresses: AddressBook, names: NameBook, _ suggestions: inout Suggestions
) -> BoundPage {
  var binder = PageBinder(page: page, addresses: addresses, names: names, suggestions: suggestions)
  for link in page.outline.links { binder.bindLink(link) }
  for image in page.outline.images { binder.bindImage(image) }
  for directive in page.outline.directives { binder.bindDirective(directive) }
  for inline in page.outline.inlineDirectives { binder.bindInline(inline) }
  binder.bindCitations()
  binder.bound.bindings.techniques = page.deliveredTechniques
  binder.bound.bindings.seal(for: page.outline)
  suggestions = binder.suggestions
  return binder.bound
}

extension Bindings {
  /// Sets the digest, in the order in which the page's text names things.
  fileprivate mutating func seal(for outline: Outline) {
    var builder = DigestBuilder()
    for link in outline.links { builder.add(links[link.value]) }
    for image in outline.images { builder.add(images[image.value]?.path) }
    for directive in outline.directives {
      for argument in directive.name.arguments {
        guard let name = directive[argument.name] else { continue }
        builder.add(images[name]?.path)
        builder.add(links[name])
      }
      if directive.name == .story || directive.name == .poster { showsOtherPages = true }
      if directive.name.isInteractive { isInteractive = true }
      if directive.name.isPaper { hasPaper = true }
    }
    for inline in outline.inlineDirectives { builder.add(terms[inline.value.text]) }
    for key in citations { builder.add(key) }
    for technique in techniques { builder.add(technique) }
    digest = builder.digest
  }
}

extension DigestBuilder {
  fileprivate mutating func add(_ target: LinkTarget?) {
    switch target {
    case .site(let address, let fragment):
      add(address.path)
      add(fragment)
    case .external, nil: add(target == nil ? 0 : 1)
    }
  }
}

/// The work of `bind`: one page against the books of the site.
struct PageBinder {
  let page: ParsedPage
  let addresses: AddressBook
  let names: NameBook
  var suggestions: Suggestions
  var bound = BoundPage()

  init(page: ParsedPage, addresses: AddressBook, names: NameBook, suggestions: Suggestions) {
    self.page = page
    self.addresses = addresses
    self.names = names
    self.suggestions = suggestions
  }

  mutating func report(_ diagnostic: Diagnostic) {
    bound.diagnostics.append(diagnostic)
  }

  /// Citations in the order in which a reader meets them; then the page's other sources.
  mutating func bindCitations() {
    let cards = page.outline.directives.filter { $0.name == .evidenceCard }.compactMap {
      $0.arguments["source"]
    }
    let inText = (page.outline.citations + cards).sorted { $0.span.start < $1.span.start }
    let cited = inText + page.source.frontMatter.sources
    if cited.isEmpty { return }
    bound.diagnostics += unknown(cited, among: names.references, as: .citation, &suggestions)
    var seen: Set<String> = []
    bound.bindings.citations = cited.map(\.value).filter {
      names.references.contains($0) && seen.insert($0).inserted
    }
  }
}
