import PackhorseCore

/// What a build leaves in `.packhorse/` to save the next one time, and nothing else: whatever is wrong with it, the site is
/// read anew.
package enum Remembered: String, Sendable {
  /// Front matter and outlines, packed.
  case pages
  /// What the build came to.
  case site

  /// What the last build of a site left; nothing where there is nothing, or where another Packhorse left it.
  package func read(ofSite path: String) -> [UInt8] {
    guard let site = try? Descriptor.folder(path), let notes = try? NotesFolder(in: site),
      let bytes = try? notes.read(rawValue), let packed = try? Note.opened(rawValue, bytes)
    else { return [] }
    var reader = PackedReader(packed)
    guard let maker = try? reader.digest(), maker == Maker.current else { return [] }
    return Array(reader.rest)
  }

  /// Leaves packed values, in pieces, for the next build of the site.
  package func leave(_ pieces: [[UInt8]], holding lock: SiteLock) throws(FileFailure) {
    var maker = PackedWriter()
    maker.write(Maker.current)
    try lock.notes.replaceLightly(rawValue) { draft throws(FileFailure) in
      try draft.write(Note.heading(rawValue))
      var digest = DigestBuilder()
      for piece in [maker.bytes] + pieces {
        digest.take(piece)
        try draft.write(piece)
      }
      try draft.write(Note.seal(digest.digest))
    }
  }
}
