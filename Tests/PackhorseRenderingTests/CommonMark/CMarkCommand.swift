import Foundation

/// The `cmark` command, run once for each of many documents by one shell.
enum CMarkCommand {
  struct Failure: Error, CustomStringConvertible {
    var description: String
  }

  /// What the command prints for each document.
  static func html(_ documents: [[UInt8]], unsafe: Bool) throws -> [[UInt8]] {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent(
      "commonmark-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    for (index, document) in documents.enumerated() {
      try Data(document).write(to: folder.appendingPathComponent("\(index).md"))
    }
    try run(in: folder, unsafe: unsafe)
    return try documents.indices.map {
      [UInt8](try Data(contentsOf: folder.appendingPathComponent("\($0).html")))
    }
  }

  private static func run(in folder: URL, unsafe: Bool) throws {
    let shell = Process()
    shell.executableURL = URL(fileURLWithPath: "/bin/sh")
    shell.currentDirectoryURL = folder
    shell.arguments = [
      "-c",
      "command -v cmark >/dev/null || exit 3; for f in *.md; do cmark \(unsafe ? "--unsafe" : "--safe") $f >${f%.md}.html || exit 4; done",
    ]
    try shell.run()
    shell.waitUntilExit()
    switch shell.terminationStatus {
    case 0: return
    case 3:
      throw Failure(description: "The command `cmark` is missing; these tests compare with it (apt: cmark).")
    default: throw Failure(description: "The command `cmark` failed.")
    }
  }
}
