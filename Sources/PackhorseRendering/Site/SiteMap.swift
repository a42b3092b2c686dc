import PackhorseCore

/// A list of every page that may be found by searching (sitemaps.org), with the day it was last reviewed.
func siteMap(of heads: [PageHead], at url: String) -> [UInt8] {
  var writer = ByteWriter(capacity: 128 * heads.count)
  writer.write("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n")
  writer.write("<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n")
  for head in heads {
    writer.write("<url><loc>")
    writer.write(xmlText: SafeURL(head.address, on: url).text)
    writer.write("</loc>")
    if let reviewed = head.reviewed { writer.writeElement("lastmod", reviewed.iso) }
    writer.write("</url>\n")
  }
  writer.write("</urlset>\n")
  return writer.bytes
}

extension ByteWriter {
  /// Writes text for XML: escaped, without the control characters that XML 1.0 cannot hold.
  mutating func write(xmlText text: String) {
    write(text: String(String.UnicodeScalarView(text.unicodeScalars.filter(\.mayStandInXML))))
  }

  mutating func writeElement(_ name: StaticString, _ text: String) {
    write("<")
    write(name)
    write(">")
    write(xmlText: text)
    write("</")
    write(name)
    write(">\n")
  }
}

extension Unicode.Scalar {
  fileprivate var mayStandInXML: Bool {
    switch value {
    case 0..<0x09, 0x0B, 0x0C, 0x0E..<0x20, 0xFFFE, 0xFFFF: false
    default: true
    }
  }
}
