import PackhorseCore

/// The folder of a site, open for as long as anything may still be read from it.
///
/// A file is read only if it really lies in this folder, wherever links seem to put it. What was opened is checked,
/// not the path that was asked for, so that a link exchanged meanwhile leads nowhere else.
final class SiteFolder: Sendable {
  let folder: Descriptor
  private let realPath: String

  init(at path: String) throws(FileFailure) {
    folder = try Descriptor.folder(path)
    guard let realPath = folder.realPath else {
      throw FileFailure(
        act: "read", path: "/proc", reason: "it is not mounted, and links cannot be checked without it")
    }
    self.realPath = realPath
  }

  /// Why a link is not followed.
  enum LinkProblem: Error, Hashable {
    case leavesSite, leadsToPrivate, leadsToHidden, changesExtension
    case refused(SystemError)
  }

  /// What a path of the site stands for once links are followed, still unread.
  func place(_ path: String) -> Result<Descriptor, LinkProblem> {
    switch folder.place(path) {
    case .failure(let error): return .failure(.refused(error))
    case .success(let place):
      if let problem = problem(path, leadingTo: place) { return .failure(problem) }
      return .success(place)
    }
  }

  /// The bytes of a file of the site.
  func wholeFile(_ path: String, atMost limit: Int) throws(FileFailure) -> [UInt8] {
    let file = try file(path)
    let size = try file.status().size
    let bytes = size > limit ? nil : try file.readAll(size: size, atMost: limit + 1)
    guard let bytes, bytes.count <= limit else {
      throw FileFailure(
        act: "read", path: path, reason: "it is larger than \(limit >> 20) MiB", advice: "make it smaller")
    }
    return bytes
  }

  /// Opens a file of the site for reading.
  ///
  /// Nearly every path holds no link and is opened in one step; one that does is looked into first.
  func file(_ path: String) throws(FileFailure) -> Descriptor {
    if case .success(let file) = folder.openedWithoutLinks(path) {
      guard try file.status().kind == .file else {
        throw FileFailure(act: "read", path: path, reason: "it is not a file")
      }
      return file
    }
    switch place(path) {
    case .failure(.refused(let error)): throw .system("read", path, error)
    case .failure: throw FileFailure(act: "read", path: path, reason: "its link leads where it may not")
    case .success(let place):
      guard try place.status().kind == .file else {
        throw FileFailure(act: "read", path: path, reason: "it is not a file")
      }
      switch place.reopenedForReading() {
      case .success(let descriptor): return descriptor
      case .failure(let error): throw .system("read", path, error)
      }
    }
  }

  private func problem(_ path: String, leadingTo place: Descriptor) -> LinkProblem? {
    guard let real = place.realPath else { return .leavesSite }
    let root = pathParts(realPath)
    let parts = pathParts(real)
    guard parts.starts(with: root) else { return .leavesSite }
    let inside = Array(parts.dropFirst(root.count))
    if inside == pathParts(path) { return nil }
    if inside.contains(where: { $0.utf8.first == UInt8(ascii: ".") }) { return .leadsToHidden }
    if inside.first == "private", pathParts(path).first != "private" { return .leadsToPrivate }
    let isFile = (try? place.status().kind) == .file
    return isFile && fileExtension(of: path) != fileExtension(of: real) ? .changesExtension : nil
  }
}
