/// What the disk held when a build began: the bytes of settings, and readers for pages, data and files to copy.
///
/// Paths are relative to the site folder, with `/`, sorted by their bytes: `content/site.yml`, `private/consent.csv`.
package struct FileTree: Sendable {
  /// Markdown, read when it is asked for.
  package var pages: [PageFile]
  /// YAML, JSON and templates, whole.
  package var texts: [SourceFile]
  /// CSV files, read in chunks.
  package var data: [DataFile]
  /// Pictures, captions and documents that a page may link to.
  package var assets: [AssetFile]
  /// Ids of stories that were withdrawn at once (`.packhorse/withdrawn`), whatever the consent register says.
  package var withdrawnStories: [String]

  package init(
    pages: [PageFile] = [], texts: [SourceFile] = [], data: [DataFile] = [], assets: [AssetFile] = [],
    withdrawnStories: [String] = []
  ) {
    self.pages = pages
    self.texts = texts
    self.data = data
    self.assets = assets
    self.withdrawnStories = withdrawnStories
  }
}

extension FileTree {
  /// The texts that diagnostics speak of, and every other that is not a page.
  package func sources(for diagnostics: [Diagnostic]) -> [SourceFile] {
    let paths = Set(diagnostics.compactMap(\.span?.path))
    let pages = pages.filter { paths.contains($0.path) }.compactMap { page in
      (try? page.read()).map { SourceFile(path: page.path, bytes: $0) }
    }
    return pages + texts
  }
}

/// A text file with its bytes as they lie on disk.
package struct SourceFile: Sendable, Hashable {
  package var path: String
  package var bytes: [UInt8]

  package init(path: String, bytes: [UInt8]) {
    self.path = path
    self.bytes = bytes
  }
}

/// A data file.
///
/// `read` opens it anew and hands its bytes on in chunks; it throws only what the disk throws.
package struct DataFile: Sendable {
  package var path: String
  /// Nil where the file was touched so lately that its state would not show one more change.
  package var state: FileState?
  package var read: @Sendable (_ chunk: (ArraySlice<UInt8>) throws -> Void) throws -> Void
  /// Opens it for reading in several places at once; nil where it can be read from its beginning alone.
  package var openParts: (@Sendable () throws -> FileParts)?

  package init(
    path: String, state: FileState? = nil, openParts: (@Sendable () throws -> FileParts)? = nil,
    read: @escaping @Sendable ((ArraySlice<UInt8>) throws -> Void) throws -> Void
  ) {
    self.path = path
    self.state = state
    self.openParts = openParts
    self.read = read
  }

  /// A data file that lies in memory.
  package init(path: String, bytes: [UInt8]) {
    self.init(
      path: path, openParts: { FileParts(size: bytes.count) { Array(bytes[$0.clamped(to: bytes.indices)]) } }
    ) { chunk in try chunk(bytes[...]) }
  }
}

/// An open file whose bytes can be had from any place.
package struct FileParts: Sendable {
  package var size: Int
  /// The bytes of a range; fewer where the file has become shorter.
  package var bytes: @Sendable (Range<Int>) throws -> [UInt8]

  package init(size: Int, bytes: @escaping @Sendable (Range<Int>) throws -> [UInt8]) {
    self.size = size
    self.bytes = bytes
  }

  /// All of it; nil where it became shorter or cannot be read.
  package var whole: [UInt8]? {
    let bytes = try? bytes(0..<size)
    return bytes?.count == size ? bytes : nil
  }
}

/// A file that may be copied to the output.
///
/// `bytes` is read only for kinds that have to be looked into.
package struct AssetFile: Sendable {
  package var path: String
  /// Nil where the file was touched so lately that its state would not show one more change.
  package var state: FileState?
  package var bytes: @Sendable () throws -> [UInt8]

  package init(path: String, state: FileState? = nil, bytes: @escaping @Sendable () throws -> [UInt8]) {
    self.path = path
    self.state = state
    self.bytes = bytes
  }
}
