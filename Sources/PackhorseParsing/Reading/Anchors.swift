import PackhorseCore

/// Gives each heading of a page a name to link to: its words in small letters, joined by hyphens.
struct Anchors {
  /// Names that a page's layout uses itself.
  private static let reserved = ["main", "contents", "references", "top"]

  /// How often each name was asked for.
  private var uses: [String: Int] = [:]
  private var given = Set(Anchors.reserved)

  /// The anchor of the heading at an index, whose children are complete; no other heading of the page has it.
  mutating func anchor(of index: Int, in document: Document) -> String {
    let slug = document.slug(of: index)
    if given.insert(slug).inserted {
      uses[slug] = 1
      return slug
    }
    var number = uses[slug, default: 1] + 1
    while !given.insert("\(slug)-\(number)").inserted { number += 1 }
    uses[slug] = number
    return "\(slug)-\(number)"
  }
}

extension Document {
  fileprivate func slug(of index: Int) -> String {
    let title = plainText(in: index + 1..<nodes[index].end)
    var slug: [UInt8] = []
    slug.reserveCapacity(title.utf8.count)
    for byte in title.utf8 {
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
