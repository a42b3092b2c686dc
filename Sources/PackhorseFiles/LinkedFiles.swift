import PackhorseCore

/// The pictures, captions and documents that a page of the output links to, by their addresses.
///
/// `page` is the HTML and `address` where it lies. Values stand in double quotes, as every page here writes them.
func linkedFiles(of page: [UInt8], at address: String) -> Set<String> {
  var found: Set<String> = []
  for attribute in ["src=\"", "href=\"", "poster=\"", "srcset=\"", "data=\""] {
    for start in page.offsets(of: Array(attribute.utf8), limit: .max) {
      let value = page[(start + attribute.utf8.count)...].prefix { $0 != UInt8(ascii: "\"") }
      for candidate in value.split(whereSeparator: { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: ",") }) {
        if let file = resolved(candidate, from: address) { found.insert(file) }
      }
    }
  }
  return found
}

/// The address that a relative reference leads to; nil where it leaves the site or is no file that is copied.
private func resolved(_ reference: ArraySlice<UInt8>, from address: String) -> String? {
  let path = reference.prefix { $0 != UInt8(ascii: "#") && $0 != UInt8(ascii: "?") }
  guard !path.contains(UInt8(ascii: ":")), path.first != UInt8(ascii: "/") else { return nil }
  var parts = Array(pathParts(address).dropLast())
  for part in pathParts(String(decoding: percentDecoded(path), as: UTF8.self)) where part != "." {
    if part != ".." {
      parts.append(part)
    } else if parts.popLast() == nil {
      return nil
    }
  }
  let file = parts.joined(separator: "/")
  return SitePart.assets.contains(fileExtension(of: file)) && isSafe(address: file) ? file : nil
}

private func percentDecoded(_ text: ArraySlice<UInt8>) -> [UInt8] {
  var result: [UInt8] = []
  var rest = text
  while let byte = rest.popFirst() {
    if byte == UInt8(ascii: "%"),
      let value = UInt8(String(decoding: rest.prefix(2), as: UTF8.self), radix: 16)
    {
      result.append(value)
      rest = rest.dropFirst(2)
    } else {
      result.append(byte)
    }
  }
  return result
}
