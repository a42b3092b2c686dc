package import PackhorseCore

/// What a build leaves in `.packhorse/` to save the next one time, and nothing else: whatever is wrong with it, the site is
/// read anew.
package enum Remembered: String, Sendable {
  /// Front matter and outlines, packed.
  case pages
  /// What the build came to.
  case site

  /// What the last build of a site left; nil where there is nothing, or where another Packhorse left it.
  ///
  /// Its bytes are read when they are asked for. Whoever unpacks them finds out whether they were changed.
  package func parts(ofSite path: String) -> FileParts? {
    let front = front
    guard let site = try? Descriptor.folder(path), let notes = try? NotesFolder(in: site),
      case .success(let file) = notes.folder.opened(rawValue, .read), let status = try? file.status(),
      status.kind == .file, (front.count...NotesFolder.largest).contains(status.size),
      (try? file.bytes(in: 0..<front.count)) == front
    else { return nil }
    return FileParts(size: status.size - front.count) { range in
      try file.bytes(in: range.lowerBound + front.count..<range.upperBound + front.count)
    }
  }

  /// Leaves packed values, in pieces, for the next build of the site.
  package func leave(_ pieces: [[UInt8]], holding lock: SiteLock) throws(FileFailure) {
    try lock.notes.replaceLightly(rawValue) { draft throws(FileFailure) in
      for piece in [front] + pieces { try draft.write(piece) }
    }
  }

  /// The kind of the note, and the Packhorse that leaves it.
  private var front: [UInt8] {
    var maker = PackedWriter()
    maker.write(Maker.current)
    return Note.heading(rawValue) + maker.bytes
  }
}
