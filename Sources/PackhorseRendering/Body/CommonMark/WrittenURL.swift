package import PackhorseCore

extension ByteWriter {
  /// Appends a URL for an attribute in double quotes: what may not stand in a URL is written as `%XX`, the rest in runs.
  package mutating func write(href: ArraySlice<UInt8>) {
    var start = href.startIndex
    for index in href.indices where !mayStandInURL(href[index]) {
      writeReady(href[start..<index])
      start = index + 1
      switch href[index] {
      case UInt8(ascii: "&"): write("&amp;")
      case UInt8(ascii: "'"): write("&#x27;")
      case let byte:
        write(percentEncoded: byte)
      }
    }
    writeReady(href[start...])
  }
}

/// Whether following a URL could run a script or read a file: `javascript:`, `vbscript:`, `file:` and `data:`, but for
/// data that are an image.
package func isDangerous(_ url: ArraySlice<UInt8>) -> Bool {
  let start = url.prefix(16).map { (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains($0) ? $0 + 32 : $0 }
  func begins(_ schemes: [String]) -> Bool { schemes.contains { start.starts(with: $0.utf8) } }
  return begins(["javascript:", "vbscript:", "file:", "data:"])
    && !begins(["data:image/png", "data:image/gif", "data:image/jpeg", "data:image/webp"])
}

private func mayStandInURL(_ byte: UInt8) -> Bool {
  switch byte {
  case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"): true
  // ! # $ % and ( ) * + , - . / 0 to 9 : ; and = ? @ _ ~; not & and '.
  case 0x21, 0x23...0x25, 0x28...0x3B, 0x3D, 0x3F, 0x40, 0x5F, 0x7E: true
  default: false
  }
}
