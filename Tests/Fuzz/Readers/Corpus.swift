import Foundation

/// The inputs of a folder with their names, in the order of their names.
func inputs(in folder: URL) throws -> [(name: String, bytes: [UInt8])] {
  let files = try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
  return try files.sorted { $0.path < $1.path }.map {
    ($0.lastPathComponent, [UInt8](try Data(contentsOf: $0)))
  }
}
