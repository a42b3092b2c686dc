import PackhorseCore

extension BodyWriter {
  /// A demonstration consultation: turns, notes on them, and whatever else stands between.
  mutating func writeDialogue(_ block: Directive, _ content: Range<Int>) {
    html.out.write("<section class=\"dialogue\">\n")
    writeBlockTitle(block, otherwise: "block.dialogue.title")
    for index in document.siblings(in: content) { writeTurn(index) }
    html.out.write("</section>\n")
  }

  /// A turn, a quotation as notes on the turn above it, or whatever else stands there.
  mutating func writeTurn(_ index: Int) {
    switch document.nodes[index].kind {
    case .paragraph:
      if let speaker = speaker(of: index) {
        writeTurn(index, speaker: speaker)
      } else {
        write(index..<document.nodes[index].end)
      }
    case .blockQuote: writeNotes(index)
    default: write(index..<document.nodes[index].end)
    }
  }

  /// The bold name at the beginning of a paragraph, where a colon ends it or follows it.
  func speaker(of paragraph: Int) -> Int? {
    let strong = paragraph + 1
    guard strong < document.nodes[paragraph].end, case .strong = document.nodes[strong].kind else {
      return nil
    }
    let end = document.nodes[strong].end
    if end > strong + 1, case .text(let name) = document.nodes[end - 1].kind, document[name].last == colon {
      return strong
    }
    guard end < document.nodes[paragraph].end, case .text(let rest) = document.nodes[end].kind,
      document[rest].first == colon
    else { return nil }
    return strong
  }

  private mutating func writeTurn(_ paragraph: Int, speaker: Int) {
    html.out.write("<div class=\"turn\">\n<p class=\"speaker\">")
    let end = document.nodes[speaker].end
    writeName(speaker)
    html.out.write("</p>\n<div class=\"speech\">\n<p>")
    writeSpeech(end..<document.nodes[paragraph].end)
    html.out.write("</p>\n</div>\n</div>\n")
  }

  /// Writes a bold name without the colon that ends it.
  mutating func writeName(_ strong: Int) {
    write(strong + 1..<document.nodes[strong].end)
    while let last = html.out.last, last == colon || last == UInt8(ascii: " ") {
      html.out.removeLast(1)
    }
  }

  /// Writes the rest of a turn's paragraph without the colon and the space that lead to it.
  mutating func writeSpeech(_ lines: Range<Int>) {
    guard let first = lines.first else { return }
    switch document.nodes[first].kind {
    case .text(let text):
      html.out.write(text: document[text].drop { $0 == colon || $0 == UInt8(ascii: " ") })
      write(first + 1..<lines.upperBound)
    case .softBreak: write(first + 1..<lines.upperBound)
    default: write(lines)
    }
  }

  /// A quotation as notes: each paragraph that says which kind it is begins one.
  private mutating func writeNotes(_ quotation: Int) {
    var isOpen = false
    for index in document.children(of: quotation) {
      let opening = noteOpening(of: index)
      if opening != nil || !isOpen {
        if isOpen { html.out.write("</div>\n") }
        html.out.write(opening ?? "<div class=\"note\">\n")
        isOpen = true
      }
      write(index..<document.nodes[index].end)
    }
    if isOpen { html.out.write("</div>\n") }
  }

  private func noteOpening(of index: Int) -> StaticString? {
    guard case .paragraph = document.nodes[index].kind, let strong = speaker(of: index) else { return nil }
    let label = document.plainText(in: strong + 1..<document.nodes[strong].end).lowercased()
    return switch label.prefix(while: { $0 != ":" }) {
    case "say": "<div class=\"note note-say\">\n"
    case "avoid": "<div class=\"note note-avoid\">\n"
    case "why": "<div class=\"note note-why\">\n"
    default: nil
    }
  }

  private var colon: UInt8 { UInt8(ascii: ":") }
}
