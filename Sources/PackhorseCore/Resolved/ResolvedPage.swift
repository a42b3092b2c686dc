/// A page that will be built, every name in it bound; a class as `SourcePage` is.
package final class ResolvedPage: Sendable {
  package let address: Address
  package let source: SourcePage
  package let headings: Headings
  package let bindings: Bindings
  /// Nil where the text is read and parsed again, as for `ParsedPage`.
  package let document: PackedDocument?
  /// Of a story: whose it is and on what ground it is told.
  package let provenance: StoryProvenance?
  /// Of a module or a section's own page: its section's id.
  package let section: String?
  /// The digest of all that another page can show of this one; it is asked for by every neighbour.
  package let shownDigest: Digest

  package init(
    address: Address, source: SourcePage, headings: Headings, bindings: Bindings,
    document: PackedDocument? = nil, provenance: StoryProvenance? = nil, section: String? = nil
  ) {
    self.address = address
    self.source = source
    self.headings = headings
    self.bindings = bindings
    self.document = document
    self.provenance = provenance
    self.section = section
    var shown = DigestBuilder()
    shown.add(address.path)
    shown.add(source.version.frontMatter)
    if let provenance {
      shown.add(provenance.teller.rawValue)
      shown.add(provenance.basis.rawValue)
      shown.add(provenance.consentDate?.iso)
    }
    shownDigest = shown.digest
  }

  package var kind: PageKind { source.kind }

  /// The same page at another address, with its links to its own headings: a summary is written once and built for each
  /// area.
  package func moved(to address: Address) -> ResolvedPage {
    var bindings = bindings
    bindings.links = bindings.links.mapValues { link in
      guard case .site(self.address, .some(let fragment)) = link else { return link }
      return .site(address, fragment: fragment)
    }
    return ResolvedPage(
      address: address, source: source, headings: headings, bindings: bindings, document: document,
      provenance: provenance, section: section)
  }
}

/// What a reader is told of a story's origin, in its first line.
package struct StoryProvenance: Sendable, Hashable {
  package var teller: ConsentRecord.Teller
  package var basis: ConsentRecord.Basis
  package var consentDate: CalendarDate?

  package init(teller: ConsentRecord.Teller, basis: ConsentRecord.Basis, consentDate: CalendarDate?) {
    self.teller = teller
    self.basis = basis
    self.consentDate = consentDate
  }
}
