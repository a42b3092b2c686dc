import Glibc
import PackhorseCore

/// What is left to do until an output is a new site, where two folders are not exchanged.
///
/// It is on disk before the first file moves. Replaying it from any point gives the same end.
struct Journal {
  /// The output folder's key.
  var output: String
  /// Addresses to move from the staging folder into the output.
  var moved: [String]
  /// Addresses of the old site that the new one does not make.
  var stale: [String]

  private static let name = "journal"

  /// The journal of a command that did not finish, if there is one.
  ///
  /// Its paths come from a file: each is checked.
  static func read(from notes: NotesFolder) throws(FileFailure) -> Journal? {
    guard let bytes = try notes.read(name) else { return nil }
    do throws(DamagedNote) {
      var reader = PackedReader(try Note.opened(name, bytes))
      let journal = Journal(
        output: try reader.text(), moved: try reader.addresses(), stale: try reader.addresses())
      return journal
    } catch {
      throw .notOurs(notes.folder.shown(name))
    }
  }

  func write(to notes: NotesFolder) throws(FileFailure) {
    var writer = PackedWriter()
    writer.write(output)
    writer.write(moved) { $0.write($1) }
    writer.write(stale) { $0.write($1) }
    try notes.replace(Journal.name, with: Note.sealed(Journal.name, writer.bytes))
  }

  /// Does whatever is left to do and ends the journal.
  func replay(
    in folder: OutputFolder, notes: NotesFolder, progress: WriteProgress = { _ throws(FileFailure) in }
  ) throws(FileFailure) {
    try folder.parent.makeFolder(folder.name)
    let output = try folder.parent.open(folder.name, .folder)
    try removeStale(from: output, progress)
    if let staging = try folder.staging() {
      for address in moved {
        try move(address, from: staging, to: output)
        try progress(.moved(address))
      }
    }
    try synchronise(output)
    try Manifest.settle(in: notes)
    try notes.remove(Journal.name)
    try folder.parent.removeTree(folder.stagingName)
  }

  /// Stale files go first, and the folders they leave empty: a new file may have the name of an old folder.
  private func removeStale(from output: Descriptor, _ progress: WriteProgress) throws(FileFailure) {
    for address in stale {
      guard let (folder, name) = try output.descend(to: address, making: false),
        // Where an earlier replay has come further, a folder of the new site may have its name by now.
        try folder.status(of: name)?.kind != .folder
      else { continue }
      try folder.removeFile(name)
      try progress(.removed(address))
    }
    let emptied = Set(stale.flatMap(foldersAbove)).sorted { $0.utf8.count > $1.utf8.count }
    for path in emptied {
      guard let (folder, name) = try output.descend(to: path, making: false) else { continue }
      try folder.removeFolder(name)
    }
  }

  /// Puts the moves on disk: folder by folder where they are few, for other programs may have much to write.
  private func synchronise(_ output: Descriptor) throws(FileFailure) {
    let touched = Set((moved + stale).map { foldersAbove($0).last ?? "." })
    guard touched.count <= Journal.fewFolders else { return try output.synchroniseFileSystem() }
    for path in touched.sorted() {
      guard try output.status(of: path)?.kind == .folder else { continue }
      try output.open(path, .folder).synchronise()
    }
  }

  private static let fewFolders = 16

  private func move(_ address: String, from staging: Descriptor, to output: Descriptor) throws(FileFailure) {
    // What is no longer staged was moved before the last command ended.
    guard try staging.status(of: address) != nil,
      let (folder, name) = try output.descend(to: address, making: true),
      renameat(staging.number, address, folder.number, name) != 0
    else { return }
    guard errno == EXDEV else { throw .system("written", folder.shown(name)) }
    try copy(address, from: staging, to: folder, name)
  }

  /// The output is another file system than its parent (a mounted folder).
  private func copy(
    _ address: String, from staging: Descriptor, to folder: Descriptor, _ name: String
  ) throws(FileFailure) {
    let original = try staging.open(address, .read)
    try folder.replaceFile(name) { draft throws(FileFailure) in try draft.write(restOf: original) }
    try staging.removeFile(address)
  }
}

extension OutputFolder {
  func staging() throws(FileFailure) -> Descriptor? {
    guard try parent.status(of: stagingName) != nil else { return nil }
    return try parent.open(stagingName, .folder)
  }
}

extension Descriptor {
  /// The folder of a path below this one, reached through real folders only, with the path's last name.
  ///
  /// Folders on the way are made where `making` says so; without it, nil stands for a way that is not there.
  func descend(to path: String, making: Bool) throws(FileFailure) -> (folder: Descriptor, name: String)? {
    var parts = pathParts(path)
    guard let name = parts.popLast() else { return nil }
    var folder = self
    for part in parts {
      if making { try folder.makeFolder(part) }
      guard try folder.status(of: part)?.kind == .folder else { return nil }
      folder = try folder.open(part, .folder)
    }
    return (folder, name)
  }
}

extension PackedReader {
  fileprivate mutating func addresses() throws(DamagedNote) -> [String] {
    let addresses = try items { (reader) throws(DamagedNote) in try reader.text() }
    guard addresses.allSatisfy(isSafe(address:)) else { throw DamagedNote() }
    return addresses
  }
}
