import PackhorseCore

/// What may stand in an `href` or a `src`: a link inside the site, or an address whose scheme was checked.
struct SafeURL: Sendable, Hashable {
  /// Not yet escaped for HTML.
  let text: String

  /// A relative link from one file of the site to another.
  init(from here: Address, to there: Address, fragment: String? = nil) {
    text = here.href(to: there, fragment: fragment)
  }

  /// A file of the site by its full address, where the site has one.
  init(_ address: Address, on site: String) {
    text = site + percentEncoded(address.path)
  }

  /// A place on the same page.
  init(fragment: String) {
    text = "#" + percentEncoded(fragment)
  }

  /// Where a contact leads that is a web address, an e-mail address or a telephone number; nil for any other.
  init?(contact: String) {
    guard let url = contactURL(contact) else { return nil }
    text = String(decoding: url, as: UTF8.self)
  }
}

extension ByteWriter {
  mutating func write(_ href: SafeURL) {
    write(text: href.text)
  }

  mutating func write(link: SafeURL, _ text: String) {
    write("<a href=\"")
    write(link)
    write("\">")
    write(text: text)
    write("</a>")
  }
}
