import PackhorseCore

/// A part of an entry's text: what stands below one heading.
struct SearchPart: Sendable {
  /// The heading's anchor and text; empty before the first heading.
  var anchor = ""
  var heading = ""
  /// Plain text without line ends, in UTF-8.
  var text: [UInt8] = []
}

/// What a page says, as plain text: no markup, no raw HTML, the practice's own words and published figures in place.
struct SearchText {
  private(set) var parts = [SearchPart()]
  private let site: EvidencedSite

  init(_ summary: String, _ document: Document, in site: EvidencedSite) {
    self.site = site
    append(summary)
    read(document)
    dropSpace()
  }

  private mutating func read(_ document: Document) {
    var index = 0
    while index < document.nodes.count {
      let node = document.nodes[index]
      if case .heading(_, let anchor) = node.kind, !anchor.isEmpty {
        dropSpace()
        let heading = document.plainText(in: index..<node.end)
        parts.append(SearchPart(anchor: anchor, heading: heading))
        index = node.end
      } else {
        append(node.kind, of: document)
        index += 1
      }
    }
  }

  private mutating func append(_ node: Document.Kind, of document: Document) {
    switch node {
    case .text(let range), .code(let range), .codeBlock(_, let range): append(document[range])
    case .inlineDirective(let name, let text): append(meaning(of: name, text))
    case .directive(let directive):
      endWord()
      append(directive["title"] ?? "")
      endWord()
    case .citation: dropSpace()
    case .emphasis, .strong, .link, .image, .htmlInline: break
    default: endWord()
    }
  }

  /// What stands on the page for `:name[text]`.
  private func meaning(of name: String, _ text: String) -> String {
    let publication = site.publication
    switch InlineDirectiveName(rawValue: name) {
    case .word: return localWord(text, in: publication.settings.localWords) ?? text
    case .stat:
      guard case .html(let figure) = stat(text, in: site.evidence, text: EvidenceText(publication.words))
      else {
        return ""
      }
      return figure.plainText
    case .term, nil: return text
    }
  }

  private mutating func append(_ text: String) { append(Array(text.utf8)[...]) }

  private mutating func append(_ text: ArraySlice<UInt8>) {
    for byte in text {
      if byte <= UInt8(ascii: " ") { endWord() } else { parts[parts.count - 1].text.append(byte) }
    }
  }

  private mutating func dropSpace() {
    let last = parts.count - 1
    if parts[last].text.last == UInt8(ascii: " ") { parts[last].text.removeLast() }
  }

  private mutating func endWord() {
    let last = parts.count - 1
    if let byte = parts[last].text.last, byte != UInt8(ascii: " ") {
      parts[last].text.append(UInt8(ascii: " "))
    }
  }
}

extension HTML {
  /// What markup of ours says, without its tags.
  fileprivate var plainText: String {
    var text = ""
    for piece in source.split(separator: "<", omittingEmptySubsequences: false).enumerated() {
      let (index, part) = piece
      text += index == 0 ? part : part.drop { $0 != ">" }.dropFirst()
    }
    return text.replacing("&lt;", with: "<").replacing("&gt;", with: ">").replacing("&quot;", with: "\"")
      .replacing("&amp;", with: "&")
  }
}
