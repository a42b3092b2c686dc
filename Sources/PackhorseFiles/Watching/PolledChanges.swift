/// Looks at every file's size, times and identity again and again: for file systems that give no notice.
struct PolledChanges: ChangeSource {
  private let site: SiteFolder
  private let stop: Descriptor
  private var before: [String: FileStatus]

  /// A look at some thousand files takes a few milliseconds.
  private static let interval = 500

  /// `stop` can be read once nobody listens any more.
  init(site: SiteFolder, stop: Descriptor) {
    (self.site, self.stop) = (site, stop)
    before = PolledChanges.look(at: site)
  }

  mutating func wait(milliseconds: Int?) -> ChangeWait {
    if readable([stop], milliseconds: milliseconds ?? PolledChanges.interval) == [true] { return .stopped }
    let now = PolledChanges.look(at: site)
    defer { before = now }
    return now == before ? .quiet : .changed
  }

  func renew() {}

  private static func look(at site: SiteFolder) -> [String: FileStatus] {
    var found: [String: FileStatus] = [:]
    try? SiteSurvey.run(site) { path, find throws(FileFailure) in
      switch find {
      case .folder: break
      case .file(let folder, let name): found[path] = try folder.status(of: name)
      case .linkedFile(let place): found[path] = try place.status()
      }
    }
    return found
  }
}
