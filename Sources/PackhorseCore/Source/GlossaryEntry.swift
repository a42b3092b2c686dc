/// A word of the glossary with its meaning in plain words.
package struct GlossaryEntry: Sendable, Hashable {
  /// The anchor on the glossary page.
  package var id: String
  package var term: String
  package var definition: String
  /// Other spellings that `:term[…]` accepts.
  package var also: [String]

  package init(id: String, term: String, definition: String, also: [String] = []) {
    self.id = id
    self.term = term
    self.definition = definition
    self.also = also
  }
}
