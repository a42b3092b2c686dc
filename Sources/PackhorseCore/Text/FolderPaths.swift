/// The folders that a path lies in, the outermost first: `a/b/c.html` gives `a` and `a/b`.
///
/// Paths are taken apart byte by byte: to a String, a slash with an accent on it is not a slash.
package func foldersAbove(_ path: String) -> [String] {
  path.utf8.indices.filter { path.utf8[$0] == UInt8(ascii: "/") }.map { String(path[..<$0]) }
}

/// The folders that any of the paths lies in.
///
/// Paths in order share their folder with the one before, which is looked at once.
package func allFolders(above paths: some Sequence<String>) -> Set<String> {
  var found: Set<String> = []
  var last = Substring().utf8
  for path in paths {
    guard let end = path.utf8.lastIndex(of: UInt8(ascii: "/")) else { continue }
    let folder = path.utf8[..<end]
    if folder.elementsEqual(last) { continue }
    last = folder
    if !found.contains(String(Substring(folder))) { found.formUnion(foldersAbove(path)) }
  }
  return found
}
