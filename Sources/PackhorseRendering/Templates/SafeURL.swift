import PackhorseCore

/// What may stand in an `href` or a `src`: a link inside the site, or an address whose scheme was checked.
struct SafeURL: Sendable, Hashable {
  /// In UTF-8, not yet escaped for HTML.
  let bytes: [UInt8]

  /// Not yet escaped for HTML.
  var text: String { String(decoding: bytes, as: UTF8.self) }

  /// A relative link from one file of the site to another.
  init(from here: Address, to there: Address, fragment: String? = nil) {
    bytes = here.link(to: there, fragment: fragment)
  }

  /// A file of the site by its full address, where the site has one.
  init(_ address: Address, on site: String) {
    bytes = Array((site + percentEncoded(address.path)).utf8)
  }

  /// Where a contact leads that is a web address, an e-mail address or a telephone number; nil for any other.
  init?(contact: String) {
    guard let url = contactURL(Array(contact.utf8)[...]) else { return nil }
    bytes = Array(url)
  }
}

extension ByteWriter {
  mutating func write(_ href: SafeURL) {
    write(text: href.bytes[...])
  }

  /// Writes a link from one file of the site to another.
  mutating func writeLink(from here: Address, to there: Address, fragment: String? = nil, _ text: String) {
    writeLink(text) { $0.write(linkFrom: here, to: there, fragment: fragment) }
  }

  /// Writes a link to a place on the same page.
  mutating func writeLink(toFragment fragment: String, _ text: String) {
    writeLink(text) { $0.write(linkToFragment: fragment) }
  }

  private mutating func writeLink(_ text: String, href: (inout ByteWriter) -> Void) {
    write("<a href=\"")
    href(&self)
    write("\">")
    write(text: text)
    write("</a>")
  }
}
