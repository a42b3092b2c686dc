import PackhorseCore

/// The form of what Packhorse writes for itself: a line that names the kind, the packed values, and their digest.
enum Note {
  static func sealed(_ kind: String, _ packed: [UInt8]) -> [UInt8] {
    seal(kind, [packed]) + packed
  }

  /// What stands before packed values that are written piece by piece.
  static func seal(_ kind: String, _ pieces: [[UInt8]]) -> [UInt8] {
    var writer = PackedWriter()
    writer.write(Digest(of: pieces))
    return Array(heading(kind).utf8) + writer.bytes
  }

  /// The packed values; throws where the bytes are of another kind or were changed.
  static func opened(_ kind: String, _ bytes: [UInt8]) throws(DamagedNote) -> ArraySlice<UInt8> {
    let heading = heading(kind)
    guard bytes.starts(with: heading.utf8) else { throw DamagedNote() }
    var reader = PackedReader(bytes.dropFirst(heading.utf8.count))
    let digest = try reader.digest()
    guard Digest(of: reader.rest) == digest else { throw DamagedNote() }
    return reader.rest
  }

  private static func heading(_ kind: String) -> String { "packhorse \(kind) 1\n" }
}
