import Glibc
import Synchronization

/// `.packhorse/` beside `content/`: what the build keeps for itself, never a part of an output.
final class NotesFolder: Sendable {
  static let name = ".packhorse"
  let folder: Descriptor
  /// The manifest once it was read; whoever writes one puts the new one here.
  let manifest = Mutex<Manifest?>(nil)

  /// Opens the folder, making it where it is not there yet.
  init(makingIn site: Descriptor) throws(FileFailure) {
    if try site.status(of: NotesFolder.name) == nil {
      try site.makeFolder(NotesFolder.name)
      try site.synchronise()
    }
    folder = try site.open(NotesFolder.name, .folder)
  }

  /// The folder if it is there, without making it.
  init?(in site: Descriptor) throws(FileFailure) {
    guard try site.status(of: NotesFolder.name) != nil else { return nil }
    folder = try site.open(NotesFolder.name, .folder)
  }

  /// A note's bytes, or nil where it was never written.
  func read(_ name: String) throws(FileFailure) -> [UInt8]? {
    guard try folder.status(of: name) != nil else { return nil }
    let file = try folder.open(name, .read)
    let status = try file.status()
    guard status.kind == .file, status.size <= NotesFolder.largest else { throw .notOurs(file.path) }
    return try file.readAll(size: status.size)
  }

  /// Replaces a note in one step; when this returns, the new one outlives a power cut.
  func replace(_ name: String, with bytes: [UInt8]) throws(FileFailure) {
    try folder.replaceFile(name, with: bytes)
    try folder.synchronise()
  }

  /// Gives a note another name, replacing what has it; when this returns, that outlives a power cut.
  func rename(_ name: String, to other: String) throws(FileFailure) {
    guard renameat(folder.number, name, folder.number, other) != 0 else { return try folder.synchronise() }
    guard errno == ENOENT else { throw .system("written", folder.shown(other)) }
  }

  func remove(_ name: String) throws(FileFailure) {
    try folder.removeFile(name)
    try folder.synchronise()
  }

  /// Removes what a killed command had begun to write here.
  func removeDrafts() throws(FileFailure) {
    for entry in try folder.entries() where Draft.target(of: entry.shown) != nil {
      try folder.removeFile(entry.name)
    }
  }

  static let largest = 1 << 30
}

extension FileFailure {
  /// A note of ours whose form is not ours.
  static func notOurs(_ path: String) -> FileFailure {
    FileFailure(
      id: "damaged-note", act: "read", path: path, reason: "it is not what Packhorse wrote there",
      advice: "delete it; if the next build names files that are not its own, empty the output folder")
  }
}
