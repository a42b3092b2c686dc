package import PackhorseCore

/// All that the texts of a site can name, by which one page is bound again without the others.
package struct SiteNames: Sendable {
  let addresses: AddressBook
  let names: NameBook

  /// A module whose text has changed, bound in the place of what it was.
  ///
  /// Nil where other pages, the files that are copied or what is wrong with the site may have changed with it: then all
  /// pages are to be resolved again.
  package func rebind(_ page: ParsedPage, after before: ParsedPage, as old: ResolvedPage) -> ResolvedPage? {
    guard page.source.kind == .module, page.hasSameOutside(as: before) else { return nil }
    var none = Suggestions(atMost: 0)
    let (new, known) = (
      bind(page, addresses: addresses, names: names, &none),
      bind(before, addresses: addresses, names: names, &none)
    )
    guard new.diagnostics.isEmpty, known.diagnostics.isEmpty, new.copies == known.copies,
      new.bindings.showsOthersTheSame(as: known.bindings)
    else { return nil }
    return ResolvedPage(
      address: old.address, source: page.source, headings: page.outline.headings, bindings: new.bindings,
      document: page.document, provenance: old.provenance, section: old.section)
  }
}

/// The files of the site that a page's text leads to, as paths inside content/.
package func linkedPaths(of page: ParsedPage) -> [String] {
  let codes = page.outline.directives.compactMap { $0["code"] }
  return (page.outline.links.map(\.value) + codes).compactMap { link in
    guard case .site(let path, _) = LinkPath(link, on: page.source.contentPath) else { return nil }
    return path
  }
}

extension ParsedPage {
  /// True where front matter and headings are the same: all of a page that others can name.
  fileprivate func hasSameOutside(as other: ParsedPage) -> Bool {
    source.path == other.source.path && source.version.frontMatter == other.source.version.frontMatter
      && outline.headings == other.outline.headings
  }
}

extension Bindings {
  /// True where nothing differs of what a page about all pages can tell.
  fileprivate func showsOthersTheSame(as other: Bindings) -> Bool {
    images.count == other.images.count && techniques == other.techniques
  }
}
