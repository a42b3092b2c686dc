package import PackhorseCore

/// Reads every file of a site that was built, in the order of their paths.
///
/// Pictures and other files that are no text come with their names alone. Links, special files and names that begin with a dot are no part of a site.
package func readOutput(at path: String) throws(FileFailure) -> [BuiltFile] {
  var files: [BuiltFile] = []
  try collect(try Descriptor.folder(path), prefix: "", depth: 0, into: &files)
  return files.sorted { $0.path < $1.path }
}

private let textNames = [".html", ".xml", ".json", ".js", ".csv", ".txt", ".svg", ".ics"]

private func collect(
  _ folder: Descriptor, prefix: String, depth: Int, into files: inout [BuiltFile]
) throws(FileFailure) {
  guard depth < Descriptor.deepest else { throw .tooDeep(folder.path) }
  for entry in try folder.entries() where !entry.shown.hasPrefix(".") {
    let path = prefix + entry.shown
    switch try folder.kind(of: entry) {
    case .folder:
      try collect(
        try folder.open(entry.name, .folder), prefix: path + "/", depth: depth + 1, into: &files)
    case .file:
      guard textNames.contains(where: path.hasSuffix) else {
        files.append(BuiltFile(path: path, bytes: []))
        continue
      }
      let file = try folder.open(entry.name, .read)
      let size = try file.status().size
      guard size <= largestTextFile else { throw .tooLarge(file.path) }
      files.append(BuiltFile(path: path, bytes: try file.readAll(size: size, atMost: largestTextFile)))
    case .link, .special, nil: continue
    }
  }
}
