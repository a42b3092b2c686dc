/// What a page's markup is held to, found by one pass over it.
struct Markup {
  var problems: [String] = []
  var ids: [String] = []
  /// Values of `href` and `src`, unescaped.
  var links: [String] = []
  /// Names of elements in order.
  var elements: [String] = []
  /// Names of attributes in order.
  var attributes: [String] = []
  var text = ""

  init(_ html: String) {
    var open: [String] = []
    var rest = html[...]
    while let start = rest.firstIndex(of: "<") {
      text += rest[..<start]
      if rest[start...].hasPrefix("<!") {
        rest = rest[start...].drop { $0 != ">" }.dropFirst()
        continue
      }
      guard let (tag, after) = Self.tag(rest[start...]) else {
        problems.append("a tag does not end")
        return
      }
      rest = after
      read(tag, &open)
    }
    text += rest
    problems += open.map { "'\($0)' is not closed" }
    problems += Dictionary(grouping: ids, by: \.self).filter { $1.count > 1 }.keys.map { "id '\($0)' twice" }
  }

  /// The tag without its brackets, with quotes kept, and what follows.
  private static func tag(_ text: Substring) -> (Substring, Substring)? {
    var quote: Character?
    for index in text.indices.dropFirst() {
      let character = text[index]
      if let open = quote {
        if character == open { quote = nil }
      } else if character == "\"" || character == "'" {
        quote = character
      } else if character == ">" {
        return (text[text.index(after: text.startIndex)..<index], text[text.index(after: index)...])
      }
    }
    return nil
  }

  private mutating func read(_ tag: Substring, _ open: inout [String]) {
    if tag.hasPrefix("/") {
      let name = String(tag.dropFirst())
      if open.popLast() != name { problems.append("'\(name)' is closed in the wrong place") }
      return
    }
    let name = String(tag.prefix { $0.isLetter || $0.isNumber })
    if name.isEmpty { problems.append("a bare '<'") }
    elements.append(name)
    readAttributes(tag.dropFirst(name.count))
    let isVoid = ["meta", "link", "img", "br", "hr", "input", "track", "source", "wbr"].contains(name)
    if !isVoid, !tag.hasSuffix("/") { open.append(name) }
  }

  private mutating func readAttributes(_ text: Substring) {
    var rest = text
    while let start = rest.firstIndex(where: { $0 != " " && $0 != "\n" && $0 != "/" }) {
      rest = rest[start...]
      let name = String(rest.prefix { $0 != "=" && $0 != " " && $0 != "\n" && $0 != "/" })
      attributes.append(name)
      rest = rest.dropFirst(name.count)
      guard rest.hasPrefix("=\"") else {
        if rest.hasPrefix("=") { problems.append("'\(name)' has no quotes") }
        continue
      }
      let value = rest.dropFirst(2).prefix { $0 != "\"" }
      if value.contains("<") { problems.append("'<' in '\(name)'") }
      if name == "id" { ids.append(String(value)) }
      if name == "href" || name == "src" { links.append(String(value).replacing("&amp;", with: "&")) }
      rest = rest.dropFirst(2 + value.count + 1)
    }
  }
}
