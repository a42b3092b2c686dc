import FoundationEssentials

/// Which files of each output folder are ours: `.packhorse/manifest.json`.
///
/// It lists addresses and nothing else: a digest of a small table would give the table away.
struct Manifest: Codable {
  private var format = 1
  /// Addresses by output folder, as `OutputFolder.key` names it.
  private var outputs: [String: [String]] = [:]

  private static let name = "manifest.json"

  static func read(from notes: NotesFolder) throws(FileFailure) -> Manifest {
    guard let bytes = try notes.read(name) else { return Manifest() }
    guard let manifest = try? JSONDecoder().decode(Manifest.self, from: Data(bytes)), manifest.format == 1
    else {
      throw .notOurs(notes.folder.shown(name))
    }
    return manifest
  }

  var keys: [String] { outputs.keys.sorted() }

  /// The files that are ours in an output folder; nil where none was ever written.
  func addresses(in key: String) -> Set<String>? { outputs[key].map(Set.init) }

  /// Records the files of an output folder.
  mutating func record(_ addresses: Set<String>, in key: String, to notes: NotesFolder) throws(FileFailure) {
    outputs[key] = addresses.sorted()
    try notes.replace(Manifest.name, with: encodedJSON(self, for: notes.folder.shown(Manifest.name)))
  }
}

/// A note as JSON with its keys in order.
func encodedJSON(_ value: some Encodable, for path: String) throws(FileFailure) -> [UInt8] {
  let encoder = JSONEncoder()
  encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes, .prettyPrinted]
  guard let data = try? encoder.encode(value) else { throw .notOurs(path) }
  return Array(data)
}
