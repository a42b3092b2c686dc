/// A page that will be built, every name in it bound.
package struct ResolvedPage: Sendable {
  package var address: Address
  package var source: SourcePage
  package var headings: [Outline.Heading]
  package var bindings: Bindings
  /// Of a story: whose it is and on what ground it is told.
  package var provenance: StoryProvenance?
  /// Of a module: its section's id.
  package var section: String?

  package init(address: Address, source: SourcePage, headings: [Outline.Heading], bindings: Bindings) {
    self.address = address
    self.source = source
    self.headings = headings
    self.bindings = bindings
  }

  package var kind: PageKind { source.kind }
  package var frontMatter: FrontMatter { source.frontMatter }
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
