package import PackhorseCore

extension CommonMarkWriter {
  /// Writes a node that has no children of CommonMark.
  ///
  /// True for a kind it does not know, whose children may follow.
  mutating func writeLeaf(_ index: Int, of document: Document) -> Bool {
    switch document.nodes[index].kind {
    case .text(let text): out.write(text: document[text])
    case .softBreak: out.write("\n")
    case .lineBreak: out.write("<br />\n")
    case .code(let text): writeCode(document[text])
    case .htmlInline(let text): writeRawHTML(document[text])
    case .codeBlock(let info, let literal): writeCodeBlock(document[literal], info: document[info])
    case .htmlBlock(let text):
      startLine()
      writeRawHTML(document[text])
      startLine()
    case .thematicBreak: openBlock("<hr />\n")
    default: return true
    }
    return false
  }

  private mutating func writeCode(_ text: ArraySlice<UInt8>) {
    out.write("<code>")
    out.write(text: text)
    out.write("</code>")
  }

  private mutating func writeRawHTML(_ html: ArraySlice<UInt8>) {
    if unsafeHTML {
      out.writeReady(html)
    } else {
      out.write("<!-- raw HTML omitted -->")
    }
  }

  /// The first word of a fence's info string names the language.
  private mutating func writeCodeBlock(_ literal: ArraySlice<UInt8>, info: ArraySlice<UInt8>) {
    if info.isEmpty {
      openBlock("<pre><code>")
    } else {
      openBlock("<pre><code class=\"language-")
      out.write(text: info.prefix { !isSpace($0) })
      out.write("\">")
    }
    out.write(text: literal)
    out.write("</code></pre>\n")
  }

  /// Writes `<a>` with a destination as it is written in the document.
  mutating func openLink(to destination: Document.Text, title: Document.Text, of document: Document) {
    openLink(href: allowed(document[destination]), title: document.title(title))
  }

  /// Writes `<a>`.
  ///
  /// The destination is escaped here; whether it may be followed is the caller's to decide.
  package mutating func openLink(href: ArraySlice<UInt8>, title: ArraySlice<UInt8>?) {
    out.write("<a href=\"")
    out.write(href: href)
    write(title: title)
    out.write("\">")
  }

  /// Writes `<img>`; its alternative text is the plain text of a range of nodes.
  mutating func writeImage(
    _ destination: Document.Text, alternative: Range<Int>, title: Document.Text, of document: Document
  ) {
    out.write("<img src=\"")
    out.write(href: allowed(document[destination]))
    out.write("\" alt=\"")
    writePlain(alternative, of: document)
    write(title: document.title(title))
    out.write("\" />")
  }

  /// Writes the text in a range of nodes, escaped, without markup.
  package mutating func writePlain(_ range: Range<Int>, of document: Document) {
    for node in document.nodes[range] {
      switch node.kind {
      case .text(let text), .code(let text), .htmlInline(let text): out.write(text: document[text])
      case .softBreak, .lineBreak: out.write(" ")
      case .inlineDirective(_, let text): out.write(text: text)
      default: break
      }
    }
  }

  private mutating func write(title: ArraySlice<UInt8>?) {
    guard let title else { return }
    out.write("\" title=\"")
    out.write(text: title)
  }

  private func allowed(_ destination: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    unsafeHTML || !isDangerous(destination) ? destination : []
  }
}

extension Document {
  /// A title's bytes; nil where none is written.
  package func title(_ title: Text) -> ArraySlice<UInt8>? {
    title == Document.absent ? nil : self[title]
  }
}

private func isSpace(_ byte: UInt8) -> Bool {
  byte == UInt8(ascii: " ") || (9...13).contains(byte)
}
