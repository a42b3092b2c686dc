/// A walk over what a build reads, without reading it, the way `SiteReading` goes.
///
/// What cannot be opened is passed over: the build says what is wrong with it.
struct SiteSurvey {
  enum Find {
    /// Told before what is in it.
    case folder(Descriptor)
    case file(in: Descriptor, name: String)
    /// A file that a link leads to.
    case linkedFile(Descriptor)
  }

  typealias Visit = (_ path: String, Find) throws(FileFailure) -> Void

  private let site: SiteFolder
  private let visit: Visit
  private var chain: [FileStatus.Identity] = []
  private var linksLeft = SiteReading.mostFolderLinks

  /// Visits every folder and file of a site that `isWatched` holds for.
  static func run(_ site: SiteFolder, visit: Visit) throws(FileFailure) {
    try withoutActuallyEscaping(visit) { visit throws(FileFailure) in
      var survey = SiteSurvey(site: site, visit: visit)
      try survey.run()
    }
  }

  private init(site: SiteFolder, visit: @escaping Visit) {
    (self.site, self.visit) = (site, visit)
  }

  private mutating func run() throws(FileFailure) {
    for part in SitePart.allCases {
      guard let kind = (try? site.folder.status(of: part.rawValue))?.kind else { continue }
      try look(at: part.rawValue, path: part.rawValue, kind: kind, in: site.folder, part)
    }
    guard case .success(let notes) = site.folder.opened(NotesFolder.name, .folder) else { return }
    try visit(NotesFolder.name, .folder(notes))
    guard (try? notes.status(of: WithdrawnStories.name)) != nil else { return }
    try visit(NotesFolder.name + "/" + WithdrawnStories.name, .file(in: notes, name: WithdrawnStories.name))
  }

  private mutating func look(
    at name: String, path: String, kind: FileStatus.Kind, in folder: Descriptor, _ part: SitePart
  ) throws(FileFailure) {
    switch kind {
    case .folder:
      guard case .success(let opened) = folder.opened(name, .folder) else { return }
      try enter(opened, path: path, part)
    case .file:
      if isWatched(path) { try visit(path, .file(in: folder, name: name)) }
    case .link:
      try follow(path, part)
    case .special:
      break
    }
  }

  private mutating func enter(_ folder: Descriptor, path: String, _ part: SitePart) throws(FileFailure) {
    guard part.isReadDeep || path == part.rawValue, chain.count < SiteReading.deepestFolder,
      let identity = try? folder.status().identity, !chain.contains(identity)
    else { return }
    chain.append(identity)
    defer { chain.removeLast() }
    try visit(path, .folder(folder))
    for entry in (try? folder.entries()) ?? [] {
      guard let name = entry.text, !isPassedOver(name: name),
        let kind = try? folder.kind(of: entry)
      else { continue }
      try look(at: name, path: path + "/" + name, kind: kind, in: folder, part)
    }
  }

  private mutating func follow(_ path: String, _ part: SitePart) throws(FileFailure) {
    guard case .success(let place) = site.place(path) else { return }
    switch try? place.status().kind {
    case .file:
      if isWatched(path) { try visit(path, .linkedFile(place)) }
    case .folder:
      guard linksLeft > 0, case .success(let folder) = place.reopenedForReading() else { return }
      linksLeft -= 1
      try enter(folder, path: path, part)
    default:
      break
    }
  }
}
