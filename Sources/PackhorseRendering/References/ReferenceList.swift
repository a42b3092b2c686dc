package import PackhorseCore

/// A numbered reference list in Vancouver style, or nothing where `keys` is empty.
///
/// The keys stand in the order of their numbers, the first cited first. `timesCited` says for each how many places of
/// the page lead to it; the entry leads back to each (`cite-<key>-1` and on). It is empty for a list that no text cites.
package func renderReferences(keys: [String], timesCited: [Int] = [], in publication: Publication) -> HTML {
  guard !keys.isEmpty else { return .empty }
  let words = publication.words
  var writer = ByteWriter(capacity: 512 * keys.count)
  writer.write("<section class=\"references\" id=\"references\">\n<h2>")
  writer.write(words, "block.references.title")
  writer.write("</h2>\n<ol>\n")
  for (index, key) in keys.enumerated() {
    writer.write("<li id=\"ref-")
    writer.write(text: key)
    writer.write("\">")
    if let work = publication.references[key] {
      writer.write(vancouverEntry(work, words: words))
    } else {
      writer.write(text: key)
    }
    let places = index < timesCited.count ? timesCited[index] : 0
    writer.writeBackLinks(to: key, number: index + 1, places: places, words: words)
    writer.write("</li>\n")
  }
  writer.write("</ol>\n</section>\n")
  return writer.html
}

extension ByteWriter {
  fileprivate mutating func writeBackLinks(to key: String, number: Int, places: Int, words: Words) {
    guard places > 0 else { return }
    write(" <span class=\"back-links\">")
    for place in 1...places {
      if place > 1 { write(" ") }
      write("<a href=\"#cite-")
      write(text: percentEncoded(key))
      write("-")
      write(place)
      write("\" aria-label=\"")
      let filling: KeyValuePairs = ["number": HTML(text: String(number)), "place": HTML(text: String(place))]
      write(words, "block.references.back", filling)
      write("\">")
      write(words, "block.references.back-mark", filling)
      write("</a>")
    }
    write("</span>")
  }
}
