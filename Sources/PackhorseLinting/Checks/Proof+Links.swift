import PackhorseCore

/// Where the links of a page lead, by their words.
struct LinkedWords {
  private var destinations: [String: String] = [:]

  /// True where the same words led somewhere else before.
  mutating func leadElsewhere(_ words: String, to destination: String) -> Bool {
    guard let known = destinations[words] else {
      destinations[words] = destination
      return false
    }
    return known != destination
  }
}

extension Proof {
  private static let emptyWords: Set<String> = [
    "click here", "here", "this", "this link", "this page", "link", "read more", "more", "learn more",
    "find out more", "see more", "more information", "page", "website", "this website", "download", "view",
  ]

  /// A link says where it leads; the choices of a scenario lead on within their page and are what people say.
  mutating func checkLink(
    _ index: Int, to destination: String, in document: Document, _ links: inout LinkedWords
  ) {
    let inside = index + 1..<document.nodes[index].end
    let text = document.plainText(in: inside)
    guard !destination.hasPrefix("#"), let last = text.utf8.last else { return }
    let words = text.lowercased()
    if Self.emptyWords.contains(words) {
      report(.linkWords, at: span(inside: index, in: document))
    } else if last == UInt8(ascii: ".") {
      report(.linkStop, at: span(inside: index, in: document))
    } else if links.leadElsewhere(words, to: destination) {
      report(.linkTwice, at: span(inside: index, in: document))
    }
    let path = destination.prefix { $0 != "?" && $0 != "#" }.lowercased()
    let kinds = [".pdf", ".doc", ".docx", ".xls", ".xlsx", ".ods", ".odt", ".ppt", ".pptx"]
    if let kind = kinds.first(where: path.hasSuffix), !words.contains(kind.dropFirst()) {
      report(.documentLink, at: span(inside: index, in: document))
    }
  }
}
