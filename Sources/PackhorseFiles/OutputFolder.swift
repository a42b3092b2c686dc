import Glibc

/// The folder that a site is written to, known by its parent and its name there: it is exchanged as a whole.
struct OutputFolder: Sendable {
  let parent: Descriptor
  let name: String
  /// As the person named it.
  let path: String
  /// How the manifest names it: its path in the site folder, or the whole path of a folder elsewhere.
  let key: String

  /// Where a new site is put together: beside the folder, so that a rename can exchange the two.
  var stagingName: String { ".\(name).packhorse-staging" }
  /// What the staging folder is called from just before the exchange on, so that after a kill nobody mistakes the
  /// replaced site for a half-made one: somebody's files may have come into it at the last moment.
  var replacedName: String { ".\(name).packhorse-replaced" }

  init(_ path: String, of site: SiteFolder) throws(FileFailure) {
    let (parent, name) = try OutputFolder.located(path)
    guard let siteRoot = site.folder.realPath, let parentPath = parent.realPath else {
      throw .unwritable(path, "where it lies cannot be told")
    }
    let site = pathParts(siteRoot)
    let whole = pathParts(parentPath) + [name]
    if site.starts(with: whole) { throw .badOutput(path, "the site itself lies there") }
    if whole.starts(with: site) {
      let top = whole[site.count]
      if top.utf8.first == UInt8(ascii: ".") || SitePart(rawValue: top) != nil {
        throw .badOutput(path, "'\(top)' holds what the site is made from")
      }
      key = whole.dropFirst(site.count).joined(separator: "/")
    } else {
      key = "/" + whole.joined(separator: "/")
    }
    switch try parent.status(of: name)?.kind {
    case nil, .folder: break
    case .link: throw .badOutput(path, "it is a link; name the folder that it leads to")
    case .file, .special: throw .unwritable(path, "it is a file, not a folder")
    }
    (self.parent, self.name, self.path) = (parent, name, path)
  }

  /// The folder itself, or nil before the first build.
  func opened() throws(FileFailure) -> Descriptor? {
    guard try parent.status(of: name) != nil else { return nil }
    return try parent.open(name, .folder)
  }

  private static func located(_ path: String) throws(FileFailure) -> (Descriptor, String) {
    var parts = pathParts(path)
    guard let name = parts.popLast(), name != ".", name != ".." else {
      guard let real = try Descriptor.folder(path.isEmpty ? "." : path).realPath, real != "/" else {
        throw .badOutput(path, "a site is never written there")
      }
      return try located(real)
    }
    let folder = (path.hasPrefix("/") ? "/" : "") + parts.joined(separator: "/")
    do throws(FileFailure) { return (try Descriptor.folder(folder.isEmpty ? "." : folder), name) } catch {
      throw .unwritable(path, "the folder it would lie in cannot be opened: \(error.reason)")
    }
  }
}

extension FileFailure {
  static func unwritable(_ path: String, _ reason: String) -> FileFailure {
    FileFailure(
      id: "unwritable-output", act: "written", path: path, reason: reason,
      advice: "free the place or allow writing there, or choose another folder with --output")
  }

  fileprivate static func badOutput(_ path: String, _ reason: String) -> FileFailure {
    FileFailure(
      id: "bad-output-folder", act: "the output folder", path: path, reason: reason,
      advice: "choose another folder with --output; 'public' beside content/ is the usual one")
  }
}
