/// A work that pages cite: an entry of `content/references.json` (CSL-JSON).
///
/// A field that the entry itself calls unsure (`custom.memory_fields`) is not loaded, so that nothing can print it.
package struct Reference: Sendable, Hashable {
  package struct Name: Sendable, Hashable {
    /// Family name, or the whole name of an organisation.
    package var family: String
    /// Given names or initials; nil for an organisation.
    package var given: String?

    package init(family: String, given: String?) {
      self.family = family
      self.given = given
    }
  }

  package var key: String
  package var type: String
  package var authors: [Name] = []
  package var title = ""
  package var container: String?
  package var publisher: String?
  package var publisherPlace: String?
  package var year: Int?
  package var volume: String?
  package var issue: String?
  package var page: String?
  package var doi: String?
  package var url: String?
  /// True where at least one field was left out as unsure: the entry then says "details not checked".
  package var hasUnsureFields = false

  package init(key: String, type: String) {
    self.key = key
    self.type = type
  }
}
