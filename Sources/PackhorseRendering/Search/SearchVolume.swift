import PackhorseCore

/// Entries that share an index: a file of the words of all of them, and files of the text of a few at a time.
///
/// The script of the search page loads the index to look in it, and of the texts only those whose entries it shows.
struct SearchVolume: Sendable {
  /// Counted from 1, as in the files' names.
  let number: Int
  let entries: [SearchEntry]

  /// The entries whose texts lie in one file.
  static let entriesOfAText = 16

  /// The volumes of a site.
  ///
  /// Stories have their own: when one is withdrawn at once, nothing else drops out of the search.
  static func all(of publication: Publication) -> [SearchVolume] {
    let entries = publication.searchEntries
    let parts = [entries.filter { $0.kind != .story }, entries.filter { $0.kind == .story }]
    let runs = parts.flatMap { part in
      stride(from: 0, to: part.count, by: SearchIndex.mostEntries).map { start in
        Array(part[start..<min(start + SearchIndex.mostEntries, part.count)])
      }
    }
    return runs.enumerated().map { SearchVolume(number: $0 + 1, entries: $1) }
  }

  /// The files of texts, each with its entries.
  var texts: [(address: Address, entries: ArraySlice<SearchEntry>)] {
    stride(from: 0, to: entries.count, by: Self.entriesOfAText).map { start in
      (
        Address("search/\(number)-\(start / Self.entriesOfAText).js"),
        entries[start..<min(start + Self.entriesOfAText, entries.count)]
      )
    }
  }

  var address: Address { Address("search/\(number).js") }

  /// How many entries of each kind follow one another.
  var kinds: [(kind: SearchEntry.Kind, count: Int)] {
    var kinds: [(kind: SearchEntry.Kind, count: Int)] = []
    for entry in entries {
      if kinds.last?.kind == entry.kind {
        kinds[kinds.count - 1].count += 1
      } else {
        kinds.append((entry.kind, 1))
      }
    }
    return kinds
  }
}

extension Frame {
  /// The files that the search page looks in.
  func searchFiles() -> [OutputFile] {
    guard publication.settings.isSearched else { return [] }
    return SearchVolume.all(of: publication).flatMap { volume in
      [
        OutputFile(
          address: volume.address, digest: searchDigest(of: volume.entries[...]),
          content: .rendered { [self] in try index(of: volume) })
      ]
        + volume.texts.map { text in
          OutputFile(
            address: text.address, digest: searchDigest(of: text.entries),
            content: .rendered { [self] in try texts(of: text.entries, at: text.address) })
        }
    }
  }

  private func searchDigest(of entries: ArraySlice<SearchEntry>) -> Digest {
    var builder = DigestBuilder()
    builder.add(digests.settings)
    for entry in entries {
      builder.add(entry.kind.rawValue)
      builder.add(entry.address.path)
      if case .page(let page) = entry.text { builder.add(page.source.version.digest) }
    }
    return builder.digest
  }

  /// `packhorseIndex(1, [["module", 20], ["word", 8]], "words", "places", "groups of letters");`, the entries by kind in their order.
  private func index(of volume: SearchVolume) throws -> [UInt8] {
    var index = SearchIndex(skipping: words.list("search.skip"))
    for (number, entry) in volume.entries.enumerated() {
      index.add(number, title: entry.title, try parts(of: entry))
    }
    let packed = index.packed()
    var writer = ByteWriter(capacity: packed.words.count + packed.places.count + 1024)
    writer.writeStories(of: volume)
    writer.write("packhorseIndex(")
    writer.write(volume.number)
    writer.write(", ")
    writer.write(list: volume.kinds) { writer, kind in
      writer.write("[")
      writer.write(json: kind.kind.rawValue)
      writer.write(", ")
      writer.write(kind.count)
      writer.write("]")
    }
    writer.write(",\n")
    writer.write(json: packed.words[...])
    writer.write(",\n")
    writer.write(json: packed.places[...])
    writer.write(",\n")
    writer.write(json: LetterGroups.all.joined(separator: ","))
    writer.write(");\n")
    return writer.bytes
  }

  /// `packhorseTexts("search/1-0.js", [["address", "Title", [["anchor", "Heading", "text"]]]]);`, an entry after another.
  private func texts(of entries: ArraySlice<SearchEntry>, at address: Address) throws -> [UInt8] {
    let texts = try entries.map { (entry: $0, parts: try parts(of: $0)) }
    var writer = ByteWriter(capacity: 65_536)
    writer.write("packhorseTexts(")
    writer.write(json: address.path)
    writer.write(", ")
    writer.write(list: texts) { writer, text in
      writer.write("\n[")
      writer.write(
        json: SafeURL(from: .search, to: text.entry.address, fragment: text.entry.anchor).text)
      writer.write(", ")
      writer.write(json: text.entry.title)
      writer.write(", ")
      writer.write(list: text.parts) { writer, part in
        writer.write("[")
        writer.write(json: part.anchor)
        writer.write(", ")
        writer.write(json: part.heading)
        writer.write(", ")
        writer.write(json: part.text[...])
        writer.write("]")
      }
      writer.write("]")
    }
    writer.write(");\n")
    return writer.bytes
  }

  private func parts(of entry: SearchEntry) throws -> [SearchPart] {
    switch entry.text {
    case .page(let page) where page.isOfSeveralAreas:
      [SearchPart(text: Array(publication.summary(of: page).utf8))]
    case .page(let page):
      SearchText(publication.summary(of: page), try document(of: page), in: site(around: page)).parts
    case .written(let paragraphs):
      [SearchPart(text: Array(paragraphs.filter { !$0.isEmpty }.joined(separator: " ").utf8))]
    }
  }
}

extension ResolvedPage {
  /// True for a summary that is built for each network or board: at its own address there may be no more than a list.
  fileprivate var isOfSeveralAreas: Bool {
    source.frontMatter.level == .pcn || source.frontMatter.level == .icb
  }
}

extension ByteWriter {
  /// Writes `[`, each item with a comma between, and `]`.
  fileprivate mutating func write<Item>(list: [Item], _ item: (inout ByteWriter, Item) -> Void) {
    write("[")
    for (index, value) in list.enumerated() {
      if index > 0 { write(",") }
      item(&self, value)
    }
    write("]")
  }

  /// Names the stories that an index holds words of: whoever takes a story down at once looks for its address.
  fileprivate mutating func writeStories(of volume: SearchVolume) {
    for entry in volume.entries where entry.kind == .story {
      write("// ")
      writeReady(Array(SafeURL(from: .search, to: entry.address).text.utf8)[...])
      write("\n")
    }
  }
}
