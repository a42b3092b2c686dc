import PackhorseCore

extension BodyWriter {
  /// How things may go on, to compare: a prompt, and then a future for each paragraph that begins with a bold name.
  mutating func writeFutures(_ block: Directive, _ content: Range<Int>) {
    html.out.write("<section class=\"two-futures\">\n")
    writeBlockTitle(block, otherwise: "block.two-futures.title")
    var isOpen = false
    for index in document.siblings(in: content) {
      guard case .paragraph = document.nodes[index].kind, let name = speaker(of: index) else {
        write(index..<document.nodes[index].end)
        continue
      }
      html.out.write(isOpen ? "</section>\n" : "<div class=\"futures\">\n")
      isOpen = true
      writeFuture(index, name: name)
    }
    if isOpen { html.out.write("</section>\n</div>\n") }
    html.out.write("</section>\n")
  }

  /// Begins a future with its name, and with what else stands in its first paragraph.
  private mutating func writeFuture(_ paragraph: Int, name: Int) {
    html.out.write("<section class=\"future\">\n<p class=\"future-title\">")
    writeName(name)
    html.out.write("</p>\n")
    let rest = document.nodes[name].end..<document.nodes[paragraph].end
    guard !rest.isEmpty else { return }
    html.out.write("<p>")
    writeSpeech(rest)
    html.out.write("</p>\n")
  }
}
