package import PackhorseCore

/// Writes single nodes of CommonMark as HTML, in the form of the `cmark` command.
///
/// A writer of more than CommonMark keeps one of these, writes into its `out`, treats the nodes that differ itself
/// and hands on the others.
package struct CommonMarkWriter: ~Copyable, DocumentVisitor {
  package var out: ByteWriter
  /// Keeps raw HTML and links of every scheme.
  package let unsafeHTML: Bool

  package init(out: consuming ByteWriter = ByteWriter(), unsafeHTML: Bool = false) {
    self.out = out
    self.unsafeHTML = unsafeHTML
  }

  package mutating func enter(_ index: Int, of document: Document) -> Bool {
    switch document.nodes[index].kind {
    case .paragraph(let isTight): openParagraph(isTight: isTight)
    case .heading(let level, _): openHeading(level)
    case .blockQuote: openBlock("<blockquote>\n")
    case .list(let start, _): openList(start: start)
    case .item: openBlock("<li>")
    case .emphasis: out.write("<em>")
    case .strong: out.write("<strong>")
    case .link(let destination, let title):
      openLink(to: destination, title: title, of: document)
    case .image(let destination, let title):
      let alternative = index + 1..<document.nodes[index].end
      writeImage(destination, alternative: alternative, title: title, of: document)
      return false
    default:
      return writeLeaf(index, of: document)
    }
    return true
  }

  package mutating func leave(_ index: Int, of document: Document) {
    switch document.nodes[index].kind {
    case .paragraph(let isTight): if !isTight { out.write("</p>\n") }
    case .heading(let level, _): closeHeading(level)
    case .blockQuote: openBlock("</blockquote>\n")
    case .list(let start, _): out.write(start == nil ? "</ul>\n" : "</ol>\n")
    case .item: out.write("</li>\n")
    case .emphasis: out.write("</em>")
    case .strong: out.write("</strong>")
    case .link: out.write("</a>")
    default: break
    }
  }

  /// Begins a new line unless one has just begun.
  package mutating func startLine() {
    if let last = out.last, last != UInt8(ascii: "\n") { out.write("\n") }
  }

  /// Writes a tag that stands at the beginning of a line.
  package mutating func openBlock(_ tag: StaticString) {
    startLine()
    out.write(tag)
  }

  private mutating func openParagraph(isTight: Bool) {
    if !isTight { openBlock("<p>") }
  }

  private mutating func openHeading(_ level: Int) {
    openBlock("<h")
    out.write(level)
    out.write(">")
  }

  package mutating func closeHeading(_ level: Int) {
    out.write("</h")
    out.write(level)
    out.write(">\n")
  }

  private mutating func openList(start: Int?) {
    switch start {
    case nil: openBlock("<ul>\n")
    case 1: openBlock("<ol>\n")
    case .some(let number):
      openBlock("<ol start=\"")
      out.write(number)
      out.write("\">\n")
    }
  }
}
