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

  /// Leaves what `pack` hands to the function that it gets, piece by piece, for the next build of the site.
  ///
  /// It can be made again, and the disk is not waited for.
  package func leave(
    holding lock: SiteLock,
    _ pack: (_ write: ([UInt8]) throws(FileFailure) -> Void) async throws(FileFailure) -> Void
  ) async throws(FileFailure) {
    try await lock.notes.folder.replaceFileLightly(rawValue) { draft throws(FileFailure) in
      try draft.write(front)
      try await pack(draft.write)
    }
  }

  /// The kind of the note, and the Packhorse that leaves it.
  private var front: [UInt8] {
    var maker = PackedWriter()
    maker.write(Maker.current)
    return Note.heading(rawValue) + maker.bytes
  }
}
