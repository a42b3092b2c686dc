/// A Markdown file with its front matter read and its body still as bytes.
///
/// A class, because pages are handed from stage to stage by the thousand; it never changes.
package final class SourcePage: Sendable {
  package let path: String
  /// The path inside content/ without its extension: `modules/referral-criteria/who`.
  ///
  /// A practice's own module has that of the shared module in whose place it stands.
  package let slug: String
  /// The code of the practice whose own module it is; nil for what all practices have in common.
  package let practice: String?
  package let kind: PageKind
  package let frontMatter: FrontMatter
  /// Where the front matter begins, for problems of the page as a whole.
  package let span: SourceSpan
  package let body: PageBody
  /// The file's line on which the body begins.
  package let bodyLine: Int
  package let version: PageVersion
  /// Of a module or of a section's own page: its section's id, which is its folder's name.
  package let section: String?

  package init(
    path: String, kind: PageKind, frontMatter: FrontMatter, span: SourceSpan? = nil, body: PageBody,
    bodyLine: Int, version: PageVersion
  ) {
    self.path = path
    let own = OwnPath(path)
    practice = own?.code
    let inside = own.map { $0.inside.utf8[...] } ?? path.utf8.dropFirst("content/".utf8.count)
    slug = String(Substring(inside.dropLast(".md".utf8.count)))
    self.kind = kind
    self.frontMatter = frontMatter
    self.span = span ?? .file(path)
    self.body = body
    self.bodyLine = bodyLine
    self.version = version
    let folder = slug.utf8.split(separator: UInt8(ascii: "/"), maxSplits: 2).dropFirst().first
    section = kind == .module || kind == .section ? folder.map { String(Substring($0)) } : nil
  }

  /// A page whose text lies in memory.
  package convenience init(
    path: String, kind: PageKind, frontMatter: FrontMatter, body: ArraySlice<UInt8>, bodyLine: Int
  ) {
    self.init(
      path: path, kind: kind, frontMatter: frontMatter, body: PageBody(body), bodyLine: bodyLine,
      version: PageVersion(of: Array(body), bodyOffset: 0, state: nil))
  }
}

extension SourcePage {
  /// The path inside content/ that links are read from: a practice's own module stands where the shared one would.
  package var contentPath: String { slug + ".md" }

  /// The id of a module, which pathways and other modules use: `referral-criteria/who`.
  package var moduleID: String { String(Substring(slug.utf8.dropFirst("modules/".utf8.count))) }

  /// The day from which the page counts as new to who was here before: asked for here, its front matter is not copied.
  package var newSince: CalendarDate? { frontMatter.newSince }
}

/// Which bytes of a file a page was read from.
package struct PageVersion: Sendable, Hashable {
  /// The file's state before it was read; nil where the state would not show one more change.
  package var state: FileState?
  /// The digest of the whole file.
  package var digest: Digest
  /// The digest of what stands above the body: all that other pages can show of this one.
  package var frontMatter: Digest
  /// Where the body begins, in bytes from the top of the file.
  package var bodyOffset: Int

  package init(state: FileState? = nil, digest: Digest, frontMatter: Digest, bodyOffset: Int) {
    self.state = state
    self.digest = digest
    self.frontMatter = frontMatter
    self.bodyOffset = bodyOffset
  }

  /// The version of a file that was read whole and cut where its body begins.
  package init(of bytes: [UInt8], bodyOffset: Int, state: FileState?) {
    self.init(
      state: state, digest: Digest(of: bytes[...]), frontMatter: Digest(of: bytes[..<bodyOffset]),
      bodyOffset: bodyOffset)
  }
}
