import Glibc
import PackhorseCore

/// What lies in an output folder: which files of ours are as they were written, and what Packhorse did not put there.
struct OutputSurvey: Sendable {
  /// The addresses of files that are ours and are gone, or lie there otherwise than they were written.
  private(set) var differing: Set<String> = []
  /// Foreign files; paths in the output are as the system keeps them, ending in a zero byte.
  private var files: [(path: [CChar], identity: FileStatus.Identity?)] = []
  /// Files of ours that a killed command had begun to write.
  private(set) var drafts: [String] = []
  /// Folders that hold foreign files, or nothing; the outer before the inner.
  private var folders: [(path: [CChar], permissions: UInt32)] = []

  var count: Int { files.count }

  /// Looks through the output; nil is an output that is not there yet.
  init(in output: Descriptor?, ours: [String: Manifest.File]) throws(FileFailure) {
    var walk = Walk(ours: ours)
    if let output { _ = try survey(output, prefix: [], &walk, depth: 0) }
    if walk.seen.count < ours.count { differing.formUnion(Set(ours.keys).subtracting(walk.seen)) }
    folders.sort { $0.path.count < $1.path.count }
  }

  /// What is known on the way through an output.
  private struct Walk {
    let ours: [String: Manifest.File]
    /// Files of ours that were met.
    var seen: [String] = []
    /// The folders in which files of ours were to be; most outputs are looked through without asking.
    private(set) lazy var ourFolders = allFolders(above: ours.keys)

    init(ours: [String: Manifest.File]) {
      self.ours = ours
      seen.reserveCapacity(ours.count)
    }
  }

  /// True where something foreign was found in or below the folder; `prefix` is its path with a slash at the end.
  private mutating func survey(
    _ folder: Descriptor, prefix: [CChar], _ walk: inout Walk, depth: Int
  ) throws(FileFailure) -> Bool {
    guard depth < Descriptor.deepest else { throw .tooDeep(folder.path) }
    var isForeign = false
    for entry in try folder.entries() {
      let address = shown(prefix, entry.name)
      if try folder.kind(of: entry) == .folder {
        let inner = try folder.open(entry.name, .folder)
        let seen = walk.seen.count
        let below = prefix + entry.name.dropLast() + [CChar(bitPattern: UInt8(ascii: "/"))]
        let hasForeign = try survey(inner, prefix: below, &walk, depth: depth + 1)
        guard hasForeign || walk.seen.count == seen && !walk.ourFolders.contains(address) else { continue }
        folders.append((prefix + entry.name, try inner.status().permissions))
      } else if let file = walk.ours[address] {
        guard let status = try folder.status(of: entry.name), status.kind == .file else { continue }
        walk.seen.append(address)
        if status.outputState != file.state { differing.insert(address) }
        continue
      } else if let target = draftTarget(address), walk.ours[target] != nil {
        drafts.append(address)
        continue
      } else {
        files.append((prefix + entry.name, try folder.status(of: entry.name)?.identity))
      }
      isForeign = true
    }
    return isForeign
  }

  /// Fails where the site would write over a foreign file, or would need a folder where one lies.
  func refuseConflicts(with change: OutputChange, in output: OutputFolder) throws(FileFailure) {
    if files.isEmpty, folders.isEmpty { return }
    let addresses = change.addresses
    let ourFolders = allFolders(above: addresses)
    let taken =
      files.map { shown($0.path) }.filter { addresses.contains($0) || ourFolders.contains($0) }
      + folders.map { shown($0.path) }.filter { addresses.contains($0) }
    guard let first = taken.min() else { return }
    throw .notOurs(output.path + "/" + first, others: taken.count - 1)
  }

  /// Hard-links the foreign files into another folder and returns the first refusal.
  ///
  /// What is there already is left alone.
  func link(from old: Descriptor, into new: Descriptor) -> SystemError? {
    for folder in folders where mkdirat(new.number, folder.path, folder.permissions) != 0 && errno != EEXIST {
      return SystemError()
    }
    for (path, _) in files where linkat(old.number, path, new.number, path, 0) != 0 && errno != EEXIST {
      return SystemError()
    }
    return nil
  }

  /// Brings over the foreign files that came into a replaced folder, or were put in the place of others there, after
  /// those of an earlier survey were linked.
  func save(from old: Descriptor, into new: Descriptor, after earlier: OutputSurvey?) throws(FileFailure) {
    if let refusal = link(from: old, into: new) { throw .system("kept", old.path, refusal) }
    guard let earlier else { return }
    let linked = Dictionary(
      earlier.files.map { ($0.path, $0.identity) }, uniquingKeysWith: { first, _ in first })
    for (path, identity) in files {
      // Whatever has been changed in the new folder since is newer still.
      guard let linked = linked[path], identity != linked,
        try new.status(of: path)?.identity == linked,
        renameat(old.number, path, new.number, path) != 0
      else { continue }
      throw .system("kept", old.shown(path))
    }
  }
}

/// The path that a draft was to have, in the same folder.
private func draftTarget(_ path: String) -> String? {
  var parts = pathParts(path)
  guard let target = parts.popLast().flatMap(Draft.target(of:)) else { return nil }
  return (parts + [target]).joined(separator: "/")
}

/// A path that ends in a zero byte, as near to text as can be.
private func shown(_ path: [CChar]) -> String { shown([], path) }

/// The same of a name in a folder, whose path ends in a slash.
private func shown(_ folder: [CChar], _ name: [CChar]) -> String {
  String(unsafeUninitializedCapacity: folder.count + name.count) { room in
    let room = UnsafeMutableRawBufferPointer(room)
    folder.withUnsafeBytes { room.copyMemory(from: $0) }
    name.withUnsafeBytes {
      UnsafeMutableRawBufferPointer(rebasing: room[folder.count...]).copyMemory(from: $0)
    }
    return folder.count + name.count - 1
  }
}

extension FileFailure {
  fileprivate static func notOurs(_ path: String, others: Int) -> FileFailure {
    FileFailure(
      id: "output-not-ours", act: "written", path: path,
      reason: "a file that Packhorse did not make is there"
        + (others > 0 ? ", and \(others) more like it" : ""),
      advice: "move it away, empty the folder, or choose another folder with --output")
  }
}
