extension PageMemory {
  /// The memory as bytes in pieces, made on `jobs` tasks; `init(unpacking:files:jobs:)` takes them as one.
  package func packed(jobs: Int) async -> [[UInt8]] {
    var start = PackedWriter()
    start.write(allowsHTML ? 1 : 0)
    start.write(pages.count)
    let pieces = stride(from: 0, to: pages.count, by: PageMemory.pagesAPiece).map { first in
      pages[first..<min(first + PageMemory.pagesAPiece, pages.count)]
    }
    return [start.bytes] + (await concurrentMap(pieces, jobs: jobs, PageMemory.packed))
  }

  private static let pagesAPiece = 64

  private static func packed(_ pages: ArraySlice<ParsedPage>) -> [UInt8] {
    var piece = PackedWriter()
    var writer = PackedWriter()
    for page in pages {
      writer.removeAll()
      writer.write(page)
      piece.write(writer.bytes)
    }
    return piece.bytes
  }

  /// Unpacks what `packed` gave; empty where the bytes are something else.
  ///
  /// `files` are the site's, by which a page reads its text again.
  package init(unpacking bytes: [UInt8], files: [PageFile], jobs: Int) async {
    guard let packed = PackedPages(bytes) else {
      self.init()
      return
    }
    let byPath = Dictionary(files.map { ($0.path, $0) }, uniquingKeysWith: { first, _ in first })
    let pages = await concurrentMap(packed.blocks, jobs: jobs) { block -> ParsedPage? in
      var reader = PackedReader(block)
      return try? reader.page(onlyUnchanged: true) { byPath[$0] }
    }
    self.init(pages: pages.compactMap(\.self), allowsHTML: packed.allowsHTML)
  }
}

/// The bytes of a memory of pages, of which some may be unpacked without the others.
package struct PackedPages: Sendable {
  /// Parsing goes by it, as `PageMemory` says.
  package let allowsHTML: Bool
  /// A page each, in the order of their paths.
  fileprivate let blocks: [ArraySlice<UInt8>]

  /// Nil where the bytes are something else.
  package init?(_ bytes: [UInt8]) {
    var reader = PackedReader(bytes[...])
    guard let allowsHTML = try? reader.number(),
      let blocks = try? reader.items({ (reader) throws(DamagedNote) in try reader.bytes() })
    else { return nil }
    (self.allowsHTML, self.blocks) = (allowsHTML == 1, blocks)
  }

  /// The page of a file as it was read, whatever the file is now; nil where it is not among these.
  package func page(of file: PageFile) -> ParsedPage? {
    let place = blocks.place(of: file.path) { block in
      var reader = PackedReader(block)
      return (try? reader.text()) ?? ""
    }
    guard let place else { return nil }
    var reader = PackedReader(blocks[place])
    return try? reader.page(onlyUnchanged: false) { _ in file }
  }
}

extension PackedWriter {
  package mutating func write(_ bytes: [UInt8]) {
    write(bytes.count)
    append(bytes[...])
  }

  fileprivate mutating func write(_ page: ParsedPage) {
    let source = page.source
    write(source.path)
    write(source.version.state) { $0.write($1) }
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
    let state = try optional { (reader) throws(DamagedNote) in try reader.state() }
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
