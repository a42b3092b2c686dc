import PackhorseCore

/// The digest of everything that any page can depend on besides pages and data: settings, words, templates, references.
///
/// No data file goes in: a digest of a few small counts would give them away.
func settingsDigest(of tree: FileTree, theme: [SourceFile]) -> Digest {
  var builder = DigestBuilder()
  for file in (theme + tree.texts).sorted(by: { $0.path < $1.path }) {
    builder.add(file.path)
    builder.add(file.bytes[...])
  }
  return builder.digest
}
