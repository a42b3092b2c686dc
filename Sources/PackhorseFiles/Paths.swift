// Paths are taken apart byte by byte: to a String, a slash with an accent on it is not a slash.

/// The names of a path, empty ones left out.
func pathParts(_ path: String) -> [String] {
  path.utf8.split(separator: UInt8(ascii: "/")).map { String(decoding: $0, as: UTF8.self) }
}

/// The last name of a path: all of a path that is one name.
func lastPart(of path: String) -> String {
  var path = path
  return path.withUTF8 { bytes in
    let start = bytes.lastIndex(of: UInt8(ascii: "/")).map { $0 + 1 } ?? 0
    return String(decoding: bytes[start...], as: UTF8.self)
  }
}

/// True for a relative path of plain names: no empty part, no `.` or `..`, no control character.
func isSafe(address: String) -> Bool {
  var address = address
  return address.withUTF8(isSafe)
}

private func isSafe(_ address: UnsafeBufferPointer<UInt8>) -> Bool {
  var length = 0
  var isOnlyDots = true
  for byte in address {
    if byte == UInt8(ascii: "/") {
      if length == 0 || (isOnlyDots && length <= 2) { return false }
      length = 0
      isOnlyDots = true
      continue
    }
    if byte < 0x20 || byte == 0x7F { return false }
    length += 1
    isOnlyDots = isOnlyDots && byte == UInt8(ascii: ".")
  }
  return length > 0 && !(isOnlyDots && length <= 2)
}
