import PackhorseCore

/// A work in Vancouver style: authors, title, where it appeared, when, and where to find it.
///
/// What a reference does not hold is not printed and leaves no punctuation behind.
func vancouverEntry(_ work: Reference, words: Words) -> HTML {
  var writer = ByteWriter(capacity: 512)
  writer.write(authorsOf: work, words: words)
  if !work.title.isEmpty { writer.write(sentence: work.title) }
  writer.writeAppearance(of: work)
  writer.writePlaceToFind(work)
  if work.hasUnsureFields {
    writer.separate()
    writer.write(words, "block.references.unchecked")
  }
  return writer.html
}

extension ByteWriter {
  /// Up to six authors; more are "et al".
  fileprivate mutating func write(authorsOf work: Reference, words: Words) {
    guard !work.authors.isEmpty else { return }
    var names = work.authors.prefix(6).map(vancouverName)
    if work.authors.count > 6 { names.append(words("block.references.et-al")) }
    write(sentence: names.joined(separator: ", "))
  }

  /// Writes `BMJ. 2022;12(10):e062951.` for a journal, `London: Public Health England; 2019.` for a report or book.
  fileprivate mutating func writeAppearance(of work: Reference) {
    let year = work.year.map(String.init) ?? ""
    guard let container = work.container else {
      let publisher = [work.publisherPlace, work.publisher].compactMap(\.self).joined(separator: ": ")
      let parts = [publisher, year].filter { !$0.isEmpty }
      if !parts.isEmpty { write(sentence: parts.joined(separator: "; ")) }
      return
    }
    write(sentence: container)
    var issue = work.volume ?? ""
    if let number = work.issue { issue += "(\(number))" }
    var place = [year, issue].filter { !$0.isEmpty }.joined(separator: ";")
    if let page = work.page { place += place.isEmpty ? page : ":" + page }
    if !place.isEmpty { write(sentence: place) }
  }

  /// The DOI as a link, or else the address.
  fileprivate mutating func writePlaceToFind(_ work: Reference) {
    if let doi = work.doi {
      let number = bareDOI(doi)
      separate()
      write("doi:")
      if number.utf8.starts(with: "10.".utf8) {
        writeLink(to: Array("https://doi.org/\(number)".utf8)[...], text: String(number))
      } else {
        write(text: String(number))
      }
    } else if let url = work.url, isWebURL(Array(url.utf8)[...]) {
      separate()
      writeLink(to: Array(url.utf8)[...], text: url)
    }
  }

  fileprivate mutating func separate() {
    if !bytes.isEmpty { write(" ") }
  }

  /// Writes a sentence after a space, with a full stop unless it ends one by itself.
  fileprivate mutating func write(sentence: String) {
    separate()
    write(text: sentence)
    switch sentence.utf8.last {
    case UInt8(ascii: "."), UInt8(ascii: "?"), UInt8(ascii: "!"): break
    default: write(".")
    }
  }
}

/// `Mahtani KR`, or an organisation's whole name.
private func vancouverName(_ name: Reference.Name) -> String {
  guard let given = name.given else { return name.family }
  let initials = given.split { $0 == " " || $0 == "-" || $0 == "." || $0 == "\u{2010}" }
    .compactMap { $0.first?.uppercased() }.joined()
  return initials.isEmpty ? name.family : name.family + " " + initials
}

/// `10.1136/…` without the resolver that some exports put before it.
private func bareDOI(_ doi: String) -> Substring {
  let prefixes = ["https://doi.org/", "http://doi.org/", "https://dx.doi.org/", "http://dx.doi.org/", "doi:"]
  let lower = doi.lowercased()
  guard let prefix = prefixes.first(where: { lower.hasPrefix($0) }) else { return doi[...] }
  return doi.dropFirst(prefix.count)
}
