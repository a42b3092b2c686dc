import PackhorseCore

/// Gives each heading of a page a name to link to: its words in small letters, joined by hyphens.
struct Anchors {
  /// Names that a page's layout uses itself.
  private static let reserved = ["main": 1, "contents": 1, "references": 1, "top": 1]

  /// How often each name was asked for.
  private var uses = Anchors.reserved

  /// The anchor of the heading at an index, whose children are complete; no other heading of the page has it.
  mutating func anchor(of index: Int, in document: Document) -> String {
    let slug = document.slug(of: index)
    guard let used = uses.updateValue(1, forKey: slug) else { return slug }
    var number = used + 1
    while uses["\(slug)-\(number)"] != nil { number += 1 }
    uses[slug] = number
    uses["\(slug)-\(number)"] = 1
    return "\(slug)-\(number)"
  }
}

extension Document {
  fileprivate func slug(of index: Int) -> String {
    let title = plainBytes(in: index + 1..<nodes[index].end)
    var slug: [UInt8] = []
    slug.reserveCapacity(title.count)
    for byte in title {
      if byte.isLetter {
        slug.append(byte | 32)
      } else if byte.isDigit || byte >= 0x80 {
        slug.append(byte)
      } else if slug.last != UInt8(ascii: "-"), !slug.isEmpty {
        slug.append(UInt8(ascii: "-"))
      }
    }
    if slug.last == UInt8(ascii: "-") { slug.removeLast() }
    return slug.isEmpty ? "section" : String(decoding: slug, as: UTF8.self)
  }
}
