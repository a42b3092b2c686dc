/// What a build came to, for a later one to go on from where no more than the texts of a few modules changed since.
package struct SiteNote: Sendable {
  /// A page as the build found it.
  package struct Page: Sendable {
    /// Nil where the state would not show one more change.
    package var state: FileState?
    /// The digest of the whole file.
    package var digest: Digest
    /// The pages of which its own page shows something, as indices into those of the site.
    package var shown: [Int]

    package init(state: FileState?, digest: Digest, shown: [Int]) {
      (self.state, self.digest, self.shown) = (state, digest, shown)
    }
  }

  /// The digest of all that it depended on besides the texts of pages.
  package var surroundings: Digest
  /// The digest of what was decided about stories.
  package var stories: Digest
  /// All pages of the site, in the order of their paths.
  package var pages: [Page]
  /// The pages that any part of the site needs: all but modules, and modules that stand for more than themselves.
  package var common: [Int]
  /// All files of the output, in the order of their addresses.
  package var files: [StandingFile]
  /// Every problem of every stage, in the severity that the site gives it.
  package var problems: [Diagnostic]

  package init(
    surroundings: Digest, stories: Digest, pages: [Page], common: [Int], files: [StandingFile],
    problems: [Diagnostic]
  ) {
    (self.surroundings, self.stories, self.pages) = (surroundings, stories, pages)
    (self.common, self.files, self.problems) = (common, files, problems)
  }

  /// The digest that the file of an address had; nil where there was none.
  package func digest(at address: Address) -> Digest? {
    files.place(of: address, by: \.address).map { files[$0].digest }
  }
}

extension SiteNote {
  /// The note as bytes, which `init(unpacking:)` takes.
  package var packed: [UInt8] {
    var writer = PackedWriter()
    writer.write(surroundings)
    writer.write(stories)
    writer.write(pages) { writer, page in
      writer.write(page.state)
      writer.write(page.digest)
      writer.write(page.shown) { $0.write($1) }
    }
    writer.write(common) { $0.write($1) }
    writer.write(files) { writer, file in
      writer.write(file.address.path)
      writer.write(file.digest)
    }
    writer.write(problems) { $0.write($1) }
    var note = PackedWriter()
    note.write(sealed: writer.bytes)
    return note.bytes
  }

  /// Unpacks what `packed` gave; nil where the bytes are something else.
  package init?(unpacking bytes: [UInt8]) {
    var sealed = PackedReader(bytes[...])
    guard let packed = try? sealed.sealed() else { return nil }
    var reader = PackedReader(packed)
    guard let note = try? reader.siteNote() else { return nil }
    self = note
  }
}

extension PackedReader {
  fileprivate mutating func siteNote() throws(DamagedNote) -> SiteNote {
    let (surroundings, stories) = (try digest(), try digest())
    let pages = try items { (reader) throws(DamagedNote) in
      let state = try reader.optionalState()
      return SiteNote.Page(state: state, digest: try reader.digest(), shown: try reader.indices())
    }
    let common = try indices()
    let files = try items { (reader) throws(DamagedNote) in
      StandingFile(address: Address(try reader.text()), digest: try reader.digest())
    }
    let problems = try items { (reader) throws(DamagedNote) in try reader.diagnostic() }
    let note = SiteNote(
      surroundings: surroundings, stories: stories, pages: pages, common: common, files: files,
      problems: problems)
    let named = [common] + pages.map(\.shown)
    guard named.allSatisfy({ $0.allSatisfy(pages.indices.contains) }) else { throw DamagedNote() }
    return note
  }

  private mutating func indices() throws(DamagedNote) -> [Int] {
    try items { (reader) throws(DamagedNote) in try reader.number() }
  }
}
