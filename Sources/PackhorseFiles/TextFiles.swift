import Glibc

/// The most bytes that a text may have.
let largestTextFile = 64 << 20

/// Writes a text over whatever a path holds.
package func writeText(_ text: String, to path: String) throws(FileFailure) {
  try Descriptor.overwriting(path).write(Array(text.utf8))
}

/// Reads a text from wherever it is: a file, a pipe, or standard input for `-`.
package func readText(at path: String) throws(FileFailure) -> [UInt8] {
  let file = try path == "-" ? Descriptor.standardInput() : Descriptor.file(path)
  let bytes = try file.readAll(size: 0, atMost: largestTextFile + 1)
  guard bytes.count <= largestTextFile else { throw .tooLarge(path) }
  return bytes
}

extension FileFailure {
  static func tooLarge(_ path: String) -> FileFailure {
    FileFailure(
      id: "file-too-large", act: "read", path: path, reason: "a text has at most \(largestTextFile >> 20) MiB"
    )
  }
}
