import Glibc
package import PackhorseCore

/// Makes the folder of a new site with its files; one that is there already has to be empty.
///
/// Folders are put together out of sight and then take their places, `content/` last: nothing is a site before it is
/// whole. After a failure nothing is left of it, and nothing that somebody else put there is touched.
package func makeSite(_ files: [SourceFile], at path: String) throws(FileFailure) {
  var site = try NewSite(at: path)
  do throws(FileFailure) {
    try site.fill(with: files)
  } catch {
    site.takeBack()
    throw error
  }
}

private struct NewSite {
  private let path: String
  private let folder: Descriptor
  /// True where the folder was not there before.
  private let isOurs: Bool
  /// What stands in it by now, by name.
  private var placed: [String] = []
  private static let draft = ".packhorse-new"

  init(at path: String) throws(FileFailure) {
    self.path = path
    isOurs = mkdir(path, 0o755) == 0
    if !isOurs, errno != EEXIST { throw .unwritableFolder(path, SystemError().reason) }
    do throws(FileFailure) { folder = try Descriptor.folder(path) } catch {
      throw .unwritableFolder(path, error.reason)
    }
    let names = try folder.entries().map(\.shown).sorted()
    if let name = names.first { throw .notEmpty(path, name) }
  }

  mutating func fill(with files: [SourceFile]) throws(FileFailure) {
    try folder.makeFolder(Self.draft)
    let draft = try folder.open(Self.draft, .folder)
    let folders = Set(files.flatMap { foldersAbove($0.path) }).sorted()
    for name in folders { try draft.makeFolder(name) }
    for file in files {
      let isInside = !foldersAbove(file.path).isEmpty
      try (isInside ? draft : folder).open(file.path, .create).write(file.bytes)
      if !isInside { placed.append(file.path) }
    }
    let content = SitePart.content.rawValue
    for name in folders.filter({ foldersAbove($0).isEmpty && $0 != content }) + [content] {
      // A folder takes the place of nothing, or of an empty folder: the system refuses all else.
      guard renameat(draft.number, name, folder.number, name) == 0 else {
        throw .system("made", folder.shown(name))
      }
      placed.append(name)
    }
    try folder.removeTree(Self.draft)
  }

  func takeBack() {
    for name in placed + [Self.draft] { try? folder.removeTree(name) }
    if isOurs { rmdir(path) }
  }
}

extension FileFailure {
  fileprivate static func notEmpty(_ path: String, _ name: String) -> FileFailure {
    FileFailure(
      id: "folder-not-empty", act: "the folder of a new site", path: path,
      reason: "'\(name)' lies in it already",
      advice: "choose a name that is not taken, or an empty folder")
  }

  fileprivate static func unwritableFolder(_ path: String, _ reason: String) -> FileFailure {
    FileFailure(
      id: "unwritable-folder", act: "made", path: path, reason: reason,
      advice: "choose a place that is there and where you may write")
  }
}
