/// What the rest of the pipeline needs to know of a page's text without its tree.
package struct Outline: Sendable {
  package struct Heading: Sendable, Hashable {
    package var level: Int
    package var anchor: String
    package var text: String

    package init(level: Int, anchor: String, text: String) {
      self.level = level
      self.anchor = anchor
      self.text = text
    }
  }

  package var headings = Headings()
  /// Destinations of links, as written.
  package var links: [Located<String>] = []
  /// Destinations of images, as written.
  package var images: [Located<String>] = []
  /// Citation keys in the order of their first mention and after.
  package var citations: [Located<String>] = []
  package var directives: [Directive] = []
  package var inlineDirectives: [Located<InlineDirective>] = []

  package init() {}
}

/// `:name[text]` as written.
package struct InlineDirective: Sendable, Hashable {
  package var name: InlineDirectiveName
  package var text: String

  package init(name: InlineDirectiveName, text: String) {
    self.name = name
    self.text = text
  }
}
