extension PageMemory {
  /// The memory as bytes in pieces, made on `jobs` tasks; `PackedPages` takes them as one.
  package func packed(jobs: Int) async -> [[UInt8]] {
    let pieces = stride(from: 0, to: pages.count, by: PackedPages.pagesAPiece).map { first in
      pages[first..<min(first + PackedPages.pagesAPiece, pages.count)]
    }
    let packed = await concurrentMap(pieces, jobs: jobs, PageMemory.packed)
    var index = PackedWriter()
    index.write(allowsHTML ? 1 : 0)
    index.write(pages.count)
    for piece in packed { index.append(piece.index[...]) }
    var front = PackedWriter()
    front.write(sealed: index.bytes)
    return [front.bytes] + packed.map(\.bytes)
  }

  private static func packed(_ pages: ArraySlice<ParsedPage>) -> (bytes: [UInt8], index: [UInt8]) {
    var (piece, index) = (PackedWriter(), PackedWriter())
    var writer = PackedWriter()
    for page in pages {
      writer.removeAll()
      writer.write(page)
      piece.append(writer.bytes[...])
      index.write(writer.bytes.count)
      index.write(Digest(of: writer.bytes[...]))
    }
    return (piece.bytes, index.bytes)
  }

  /// Unpacks what `packed` gave; empty where there is nothing, or something else.
  ///
  /// `files` are the site's, by which a page reads its text again.
  package init(unpacking packed: PackedPages?, files: [PageFile], jobs: Int) async {
    guard let packed else {
      self.init()
      return
    }
    let byPath = Dictionary(files.map { ($0.path, $0) }, uniquingKeysWith: { first, _ in first })
    let pages = await concurrentMap(packed.pieces, jobs: jobs) { piece in
      packed.blocks(piece).compactMap { block -> ParsedPage? in
        var reader = PackedReader(block)
        return try? reader.page(onlyUnchanged: true) { byPath[$0] }
      }
    }
    self.init(pages: Array(pages.joined()), allowsHTML: packed.allowsHTML)
  }
}

/// A memory of pages as bytes, of which some may be read and unpacked without the others.
///
/// An index with the length and the digest of each page comes first, then the pages in the order of their paths.
package struct PackedPages: Sendable {
  /// Parsing goes by it, as `PageMemory` says.
  package let allowsHTML: Bool
  private let parts: FileParts
  private let places: [Place]

  /// Where the bytes of a page lie.
  private struct Place {
    var range: Range<Int>
    var digest: Digest
  }

  fileprivate static let pagesAPiece = 64

  /// Nil where the bytes are something else.
  package init?(_ parts: FileParts) {
    guard let index = PackedPages.index(of: parts) else { return nil }
    var reader = PackedReader(index.bytes)
    var end = index.end
    let read = try? (
      reader.number(),
      reader.items { (reader) throws(DamagedNote) in
        let length = try reader.number()
        guard length >= 0, length <= parts.size - end else { throw DamagedNote() }
        defer { end += length }
        return Place(range: end..<end + length, digest: try reader.digest())
      }
    )
    guard let (allowsHTML, places) = read else { return nil }
    (self.allowsHTML, self.parts, self.places) = (allowsHTML == 1, parts, places)
  }

  /// The index, and where it ends; nil where there is none.
  private static func index(of parts: FileParts) -> (bytes: ArraySlice<UInt8>, end: Int)? {
    // A digest and a length take up to 30 bytes.
    let start = min(parts.size, 32)
    guard let head = try? parts.bytes(0..<start) else { return nil }
    var reader = PackedReader(head[...])
    guard (try? reader.digest()) != nil, let length = try? reader.number() else { return nil }
    let begin = start - reader.left
    guard (0...parts.size - begin).contains(length), let front = try? parts.bytes(0..<begin + length) else {
      return nil
    }
    reader = PackedReader(front[...])
    return (try? reader.sealed()).map { ($0, begin + length) }
  }

  /// The places of all pages, a few at a time.
  fileprivate var pieces: [Range<Int>] {
    stride(from: 0, to: places.count, by: PackedPages.pagesAPiece).map { first in
      first..<min(first + PackedPages.pagesAPiece, places.count)
    }
  }

  /// The bytes of pages that lie beside one another, without those that were changed.
  fileprivate func blocks(_ piece: Range<Int>) -> [ArraySlice<UInt8>] {
    guard let first = places[piece].first, let last = places[piece].last,
      let bytes = try? parts.bytes(first.range.lowerBound..<last.range.upperBound)
    else { return [] }
    return places[piece].compactMap { place in
      let range =
        place.range.lowerBound - first.range.lowerBound..<place.range.upperBound - first.range.lowerBound
      guard range.upperBound <= bytes.count, Digest(of: bytes[range]) == place.digest else { return nil }
      return bytes[range]
    }
  }

  /// The page of a file as it was read, whatever the file is now; nil where it is not among these.
  package func page(of file: PageFile) -> ParsedPage? {
    // The search looks at the place that it gives last.
    var found: ArraySlice<UInt8>?
    let place = places.indices.place(of: file.path) { index in
      found = blocks(index..<index + 1).first
      guard let found else { return "" }
      var reader = PackedReader(found)
      return (try? reader.text()) ?? ""
    }
    guard place != nil, let found else { return nil }
    var reader = PackedReader(found)
    return try? reader.page(onlyUnchanged: false) { _ in file }
  }
}

extension PackedWriter {
  fileprivate mutating func write(_ page: ParsedPage) {
    let source = page.source
    write(source.path)
    write(source.version.state)
    write(source.version.digest)
    write(source.version.frontMatter)
    write(source.version.bodyOffset)
    write(source.bodyLine)
    write(source.span.start, source.span.end)
    write(source.frontMatter)
    write(page.outline)
  }
}

extension PackedReader {
  /// A page, or nil where its file is gone, or in another state and only unchanged ones are wanted.
  fileprivate mutating func page(
    onlyUnchanged: Bool, file: (String) -> PageFile?
  ) throws(DamagedNote) -> ParsedPage? {
    path = try text()
    guard let file = file(path), let kind = PageKind(path: path) else { return nil }
    let state = try optionalState()
    guard state == file.state || !onlyUnchanged else { return nil }
    let version = PageVersion(
      state: state, digest: try digest(), frontMatter: try digest(), bodyOffset: try number())
    let bodyLine = try number()
    let span = try span()
    let source = SourcePage(
      path: path, kind: kind, frontMatter: try frontMatter(), span: span,
      body: PageBody(of: file, digest: version.digest, offset: version.bodyOffset), bodyLine: bodyLine,
      version: version)
    return ParsedPage(source: source, outline: try outline())
  }
}
