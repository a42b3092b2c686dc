/// What may not stand in an SVG that the site hands out.
enum SVGRules {
  /// Elements that run script, hold a page, or fetch.
  static let refusedElements: Set = [
    "script", "handler", "listener", "foreignobject", "iframe", "embed", "object", "audio", "video", "link",
    "base", "meta", "form", "html", "body",
  ]

  /// Stands for text that cannot be decoded; no style may hold it.
  static let undecodable = [UInt8(ascii: "\\")]

  private static let references: Set = [
    "href", "src", "srcset", "data", "action", "formaction", "poster", "ping",
  ]

  /// What is wrong with an attribute, its name in lower case and its value decoded; nil where nothing is.
  static func problem(attribute name: String, value: [UInt8]) -> String? {
    let local = localName(name)
    if local.hasPrefix("on") { return "Event attribute" }
    if references.contains(local) || name == "xml:base" {
      let target = value.drop { $0 <= 0x20 }
      return target.isEmpty || target.first == UInt8(ascii: "#")
        ? nil : "Reference to anything but a part of the file"
    }
    let text = value.filter { $0 > 0x20 }.map(lowercased)
    if local == "attributename", text.has("href") || text.starts(with: "on".utf8) {
      return "Animation of a reference or an event"
    }
    if text.has("javascript:") || text.has("vbscript:") { return "Script in an attribute" }
    return local == "style" || text.has("url(") ? problem(css: value) : nil
  }

  /// What is wrong with a style: it may point into its own file and nowhere else.
  static func problem(css: [UInt8]) -> String? {
    let text = css.filter { $0 > 0x20 }.map(lowercased)
    if text.contains(UInt8(ascii: "\\")) { return "Escaped or undecodable style" }
    if text.has("@import") || text.has("://") || text.has("image-set(") { return "Style from outside" }
    let isOutside = text.offsets(of: Array("url(".utf8), limit: text.count).contains { start in
      let target = text[(start + 4)...].drop { $0 == UInt8(ascii: "\"") || $0 == UInt8(ascii: "'") }
      return target.first != UInt8(ascii: "#")
    }
    return isOutside ? "Style that points outside the file" : nil
  }

  private static func lowercased(_ byte: UInt8) -> UInt8 {
    (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte) ? byte | 0x20 : byte
  }
}

/// A name without its namespace prefix.
func localName(_ name: String) -> String {
  name.split(separator: ":", omittingEmptySubsequences: false).last.map(String.init) ?? name
}

/// Text of XML with its character references decoded; nil where one is unknown or malformed.
func decoded(_ text: ArraySlice<UInt8>) -> [UInt8]? {
  guard text.contains(UInt8(ascii: "&")) else { return Array(text) }
  var result: [UInt8] = []
  var rest = text
  while let mark = rest.firstIndex(of: UInt8(ascii: "&")) {
    result += rest[..<mark]
    guard let end = rest[mark...].prefix(12).firstIndex(of: UInt8(ascii: ";")),
      let scalar = character(String(decoding: rest[(mark + 1)..<end], as: UTF8.self))
    else { return nil }
    result += Array(String(Character(scalar)).utf8)
    rest = rest[(end + 1)...]
  }
  return result + rest
}

private func character(_ reference: String) -> Unicode.Scalar? {
  switch reference {
  case "amp": return "&"
  case "lt": return "<"
  case "gt": return ">"
  case "quot": return "\""
  case "apos": return "'"
  default:
    let number =
      reference.hasPrefix("#x")
      ? UInt32(reference.dropFirst(2), radix: 16)
      : reference.hasPrefix("#") ? UInt32(reference.dropFirst()) : nil
    return number.flatMap(Unicode.Scalar.init)
  }
}
