/// What the names in a page's text stand for, by the name as written.
package struct Bindings: Sendable {
  package var links: [String: LinkTarget] = [:]
  package var images: [String: Address] = [:]
  /// Citation keys in the order of the page's reference list, the first cited first.
  package var citations: [String] = []
  /// Glossary ids, by the term as written.
  package var terms: [String: String] = [:]
  /// True where the text shows another page's front matter, as a story's card or the code of a poster does.
  package var showsOtherPages = false
  /// True where the text has a block that a script makes more of.
  package var isInteractive = false
  /// The techniques of the study that the page claims and that something on it delivers.
  package var techniques: [String] = []
  /// True where it has a block that is made for paper, or text to copy.
  package var hasPaper = false
  /// The digest of all of the above.
  package var digest = DigestBuilder().digest

  package init() {}
}

/// Where a link leads.
package enum LinkTarget: Sendable, Hashable {
  /// A page or a copied file of this site. The fragment is an anchor that exists there.
  case site(Address, fragment: String?)
  /// Another site, by a URL whose scheme is allowed (https, http, mailto, tel).
  case external(String)
}
