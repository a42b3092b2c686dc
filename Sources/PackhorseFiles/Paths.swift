// Paths are taken apart byte by byte: to a String, a slash with an accent on it is not a slash.

/// The names of a path, empty ones left out.
func pathParts(_ path: String) -> [String] {
  path.utf8.split(separator: UInt8(ascii: "/")).map { String(decoding: $0, as: UTF8.self) }
}

/// The folders that a path lies in, the outermost first: `a/b/c.html` gives `a` and `a/b`.
func foldersAbove(_ path: String) -> [String] {
  path.utf8.indices.filter { path.utf8[$0] == UInt8(ascii: "/") }.map { String(path[..<$0]) }
}

/// True for a relative path of plain names: no empty part, no `.` or `..`, no control character.
func isSafe(address: String) -> Bool {
  let parts = address.utf8.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
  let isPlain = parts.allSatisfy {
    !$0.isEmpty && !$0.elementsEqual(".".utf8) && !$0.elementsEqual("..".utf8)
  }
  return isPlain && !address.utf8.contains { $0 < 0x20 || $0 == 0x7F }
}
