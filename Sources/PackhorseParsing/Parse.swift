package import PackhorseCore

/// Makes an outline of each page's text; reports what is wrong with its Markdown.
package func parse(_ source: SourceSite, jobs: Int) async -> Outcome<ParsedSite> {
  Outcome(ParsedSite(source: source, pages: []))
}

/// Turns a body's bytes into a tree.
package func parseBody(_ body: ArraySlice<UInt8>, options: BodyOptions) -> Outcome<Document> {
  let document = withCommonMark(body) { root in
    var reader = TreeReader(firstLine: options.firstLine)
    reader.read(root)
    return reader.tree.document
  }
  return Outcome(document ?? Document())
}
