extension PageMemory {
  /// Packs the memory on `jobs` tasks and hands its bytes on, some pages at a time and the index last.
  ///
  /// All those of a large site at once would take much memory. `PackedPages` takes them as one.
  package func pack<Failure>(
    jobs: Int, into take: ([UInt8]) throws(Failure) -> Void
  ) async throws(Failure) {
    let pieces = stride(from: 0, to: pages.count, by: PackedPages.pagesAPiece).map { first in
      pages[first..<min(first + PackedPages.pagesAPiece, pages.count)]
    }
    var index = PackedWriter()
    index.write(allowsHTML ? 1 : 0)
    index.write(pages.count)
    for first in stride(from: 0, to: pieces.count, by: PackedPages.piecesAtOnce) {
      let some = Array(pieces[first..<min(first + PackedPages.piecesAtOnce, pieces.count)])
      for piece in await concurrentMap(some, jobs: jobs, PageMemory.packed) {
        index.append(piece.index[...])
        try take(piece.bytes)
      }
    }
    var end = PackedWriter()
    end.write(sealed: index.bytes)
    try take(end.bytes + withUnsafeBytes(of: UInt64(end.bytes.count).littleEndian) { Array($0) })
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
/// The pages come first, in the order of their paths, then an index with the length and the digest of each, then the index's
/// own length in eight bytes, the lowest first.
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
  fileprivate static let piecesAtOnce = 32

  /// Nil where the bytes are something else.
  package init?(_ parts: FileParts) {
    guard let index = PackedPages.index(of: parts) else { return nil }
    var reader = PackedReader(index.bytes)
    var end = 0
    let read = try? (
      reader.number(),
      reader.items { (reader) throws(DamagedNote) in
        let length = try reader.number()
        guard length >= 0, length <= index.start - end else { throw DamagedNote() }
        defer { end += length }
        return Place(range: end..<end + length, digest: try reader.digest())
      }
    )
    guard let (allowsHTML, places) = read else { return nil }
    (self.allowsHTML, self.parts, self.places) = (allowsHTML == 1, parts, places)
  }

  /// The index, and where it starts; nil where there is none.
  private static func index(of parts: FileParts) -> (bytes: ArraySlice<UInt8>, start: Int)? {
    let end = parts.size - MemoryLayout<UInt64>.size
    guard end >= 0, let last = try? parts.bytes(end..<parts.size), last.count == parts.size - end else {
      return nil
    }
    let length = last.withUnsafeBytes { UInt64(littleEndian: $0.loadUnaligned(as: UInt64.self)) }
    guard length <= end else { return nil }
    let start = end - Int(length)
    guard let sealed = try? parts.bytes(start..<end) else { return nil }
    var reader = PackedReader(sealed[...])
    return (try? reader.sealed()).map { ($0, start) }
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

  /// The page of the file at a place among all of a site, as it was read, whatever the file is now; nil where it is not
  /// among these.
  package func page(at place: Int, of files: [PageFile]) -> ParsedPage? {
    let file = files[place]
    // A page can be missing, but stands in the order of the files: nearly always at its own place.
    let missing = max(0, files.count - places.count)
    let near = (max(0, place - missing)..<place + 1).clamped(to: places.indices)
    // The search looks at the place that it gives last.
    var found: ArraySlice<UInt8>?
    let place = near.place(of: file.path) { index in
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
