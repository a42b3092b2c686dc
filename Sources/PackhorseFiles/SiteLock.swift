import Glibc

/// The right to write for a site, which one command has at a time.
///
/// It ends with the value, or with the process.
package final class SiteLock: Sendable {
  let notes: NotesFolder
  private let file: Descriptor
  private let site: Descriptor

  /// Takes the lock of the site in a folder, or fails at once if another command holds it.
  package convenience init(site: String) throws(FileFailure) {
    try self.init(site: Descriptor.folder(site))
  }

  init(site: Descriptor) throws(FileFailure) {
    self.site = site
    let (content, notesFolder) = (try site.status(of: "content"), try site.status(of: NotesFolder.name))
    guard content != nil || notesFolder != nil else {
      throw .noSite(site.path)
    }
    notes = try NotesFolder(makingIn: site)
    if case .failure(let error) = notes.folder.opened(SiteLock.name, .create), error.code != EEXIST {
      throw .system("written", notes.folder.shown(SiteLock.name), error)
    }
    file = try notes.folder.open(SiteLock.name, .read)
    guard flock(file.number, LOCK_EX | LOCK_NB) != 0 else { return }
    throw errno == EWOULDBLOCK ? .busy(site.path) : .system("locked", file.path)
  }

  /// Replaces a file of the site's source in one step; when this returns, the new one outlives a power cut.
  ///
  /// `path` names it within the site, in folders that are there.
  package func replaceSource(_ path: String, with bytes: [UInt8]) throws(FileFailure) {
    var folder = site
    let parts = path.split(separator: "/").map(String.init)
    for part in parts.dropLast() { folder = try folder.open(part, .folder) }
    try folder.replaceFile(parts.last ?? path, with: bytes)
    try folder.synchronise()
  }

  /// Replaces a text of the site's source in one step, with the permissions that it has.
  ///
  /// It is left alone where a link leads to it or it no longer holds the bytes of `old`.
  package func amendSource(_ path: String, from old: [UInt8], to new: [UInt8]) throws(FileFailure) {
    let file: Descriptor
    switch site.openedWithoutLinks(path) {
    case .success(let opened): file = opened
    case .failure(let error):
      guard error.code == ELOOP else { throw .system("mended", path, error) }
      throw FileFailure(
        act: "mended", path: path, reason: "a link leads to it", advice: "mend the file itself, where it lies"
      )
    }
    let permissions = try file.status().permissions
    guard try file.hasSameBytes(as: old) else {
      throw FileFailure(
        id: "changed-meanwhile", act: "mended", path: path, reason: "it was changed meanwhile",
        advice: "run the command again")
    }
    var folder = site
    let parts = path.split(separator: "/").map(String.init)
    for part in parts.dropLast() { folder = try folder.open(part, .folder) }
    try folder.replaceFile(parts.last ?? path) { draft throws(FileFailure) in
      guard fchmod(draft.number, permissions) == 0 else { throw .system("written", path) }
      try draft.write(new)
    }
    try folder.synchronise()
  }

  private static let name = "lock"
}

extension FileFailure {
  fileprivate static func busy(_ path: String) -> FileFailure {
    FileFailure(
      id: "site-busy", act: "built", path: path, reason: "another packhorse command is at work on this site",
      advice: "wait until it has finished, then run this again")
  }
}
