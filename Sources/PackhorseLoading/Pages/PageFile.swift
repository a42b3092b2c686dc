package import PackhorseCore

/// A page and the bytes of its body, which the page itself does not hold.
package typealias PageWithText = (page: SourcePage, text: ArraySlice<UInt8>)

/// Reads a page and types its front matter; nil where no page may lie or the disk refuses.
package func loadPage(_ file: PageFile) -> Outcome<PageWithText?> {
  let placement = Placement(path: file.path)
  guard case .page(let kind) = placement else { return Outcome(nil, checkPlace(of: file.path, placement)) }
  let bytes: [UInt8]
  do { bytes = try file.read() } catch { return Outcome(nil, [.unreadableFile(file.path, error)]) }
  let checked = checkedText(SourceFile(path: file.path, bytes: bytes))
  guard let text = checked.value else { return Outcome(nil, checked.diagnostics) }
  return readPage(text, of: bytes, from: file, kind: kind)
}

/// Cuts a page's text and types what stands above its body.
///
/// `text` is what of the file's `bytes` is text. Without front matter all of it is the body: the page is there all the
/// same, and links to it are right.
private func readPage(
  _ text: ArraySlice<UInt8>, of bytes: [UInt8], from file: PageFile, kind: PageKind
) -> Outcome<PageWithText?> {
  let path = file.path
  let cut = FrontMatterBlock.cut(text, path: path)
  let block = cut.value ?? FrontMatterBlock(yaml: [], body: text, bodyLine: 1)
  let node = cut.value.map { readFrontMatter($0.yaml, path: path) } ?? Outcome(nil, cut.diagnostics)
  let span = SourceSpan(path: path, line: 1, column: 1, length: 3)
  let root = node.value ?? node.emptyMapping(at: span)
  let read = root.map { root in
    Fields.read(root, of: kind.name, at: span) { fields in FrontMatter(reading: &fields, on: kind) }
  }
  let version = PageVersion(of: bytes, bodyOffset: block.body.startIndex, state: file.state)
  let page = SourcePage(
    path: path, kind: kind, frontMatter: read?.value ?? FrontMatter(), span: span,
    body: PageBody(of: file, digest: version.digest, offset: version.bodyOffset),
    bodyLine: block.bodyLine, version: version)
  let nameFaults = root == nil ? [] : checkName(of: page) + checkFolder(of: page)
  return Outcome((page, block.body), node.diagnostics + (read?.diagnostics ?? []) + nameFaults)
}

/// The nodes of front matter, which begins on a page's second line.
func readFrontMatter(_ yaml: ArraySlice<UInt8>, path: String) -> Outcome<SourceNode?> {
  readQuickYAML(yaml, path: path, firstLine: 2)
}

/// A page's file and folder are named as ids: they are what other files call it and what its address shows.
private func checkName(of page: SourcePage) -> [Diagnostic] {
  let isGood = page.slug.utf8.allSatisfy { $0 == UInt8(ascii: "/") || isSlugByte($0) }
  let bad = isGood ? nil : page.slug.split(separator: "/").first { !isSlug($0) }
  return bad.map { [.badFileName(page.path, name: String($0))] } ?? []
}

/// A practice's own module lies in a folder that is called by its code.
private func checkFolder(of page: SourcePage) -> [Diagnostic] {
  page.practice.flatMap { isPracticeCode($0) ? nil : [.badPracticeFolder($0, at: .file(page.path))] } ?? []
}

extension Diagnostic {
  /// A file or folder whose name is no id.
  static func badFileName(_ path: String, name: String) -> Diagnostic {
    Diagnostic(
      .error, "bad-id", "\(quoted(name)) is no name for a page: small letters, digits and hyphens are",
      at: .file(path),
      because: "The name is part of the page's address.",
      suggestion: slug(like: name).map { "rename it to '\($0)'" })
  }

  /// An id with other signs than small letters, digits and hyphens.
  static func badID(_ id: Located<String>) -> Diagnostic {
    Diagnostic(
      .error, "bad-id", "\(quoted(id.value)) is no id: small letters, digits and hyphens are", at: id.span,
      suggestion: slug(like: id.value).map { "write '\($0)'" })
  }

  private static func slug(like name: String) -> String? {
    let words = name.lowercased().split { !($0.isASCII && ($0.isLetter || $0.isNumber)) }
    let slug = words.joined(separator: "-")
    return slug.isEmpty || slug.utf8.count > 80 ? nil : slug
  }
}
