import PackhorseCore

/// The form of a note that must not be lost: a line that names the kind, the packed values, and the digest of these.
enum Note {
  static func sealed(_ kind: String, _ packed: [UInt8]) -> [UInt8] {
    var note = heading(kind)
    // A large site's manifest is not copied once more on the way.
    note.reserveCapacity(note.count + packed.count + sealLength)
    note += packed
    note += seal(Digest(of: packed[...]))
    return note
  }

  /// The packed values; throws where the bytes are of another kind or were changed.
  static func opened(_ kind: String, _ bytes: [UInt8]) throws(DamagedNote) -> ArraySlice<UInt8> {
    guard bytes.starts(with: heading(kind)) else { throw DamagedNote() }
    let rest = bytes.dropFirst(heading(kind).count)
    let packed = rest.dropLast(sealLength)
    guard rest.count >= sealLength, rest.suffix(sealLength).elementsEqual(seal(Digest(of: packed))) else {
      throw DamagedNote()
    }
    return packed
  }

  static func heading(_ kind: String) -> [UInt8] { Array("packhorse \(kind) 1\n".utf8) }

  private static func seal(_ digest: Digest) -> [UInt8] {
    [digest.low, digest.high].flatMap { word in
      (0..<8).map { UInt8(truncatingIfNeeded: word >> ($0 * 8)) }
    }
  }

  private static let sealLength = 16
}
