import PackhorseCore
import Synchronization

/// Which files of each output folder are ours, and what each was made from: `.packhorse/manifest`.
///
/// A digest in it covers settings, pages and published figures, never an exact count: a digest of a small table would
/// give the table away.
struct Manifest: Sendable {
  /// A file as it was written.
  struct File: Sendable, Equatable {
    /// Of everything that its bytes depend on.
    var digest: Digest?
    var state: FileState?
  }

  /// Files by address by output folder, as `OutputFolder.key` names it.
  private var outputs: [String: [String: File]] = [:]

  private static let name = "manifest"
  private static let nextName = "manifest-next"

  /// The manifest, together with the next one where a command was killed before it took its place.
  static func read(from notes: NotesFolder) throws(FileFailure) -> Manifest {
    if let known = notes.manifest.withLock({ $0 }) { return known }
    var manifest = try read(name, from: notes)
    for (key, files) in try read(nextName, from: notes).outputs {
      manifest.outputs[key, default: [:]].merge(files) { _, next in next }
    }
    let read = manifest
    notes.manifest.withLock { $0 = read }
    return read
  }

  var keys: [String] { outputs.keys.sorted() }

  /// The files that are ours in an output folder, by address; nil where none was ever written.
  func files(in key: String) -> [String: File]? { outputs[key] }

  func addresses(in key: String) -> Set<String>? { outputs[key].map { Set($0.keys) } }

  /// Puts down what an output folder is about to hold.
  ///
  /// Until `settle` it counts together with what the folder held before: whichever of the two a kill leaves, its files
  /// are known to be ours.
  mutating func announce(
    _ files: [String: File], in key: String, to notes: NotesFolder
  ) throws(FileFailure) {
    outputs[key] = files
    notes.manifest.withLock { $0 = nil }
    try notes.replace(Manifest.nextName, with: Note.sealed(Manifest.name, packed))
  }

  /// Makes what was announced the manifest; nothing happens where nothing was.
  static func settle(in notes: NotesFolder) throws(FileFailure) {
    try notes.rename(nextName, to: name)
    notes.manifest.withLock { $0 = nil }
  }

  private static func read(_ name: String, from notes: NotesFolder) throws(FileFailure) -> Manifest {
    guard let bytes = try notes.read(name) else { return Manifest() }
    do throws(DamagedNote) {
      return try Manifest(packed: Note.opened(Manifest.name, bytes))
    } catch {
      throw .notOurs(notes.folder.shown(name))
    }
  }
}

extension Manifest {
  private var packed: [UInt8] {
    var writer = PackedWriter()
    writer.write(Maker.current)
    writer.write(keys) { writer, key in
      writer.write(key)
      let files = outputs[key, default: [:]]
      writer.write(files.count)
      for (address, file) in files {
        writer.write(address)
        writer.write(file.digest)
        writer.write(file.state)
      }
    }
    return writer.bytes
  }

  /// Digests by another Packhorse are left out: it may have made other bytes from the same sources.
  private init(packed: ArraySlice<UInt8>) throws(DamagedNote) {
    var reader = PackedReader(packed)
    let isOwn = try reader.digest() == Maker.current
    let outputs = try reader.items { (reader) throws(DamagedNote) in
      let key = try reader.text()
      let count = try reader.count()
      var files = [String: File](minimumCapacity: count)
      for _ in 0..<count {
        let address = try reader.text()
        guard isSafe(address: address) else { throw DamagedNote() }
        let digest = try reader.optionalDigest()
        let state = try reader.optionalState()
        files[address] = File(digest: isOwn ? digest : nil, state: state)
      }
      return (key, files)
    }
    self.outputs = Dictionary(outputs, uniquingKeysWith: { first, _ in first })
  }
}

/// The program that is running.
enum Maker {
  /// Its file's state: another build of Packhorse may read, parse and render differently.
  static let current: Digest = {
    var builder = DigestBuilder()
    if let file = try? Descriptor.file("/proc/self/exe"), let status = try? file.status() {
      for number in [status.size, status.modified] { builder.add(number) }
      builder.add(Int(bitPattern: status.identity.number))
    }
    return builder.digest
  }()
}
