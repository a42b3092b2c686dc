/// A Markdown file with its front matter read and its body still as bytes.
package struct SourcePage: Sendable {
  package var path: String
  package var kind: PageKind
  package var frontMatter: FrontMatter
  /// Where the front matter begins, for problems of the page as a whole.
  package var span: SourceSpan
  package var body: ArraySlice<UInt8>
  /// The file's line on which the body begins.
  package var bodyLine: Int

  package init(
    path: String, kind: PageKind, frontMatter: FrontMatter, body: ArraySlice<UInt8>, bodyLine: Int
  ) {
    self.path = path
    self.kind = kind
    self.frontMatter = frontMatter
    self.span = .file(path)
    self.body = body
    self.bodyLine = bodyLine
  }

  /// The path inside content/ without its extension: `modules/referral-criteria/who`.
  package var slug: String {
    String(path.dropFirst("content/".utf8.count).dropLast(".md".utf8.count))
  }
}
