/// The source with every page, each with an outline of its text.
package struct ParsedSite: Sendable {
  package var source: SourceSite
  package var pages: [ParsedPage]

  package init(source: SourceSite, pages: [ParsedPage]) {
    self.source = source
    self.pages = pages
  }
}

/// A page with the outline of its text; a class as `SourcePage` is.
package final class ParsedPage: Sendable {
  package let source: SourcePage
  package let outline: Outline
  /// Nil where an earlier build parsed the text, which then is read and parsed again if it has to be rendered.
  package let document: PackedDocument?

  package init(source: SourcePage, outline: Outline, document: PackedDocument? = nil) {
    self.source = source
    self.outline = outline
    self.document = document
  }
}

/// What a body parser is told: which additions to CommonMark to recognise, and where the text lies.
package struct BodyOptions: Sendable {
  package var path: String
  /// The file's line on which the body begins.
  package var firstLine: Int
  /// False for plain CommonMark: no tables, tasks, directives or citations.
  package var additions: Bool
  /// Keeps raw HTML; without it, raw HTML is dropped with a diagnostic.
  ///
  /// Plain CommonMark always keeps it.
  package var allowsHTML: Bool

  package init(path: String, firstLine: Int = 1, additions: Bool = true, allowsHTML: Bool = false) {
    self.path = path
    self.firstLine = firstLine
    self.additions = additions
    self.allowsHTML = allowsHTML
  }
}

/// The function that turns a body's bytes into a tree; Kit hands it from the parsing stage to the rendering stage.
package typealias BodyParser = @Sendable (ArraySlice<UInt8>, BodyOptions) -> Outcome<Document>
