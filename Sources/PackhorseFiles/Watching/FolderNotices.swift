import Glibc
import PackhorseCore

/// The system's notices of changes in the folders that a build reads (inotify).
struct FolderNotices: ChangeSource {
  private let site: SiteFolder
  private let stop: Descriptor
  private var queue: Descriptor
  private var watches: [Int32: Watched] = [:]
  /// True once folders or links came or went since the watches were set.
  private var isStale = false

  private enum Watched {
    case site
    case folder(String)
    case linkedFile
  }

  private enum Meaning {
    case newBytes
    /// A folder or a link may have come or gone: the watches are to be set anew.
    case newPlaces
  }

  /// `stop` can be read once nobody listens any more.
  init(site: SiteFolder, stop: Descriptor) throws(FileFailure) {
    (self.site, self.stop) = (site, stop)
    queue = try FolderNotices.openQueue()
    try setWatches()
  }

  mutating func wait(milliseconds: Int?) throws(FileFailure) -> ChangeWait {
    let ready = readable([queue, stop], milliseconds: milliseconds)
    if ready[1] { return .stopped }
    guard ready[0] else { return .quiet }
    let meanings = try FolderNotice.read(from: queue).compactMap(meaning)
    if meanings.contains(.newPlaces) { isStale = true }
    return meanings.isEmpty ? .quiet : .changed
  }

  /// Sets every watch anew where a folder or link came or went, on a queue of its own, and lets go of the old one.
  mutating func renew() throws(FileFailure) {
    guard isStale else { return }
    queue = try FolderNotices.openQueue()
    try setWatches()
    isStale = false
  }

  private mutating func setWatches() throws(FileFailure) {
    var found: [Int32: Watched] = [:]
    let queue = queue
    func watch(_ place: Descriptor, as watched: Watched) throws(FileFailure) {
      let watch = inotify_add_watch(queue.number, "/proc/self/fd/\(place.number)", FolderNotice.wanted)
      guard watch >= 0 else { throw .noNotice(place.path, SystemError()) }
      found[watch] = watched
    }
    try watch(site.folder, as: .site)
    try SiteSurvey.run(site) { path, find throws(FileFailure) in
      switch find {
      case .folder(let folder): try watch(folder, as: .folder(path))
      case .file: break
      case .linkedFile(let file): try watch(file, as: .linkedFile)
      }
    }
    watches = found
  }

  /// What a notice means for the site; nil where no build would read what it is about.
  private func meaning(of notice: FolderNotice) -> Meaning? {
    if notice.isOverflow { return .newPlaces }
    guard let watched = watches[notice.watch], !notice.isEndOfWatch else { return nil }
    switch watched {
    case .linkedFile: return notice.isWrite ? .newBytes : .newPlaces
    case .site:
      return SitePart(rawValue: notice.name) != nil || notice.name == NotesFolder.name ? .newPlaces : nil
    case .folder(let path):
      if notice.isAboutWatchedItself { return .newPlaces }
      let place = path + "/" + notice.name
      if notice.isAboutFolder { return isPassedOver(name: notice.name) ? nil : .newPlaces }
      if isWatched(place) {
        return (try? site.folder.status(of: place))?.kind == .link ? .newPlaces : .newBytes
      }
      // A name without an extension can be that of a link to a folder.
      let mayBeLink = fileExtension(of: notice.name).isEmpty && !isTemporary(name: notice.name, kind: "")
      return mayBeLink && path != NotesFolder.name ? .newPlaces : nil
    }
  }

  private static func openQueue() throws(FileFailure) -> Descriptor {
    let number = inotify_init1(Int32(IN_CLOEXEC) | Int32(IN_NONBLOCK))
    guard number >= 0 else { throw .noNotice("inotify", SystemError()) }
    return Descriptor(number: number, path: "inotify")
  }
}

extension FileFailure {
  fileprivate static func noNotice(_ path: String, _ error: SystemError) -> FileFailure {
    let reason =
      switch error.code {
      case ENOSPC: "more folders than the system watches (fs.inotify.max_user_watches)"
      case EMFILE: "more watchers than the system has (fs.inotify.max_user_instances)"
      default: error.reason
      }
    return FileFailure(act: "watched", path: path, reason: reason)
  }
}
