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
    if destination.hasPrefix("#") {
      self = .fragment(percentDecoded(destination.dropFirst()))
      return
    }
    if let scheme = Self.scheme(of: destination) {
      self = ["https", "http", "mailto", "tel"].contains(scheme) ? .external(destination) : .unsafe
      return
    }
    if destination.hasPrefix("//") || destination.hasPrefix("\\") {
      self = .unsafe
      return
    }
    let parts = destination.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false)
    let fragment = parts.count == 2 ? percentDecoded(parts[1]) : nil
    guard let path = Self.normalised(percentDecoded(parts[0]), on: page) else {
      self = .outside
      return
    }
    self = .site(path: path, fragment: fragment)
  }

  private static func scheme(of destination: String) -> String? {
    guard let colon = destination.utf8.firstIndex(of: UInt8(ascii: ":")) else { return nil }
    let scheme = destination[..<colon]
    // A control character or a space before the colon is how a script's scheme is hidden: it counts as a scheme too.
    guard !scheme.isEmpty, !scheme.contains(where: { $0 == "/" || $0 == "?" || $0 == "#" }) else {
      return nil
    }
    return scheme.lowercased()
  }

  private static func normalised(_ path: String, on page: String) -> String? {
    var parts: [Substring] = path.hasPrefix("/") ? [] : page.split(separator: "/").dropLast()
    for part in path.split(separator: "/") where part != "." {
      if part == ".." {
        guard parts.popLast() != nil else { return nil }
      } else {
        parts.append(part)
      }
    }
    return parts.joined(separator: "/")
  }
}

/// Text with `%41` and the like decoded; what is not valid stays as it is.
func percentDecoded(_ text: some StringProtocol) -> String {
  let bytes = Array(text.utf8)
  guard bytes.contains(UInt8(ascii: "%")) else { return String(text) }
  var result: [UInt8] = []
  var index = 0
  while index < bytes.count {
    if bytes[index] == UInt8(ascii: "%"), index + 2 < bytes.count, let high = hexDigit(bytes[index + 1]),
      let low = hexDigit(bytes[index + 2])
    {
      result.append(high << 4 | low)
      index += 3
    } else {
      result.append(bytes[index])
      index += 1
    }
  }
  return String(decoding: result, as: UTF8.self)
}

private func hexDigit(_ byte: UInt8) -> UInt8? {
  switch byte {
  case UInt8(ascii: "0")...UInt8(ascii: "9"): byte - UInt8(ascii: "0")
  case UInt8(ascii: "a")...UInt8(ascii: "f"): byte - UInt8(ascii: "a") + 10
  case UInt8(ascii: "A")...UInt8(ascii: "F"): byte - UInt8(ascii: "A") + 10
  default: nil
  }
}
