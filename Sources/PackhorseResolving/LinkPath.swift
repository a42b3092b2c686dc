import PackhorseCore

/// A link's destination taken apart.
enum LinkPath: Hashable {
  /// A path inside content/ with `.` and `..` worked out, and a fragment.
  case site(path: String, fragment: String?)
  /// A fragment of the same page.
  case fragment(String)
  case external(String)
  /// A scheme that could run something or read a local file.
  case unsafe
  /// `..` beyond content/.
  case outside

  /// Takes apart a destination as written on the page at `page`, a path inside content/.
  init(_ destination: String, on page: String) {
    let bytes = Array(destination.utf8)
    if bytes.first == UInt8(ascii: "#") {
      self = .fragment(percentDecoded(bytes.dropFirst()))
      return
    }
    if let scheme = Self.scheme(of: bytes) {
      self = ["https", "http", "mailto", "tel"].contains(scheme) ? .external(destination) : .unsafe
      return
    }
    if bytes.starts(with: "//".utf8) || bytes.first == UInt8(ascii: "\\") {
      self = .unsafe
      return
    }
    let hash = bytes.firstIndex(of: UInt8(ascii: "#"))
    let fragment = hash.map { percentDecoded(bytes[($0 + 1)...]) }
    let written = decodedBytes(bytes[..<(hash ?? bytes.endIndex)])
    guard let path = Self.normalised(written, on: page) else {
      self = .outside
      return
    }
    self = .site(path: path, fragment: fragment)
  }

  private static func scheme(of destination: [UInt8]) -> String? {
    guard let colon = destination.firstIndex(of: UInt8(ascii: ":")) else { return nil }
    let scheme = destination[..<colon]
    // A control character or a space before the colon is how a script's scheme is hidden: it counts as a scheme too.
    guard !scheme.isEmpty, !scheme.contains(where: { "/?#".utf8.contains($0) }) else { return nil }
    return String(decoding: scheme, as: UTF8.self).lowercased()
  }

  /// Nil where `..` leads out of content/.
  private static func normalised(_ path: [UInt8], on page: String) -> String? {
    let slash = UInt8(ascii: "/")
    var result: [UInt8] = []
    result.reserveCapacity(page.utf8.count + path.count + 1)
    if path.first != slash {
      result += page.utf8
      result.removeSubrange((result.lastIndex(of: slash) ?? 0)...)
    }
    var start = 0
    while start < path.count {
      var end = start
      while end < path.count, path[end] != slash { end += 1 }
      let part = path[start..<end]
      start = end + 1
      if part.isEmpty || part.elementsEqual(".".utf8) { continue }
      if part.elementsEqual("..".utf8) {
        guard !result.isEmpty else { return nil }
        result.removeSubrange((result.lastIndex(of: slash) ?? 0)...)
      } else {
        if !result.isEmpty { result.append(slash) }
        result += part
      }
    }
    return String(decoding: result, as: UTF8.self)
  }
}

/// Text with `%41` and the like decoded; what is not valid stays as it is.
private func percentDecoded(_ bytes: ArraySlice<UInt8>) -> String {
  String(decoding: decodedBytes(bytes), as: UTF8.self)
}

private func decodedBytes(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
  guard bytes.contains(UInt8(ascii: "%")) else { return Array(bytes) }
  var result: [UInt8] = []
  var index = bytes.startIndex
  while index < bytes.endIndex {
    if bytes[index] == UInt8(ascii: "%"), index + 2 < bytes.endIndex, let high = hexDigit(bytes[index + 1]),
      let low = hexDigit(bytes[index + 2])
    {
      result.append(high << 4 | low)
      index += 3
    } else {
      result.append(bytes[index])
      index += 1
    }
  }
  return result
}

private func hexDigit(_ byte: UInt8) -> UInt8? {
  switch byte {
  case UInt8(ascii: "0")...UInt8(ascii: "9"): byte - UInt8(ascii: "0")
  case UInt8(ascii: "a")...UInt8(ascii: "f"): byte - UInt8(ascii: "a") + 10
  case UInt8(ascii: "A")...UInt8(ascii: "F"): byte - UInt8(ascii: "A") + 10
  default: nil
  }
}
