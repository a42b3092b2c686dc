import PackhorseCore

/// The packed pages that the last build of a site left in `.packhorse/pages`; nothing where there are none, or where
/// another Packhorse left them.
///
/// They save time and nothing else: whatever is wrong with the note, the site is read anew.
package func rememberedPages(ofSite path: String) -> [UInt8] {
  guard let site = try? Descriptor.folder(path), let notes = try? NotesFolder(in: site),
    let bytes = try? notes.read(noteName), let packed = try? Note.opened(noteName, bytes)
  else { return [] }
  var reader = PackedReader(packed)
  guard let maker = try? reader.digest(), maker == Maker.current else { return [] }
  return Array(reader.rest)
}

/// Leaves packed pages, in pieces, for the next build of the site.
package func remember(pages: [[UInt8]], holding lock: SiteLock) throws(FileFailure) {
  var maker = PackedWriter()
  maker.write(Maker.current)
  try lock.notes.replaceLightly(noteName) { draft throws(FileFailure) in
    try draft.write(Note.heading(noteName))
    var digest = DigestBuilder()
    for piece in [maker.bytes] + pages {
      digest.take(piece)
      try draft.write(piece)
    }
    try draft.write(Note.seal(digest.digest))
  }
}

private let noteName = "pages"
