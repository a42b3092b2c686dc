/// Whether a picture has to be looked into before it is copied: its `bytes` are read for these kinds alone.
package func isLookedInto(path: String) -> Bool {
  ["svg", "jpg", "jpeg", "png", "webp"].contains(fileExtension(of: path))
}

/// The part of a file's name after its last dot, in lower case; empty where there is none.
package func fileExtension(of path: String) -> String {
  let slash = UInt8(ascii: "/")
  var path = path
  // Asked for each file of a large site: the bytes are looked through where they lie.
  return path.withUTF8 { bytes in
    guard let last = bytes.lastIndex(where: { $0 != slash }) else { return "" }
    let whole = bytes[...last]
    let start = whole.lastIndex(of: slash).map { $0 + 1 } ?? 0
    guard let dot = whole[start...].lastIndex(of: UInt8(ascii: ".")), dot != start else { return "" }
    return String(decoding: whole[(dot + 1)...], as: UTF8.self).lowercased()
  }
}

/// What stands against copying a picture as it is: script and outside references in an SVG (`unsafe-svg`), and a
/// position or a person's name in a photograph's metadata (`image-metadata`).
///
/// A photograph's kind is told by its first bytes, so that a wrong extension hides nothing.
package func assetProblems(path: String, bytes: [UInt8]) -> [Diagnostic] {
  if fileExtension(of: path) == "svg" {
    var scan = SVGScan(path: path, bytes: bytes)
    return scan.problems()
  }
  let found = PictureMetadata(picture: bytes)
  return (found.hasPosition ? [.position(in: path)] : []) + (found.hasName ? [.name(in: path)] : [])
}

extension Diagnostic {
  fileprivate static func position(in path: String) -> Diagnostic {
    Diagnostic(
      .error, "image-metadata", "Position recorded inside picture '\(path)'", at: .file(path),
      because: "Whoever downloads the picture can read where it was taken, which may be somebody's home.",
      suggestion: "save a copy without metadata ('exiftool -all= FILE', or an editor's export for the web)")
  }

  fileprivate static func name(in path: String) -> Diagnostic {
    Diagnostic(
      .warning, "image-metadata", "Name of author, owner or rights holder recorded inside picture '\(path)'",
      at: .file(path), because: "Whoever downloads the picture can read it.",
      suggestion:
        "save a copy without metadata, or give the credit in the page's text where a licence asks for it")
  }
}
