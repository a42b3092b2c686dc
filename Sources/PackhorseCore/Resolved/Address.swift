/// The place of a file in the output, as a path without a leading slash: `modules/referral-criteria/who.html`.
package struct Address: Hashable, Sendable, Comparable {
  package let path: String

  package init(_ path: String) {
    self.path = path
  }

  /// `""`, `"../"`, `"../../"`: what leads from this file to the root of the site.
  package var rootPrefix: String {
    String(repeating: "../", count: path.utf8.count { $0 == UInt8(ascii: "/") })
  }

  /// A relative link from one file of the site to another; it names the file, so that it works without a server.
  package func href(to other: Address, fragment: String? = nil) -> String {
    var link = ""
    if other != self {
      let shared = sharedFolder(with: other)
      let climbs = path.utf8.dropFirst(shared).count { $0 == UInt8(ascii: "/") }
      link = String(repeating: "../", count: climbs) + String(Substring(other.path.utf8.dropFirst(shared)))
    } else if fragment == nil {
      link = String(Substring(path.utf8.dropFirst(sharedFolder(with: self))))
    }
    let escaped = percentEncoded(link)
    guard let fragment else { return escaped }
    return escaped + "#" + percentEncoded(fragment)
  }

  /// The bytes of the path to the innermost folder that holds both files, with its slash.
  private func sharedFolder(with other: Address) -> Int {
    var length = 0
    for (index, (byte, otherByte)) in zip(path.utf8, other.path.utf8).enumerated() {
      guard byte == otherByte else { break }
      if byte == UInt8(ascii: "/") { length = index + 1 }
    }
    return length
  }

  package static func < (one: Address, other: Address) -> Bool { one.path < other.path }
}

/// A path with every byte escaped that may not stand in a relative reference's path or fragment (RFC 3986).
package func percentEncoded(_ path: String) -> String {
  var bytes: [UInt8] = []
  bytes.reserveCapacity(path.utf8.count)
  for byte in path.utf8 {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"),
      UInt8(ascii: "~"), UInt8(ascii: "/"):
      bytes.append(byte)
    default:
      bytes.append(contentsOf: [UInt8(ascii: "%"), hexDigits[Int(byte >> 4)], hexDigits[Int(byte & 15)]])
    }
  }
  return String(decoding: bytes, as: UTF8.self)
}

private let hexDigits = Array("0123456789ABCDEF".utf8)
