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

  /// A pathway as the build read it.
  package struct NotedPathway: Sendable {
    /// The pathway without its modules.
    package var pathway: Pathway
    /// These, as indices into the pages of the site.
    package var modules: [Int]

    package init(pathway: Pathway, modules: [Int]) {
      (self.pathway, self.modules) = (pathway, modules)
    }
  }

  /// The digest of all that it depended on besides the texts of pages.
  package var surroundings: Digest
  /// The digest of settings and words, as `SourceSite` has it.
  package var settings: Digest
  /// The digest of what was decided about stories.
  package var stories: Digest
  /// All pages of the site, in the order of their paths.
  package var pages: [Page]
  /// The pages that any part of the site needs: all but modules, and modules that stand for more than themselves.
  package var common: [Int]
  package var pathways: [NotedPathway]
  /// All files of the output, in the order of their addresses.
  package var files: [StandingFile]
  /// Every problem of every stage, in the severity that the site gives it.
  package var problems: [Diagnostic]

  package init(
    surroundings: Digest, settings: Digest, stories: Digest, pages: [Page], common: [Int],
    pathways: [NotedPathway], files: [StandingFile], problems: [Diagnostic]
  ) {
    (self.surroundings, self.settings, self.stories) = (surroundings, settings, stories)
    (self.pages, self.common, self.pathways) = (pages, common, pathways)
    (self.files, self.problems) = (files, problems)
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
    for digest in [surroundings, settings, stories] { writer.write(digest) }
    writer.write(pages) { writer, page in
      writer.write(page.state)
      writer.write(page.digest)
      writer.write(page.shown) { $0.write($1) }
    }
    writer.write(common) { $0.write($1) }
    writer.write(pathways) { $0.write($1) }
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

extension PackedWriter {
  fileprivate mutating func write(_ noted: SiteNote.NotedPathway) {
    let pathway = noted.pathway
    write(pathway.path)
    write(pathway.title)
    write(pathway.summary)
    write(pathway.role)
    write(pathway.minutes.value)
    write(pathway.minutes.span.start, pathway.minutes.span.end)
    write(pathway.checkIns) { $0.write($1) }
    write(pathway.starts) { $0.write($1) }
    write(noted.modules) { $0.write($1) }
  }
}

extension PackedReader {
  fileprivate mutating func siteNote() throws(DamagedNote) -> SiteNote {
    let (surroundings, settings, stories) = (try digest(), try digest(), try digest())
    let pages = try items { (reader) throws(DamagedNote) in
      let state = try reader.optionalState()
      return SiteNote.Page(state: state, digest: try reader.digest(), shown: try reader.indices())
    }
    let common = try indices()
    let pathways = try items { (reader) throws(DamagedNote) in try reader.pathway() }
    let files = try items { (reader) throws(DamagedNote) in
      StandingFile(address: Address(try reader.text()), digest: try reader.digest())
    }
    let problems = try items { (reader) throws(DamagedNote) in try reader.diagnostic() }
    let note = SiteNote(
      surroundings: surroundings, settings: settings, stories: stories, pages: pages, common: common,
      pathways: pathways, files: files, problems: problems)
    let named = [common] + pages.map(\.shown) + pathways.map(\.modules)
    guard named.allSatisfy({ $0.allSatisfy(pages.indices.contains) }) else { throw DamagedNote() }
    return note
  }

  private mutating func pathway() throws(DamagedNote) -> SiteNote.NotedPathway {
    path = try text()
    let (title, summary) = (try text(), try text())
    var pathway = Pathway(
      path: path, role: try located(), minutes: Located(try number(), at: try span()))
    (pathway.title, pathway.summary, pathway.checkIns) = (title, summary, try indices())
    pathway.starts = try optional { (reader) throws(DamagedNote) in try reader.date() }
    return SiteNote.NotedPathway(pathway: pathway, modules: try indices())
  }

  private mutating func indices() throws(DamagedNote) -> [Int] {
    try items { (reader) throws(DamagedNote) in try reader.number() }
  }
}
