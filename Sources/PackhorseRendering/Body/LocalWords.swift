package import PackhorseCore

/// The practice's own word for what stands in `:word[…]` (`link-worker`, `link-worker plural`, `link-worker article`),
/// or nil where the site defines no such word or form.
func localWord(_ written: some StringProtocol, in words: [String: LocalWord]) -> String? {
  let parts = written.split(separator: " ")
  guard let id = parts.first, parts.count <= 2, let word = words[String(id)] else { return nil }
  return switch parts.dropFirst().first {
  case nil: word.singular
  case "plural": word.plural
  case "article": word.article.isEmpty ? word.singular : word.article + " " + word.singular
  default: nil
  }
}

/// A plain text of a YAML file as markup: `:word[…]` is the one thing recognised in it.
package func renderPlainText(_ text: String, localWords: [String: LocalWord]) -> HTML {
  var writer = ByteWriter(capacity: text.utf8.count + 16)
  writer.write(plain: text, localWords: localWords)
  return writer.html
}

extension ByteWriter {
  /// Writes a plain text of a YAML file, escaped, with the practice's own words in their places.
  mutating func write(plain text: String, localWords: [String: LocalWord]) {
    var rest = Array(text.utf8)[...]
    while let opening = firstWordOpening(in: rest),
      let closing = rest[opening.upperBound...].firstIndex(of: UInt8(ascii: "]"))
    {
      let written = String(decoding: rest[opening.upperBound..<closing], as: UTF8.self)
      write(text: rest[..<opening.lowerBound])
      write(text: localWord(written, in: localWords) ?? written)
      rest = rest[(closing + 1)...]
    }
    write(text: rest)
  }

  private func firstWordOpening(in text: ArraySlice<UInt8>) -> Range<Int>? {
    let opening: StaticString = ":word["
    return opening.withUTF8Buffer { name in
      var start = text.startIndex
      while let colon = text[start...].firstIndex(of: UInt8(ascii: ":")) {
        if text[colon...].starts(with: name) { return colon..<colon + name.count }
        start = colon + 1
      }
      return nil
    }
  }
}
