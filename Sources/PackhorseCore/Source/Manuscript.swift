/// A file of a site as a proofreader needs it: its bytes, and what in them a reader of the site will see.
package struct Manuscript: Sendable {
  /// A text of settings or front matter that is shown.
  package struct ShownText: Sendable {
    package enum Role: Sendable {
      /// Stands as a heading of the first level.
      case title
      /// Names the site as a whole.
      case siteTitle
      case text
      /// A form of the catalogue of words, with places in braces.
      case form
    }

    package var role: Role
    package var text: Located<String>

    package init(_ text: Located<String>, role: Role) {
      self.text = text
      self.role = role
    }
  }

  package var path: String
  /// Nil for a file of settings.
  package var kind: PageKind?
  package var bytes: [UInt8]
  package var texts: [ShownText] = []
  /// Ids of style rules that the page does without (`style-ignore`).
  package var ignoredRules: [Located<String>] = []
  /// Where the Markdown begins, in bytes, and the file's line there.
  package var body: (offset: Int, line: Int)?
  /// The Markdown as a tree whose nodes know their places.
  package var document: Document?

  package init(path: String, kind: PageKind?, bytes: [UInt8]) {
    self.path = path
    self.kind = kind
    self.bytes = bytes
  }
}
