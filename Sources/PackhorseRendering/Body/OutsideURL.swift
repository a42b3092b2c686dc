import PackhorseCore

/// True for a URL that may lead out of the site: no other scheme than these can run anything, and none is guessed at.
func isOutsideURL(_ url: ArraySlice<UInt8>) -> Bool {
  isWebURL(url) || begins(url, "mailto:") || begins(url, "tel:")
}

/// True for a URL of the web.
func isWebURL(_ url: ArraySlice<UInt8>) -> Bool {
  begins(url, "https://") || begins(url, "http://")
}

/// True for a link inside one folder, which has no scheme and no host of its own.
func isRelativeURL(_ url: ArraySlice<UInt8>) -> Bool {
  let path = url.prefix { $0 != UInt8(ascii: "?") && $0 != UInt8(ascii: "#") }
  return (url.first ?? 0) > UInt8(ascii: " ") && !path.contains(UInt8(ascii: ":"))
    && !path.contains(UInt8(ascii: "\\")) && !path.starts(with: "//".utf8)
}

/// True where a URL has a scheme, written in letters of either case, and something after it.
private func begins(_ url: ArraySlice<UInt8>, _ scheme: StaticString) -> Bool {
  scheme.withUTF8Buffer { scheme in
    url.count > scheme.count
      && zip(scheme, url).allSatisfy { expected, byte in
        byte == expected
          || ((UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte) && byte | 0x20 == expected)
      }
  }
}

extension ByteWriter {
  /// Writes a link to a URL whose scheme was checked.
  mutating func writeLink(to url: ArraySlice<UInt8>, text: String) {
    writeLink(to: url, text: Array(text.utf8)[...])
  }

  /// Writes a link to a URL whose scheme was checked.
  mutating func writeLink(to url: ArraySlice<UInt8>, text: ArraySlice<UInt8>) {
    write("<a href=\"")
    write(href: url)
    write("\">")
    write(text: text)
    write("</a>")
  }
}
