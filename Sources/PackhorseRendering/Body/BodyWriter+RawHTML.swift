import PackhorseCore

/// Elements that the author opened as HTML and has not closed yet.
struct RawElements {
  private var open: [(element: Int, depth: Int)] = []
  /// How many nodes are open.
  private var depth = 0

  mutating func enterNode() { depth += 1 }

  mutating func push(_ element: Int) { open.append((element, depth)) }

  /// Takes the element off that a closing tag ends: the innermost, and of the same node, or none.
  mutating func pop(_ element: Int) -> Bool {
    guard let last = open.last, last.element == element, last.depth == depth else { return false }
    open.removeLast()
    return true
  }

  /// Leaves a node with every element that is still open in it, the innermost first.
  mutating func leaveNode() -> [Int] {
    defer { depth -= 1 }
    guard let last = open.last, last.depth == depth else { return [] }
    let elements = open.reversed().prefix { $0.depth == depth }.map(\.element)
    open.removeLast(elements.count)
    return elements
  }
}

extension BodyWriter {
  /// Raw HTML is dropped unless the site allows it.
  ///
  /// Then harmless tags pass and are always balanced within their part of the text; whatever else is written
  /// shows as the text it is.
  mutating func writeRawHTML(_ bytes: ArraySlice<UInt8>, isBlock: Bool) {
    guard setting?.publication.settings.allowsHTML == true else { return }
    if isBlock { html.startLine() }
    let lastCommentEnd = lastCommentEnd(bytes)
    var index = bytes.startIndex
    while index < bytes.endIndex {
      let text = bytes[index...].prefix { $0 != UInt8(ascii: "<") }
      writeText(text)
      index = text.endIndex
      guard index < bytes.endIndex else { break }
      if index < lastCommentEnd, bytes[index...].starts(with: "<!--".utf8) {
        index = commentEnd(bytes, from: index + 4)
      } else {
        index = writeTag(bytes, at: index, isBlock: isBlock)
      }
    }
  }

  /// Closes what the author left open in the node that ends here.
  mutating func leaveRawHTML() {
    for element in rawHTML.leaveNode() { html.out.write(HarmlessElement.all[element].closing) }
  }

  /// Writes what begins with `<`; returns the index to go on from.
  private mutating func writeTag(_ bytes: ArraySlice<UInt8>, at index: Int, isBlock: Bool) -> Int {
    if let tag = HarmlessTag(bytes, at: index), isBlock || !HarmlessElement.all[tag.element].isBlock,
      write(tag)
    {
      return tag.end
    }
    html.out.write("&lt;")
    return index + 1
  }

  /// False for a closing tag that ends nothing.
  private mutating func write(_ tag: HarmlessTag) -> Bool {
    let element = HarmlessElement.all[tag.element]
    if tag.isClosing {
      guard rawHTML.pop(tag.element) else { return false }
      html.out.write(element.closing)
      return true
    }
    html.out.write("<")
    html.out.write(element.name)
    for attribute in tag.attributes {
      html.out.write(" ")
      html.out.write(text: attribute.name)
      html.out.write("=\"")
      writeText(attribute.value ?? [])
      html.out.write("\"")
    }
    html.out.write(">")
    if !element.isVoid { rawHTML.push(tag.element) }
    return true
  }

  /// Writes text in which character references stand for characters already.
  private mutating func writeText(_ text: ArraySlice<UInt8>) {
    var rest = text
    while let ampersand = rest.firstIndex(of: UInt8(ascii: "&")) {
      html.out.write(text: rest[..<ampersand])
      let name = rest[(ampersand + 1)...].prefix(32)
      let isReference =
        name.drop(while: isReferenceByte).first == UInt8(ascii: ";") && name.first != UInt8(ascii: ";")
      if isReference { html.out.write("&") } else { html.out.write("&amp;") }
      rest = rest[(ampersand + 1)...]
    }
    html.out.write(text: rest)
  }

  /// Where `-->` begins for the last time: no comment that begins behind it ends, so nothing is searched twice.
  private func lastCommentEnd(_ bytes: ArraySlice<UInt8>) -> Int {
    var rest = bytes
    while let bracket = rest.lastIndex(of: UInt8(ascii: ">")) {
      rest = rest[..<bracket]
      if rest.suffix(2).elementsEqual("--".utf8) { return bracket - 2 }
    }
    return bytes.startIndex
  }

  private func commentEnd(_ bytes: ArraySlice<UInt8>, from start: Int) -> Int {
    var index = start
    while let dash = bytes[index...].firstIndex(of: UInt8(ascii: "-")) {
      if bytes[dash...].starts(with: "-->".utf8) { return dash + 3 }
      index = dash + 1
    }
    return bytes.endIndex
  }
}

private func isReferenceByte(_ byte: UInt8) -> Bool {
  switch byte {
  case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
    UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "#"):
    true
  default: false
  }
}
