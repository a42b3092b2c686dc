import Glibc
import PackhorseCore

/// A folder beside the output in which new files are put together.
struct Staging: Sendable {
  let folder: Descriptor
  private let output: OutputFolder
  /// The site that is to be replaced; nil before the first build.
  private let old: Descriptor?
  /// The files there that are ours.
  private let ours: [String: Manifest.File]
  /// True where files that are not to change stay where they are; false where the folder becomes the whole site.
  private let holdsChangesOnly: Bool

  /// Makes the folder, empty, with the permissions of the output that it is to replace.
  init(for output: OutputFolder, ours: [String: Manifest.File], holdsChangesOnly: Bool) throws(FileFailure) {
    self.output = output
    self.ours = ours
    self.holdsChangesOnly = holdsChangesOnly
    old = try output.opened()
    do throws(FileFailure) {
      try output.parent.removeTree(output.stagingName)
      try output.parent.makeFolder(output.stagingName)
      folder = try output.parent.open(output.stagingName, .folder)
      if let old { try folder.setPermissions(old.status().permissions) }
    } catch {
      throw .unwritable(output.path, error.reason)
    }
  }

  /// Renders and writes the files of a change, each dropped as soon as it is on disk; gives what the site then holds.
  ///
  /// A failure leaves nothing behind.
  func fill(
    with change: OutputChange, from site: SiteFolder, jobs: Int, progress: @escaping WriteProgress
  ) async throws(FileFailure) -> StagedSite {
    do throws(FileFailure) {
      let known = change.found.known
      var staged =
        holdsChangesOnly
        ? StagedSite(standing: known, without: change.stale) : StagedSite(capacity: change.count)
      var rest = change.changed
      let linked = holdsChangesOnly ? [] : change.unchanged
      let folders = allFolders(above: (rest + linked).lazy.map(\.address.path)).sorted()
      for path in folders { try folder.makeFolder(path) }
      for file in linked {
        let address = file.address.path
        if keep(address) { staged.add(address, known[address], isStaged: true) } else { rest.append(file) }
      }
      try await place(rest, into: &staged, from: site, jobs: jobs, progress: progress)
      try progress(.written)
      if holdsChangesOnly {
        try synchronise(folders)
      } else {
        if let old { staged.holdsForeignFiles = change.found.survey.link(from: old, into: folder) == nil }
        try folder.synchroniseFileSystem()
      }
      try progress(.staged)
      return staged
    } catch {
      discard()
      throw error
    }
  }

  /// Puts the names of a few files on disk; their bytes are there already.
  private func synchronise(_ folders: [String]) throws(FileFailure) {
    for path in folders { try folder.open(path, .folder).synchronise() }
    try folder.synchronise()
    try output.parent.synchronise()
  }

  func discard() { try? output.parent.removeTree(output.stagingName) }

  private static let mostFilesPerTask = 16
  /// So many at least for each task, so that uneven files still fill every core.
  private static let leastBlocks = 32

  /// What came of a file: its state, and whether it lies in this folder or stayed in the output.
  private struct Placed: Sendable {
    var state: FileState
    var isStaged = true
  }

  private func place(
    _ files: [OutputFile], into staged: inout StagedSite, from site: SiteFolder, jobs: Int,
    progress: @escaping WriteProgress
  ) async throws(FileFailure) {
    let size = min(max(1, files.count / (max(1, jobs) * Staging.leastBlocks)), Staging.mostFilesPerTask)
    let blocks = stride(from: 0, to: files.count, by: size).map { files[$0..<min($0 + size, files.count)] }
    let outcome = await withTaskGroup(of: (Int, Result<[Placed], FileFailure>).self) { group in
      var next = 0
      func startNext() {
        guard next < blocks.count else { return }
        // Those that take longest come last in a plan: what is made of all pages. Begun first they hold nobody up.
        let block = blocks.count - 1 - next
        group.addTask { (block, place(blocks[block], from: site)) }
        next += 1
      }
      for _ in 0..<max(1, jobs) { startNext() }
      var done = 0
      var failure: FileFailure?
      var placed: [(Int, [Placed])] = []
      for await (block, result) in group {
        done += blocks[block].count
        do throws(FileFailure) {
          placed.append((block, try result.get()))
          try progress(.rendered(done, of: files.count))
        } catch {
          failure = failure ?? error
        }
        if failure == nil { startNext() }
      }
      return (placed, failure)
    }
    if let failure = outcome.1 { throw failure }
    for (block, placed) in outcome.0 {
      for (file, placed) in zip(blocks[block], placed) {
        let written = Manifest.File(digest: file.digest, state: placed.state)
        staged.add(file.address.path, written, isStaged: placed.isStaged)
      }
    }
  }

  private func place(_ block: ArraySlice<OutputFile>, from site: SiteFolder) -> Result<[Placed], FileFailure>
  {
    do throws(FileFailure) {
      var placed: [Placed] = []
      for file in block {
        switch file.content {
        case .rendered(let render): placed.append(try write(rendered(render), to: file.address.path))
        case .copied(let source): placed.append(try copy(source, of: site, to: file.address.path))
        }
      }
      return .success(placed)
    } catch {
      return .failure(error)
    }
  }

  private func rendered(_ render: () throws -> [UInt8]) throws(FileFailure) -> [UInt8] {
    do { return try render() } catch let failure as FileFailure { throw failure } catch {
      guard let changed = error as? ChangedMeanwhile else { throw .unreadableTree(output.path) }
      throw .changedMeanwhile(changed.path)
    }
  }

  private func copy(_ source: String, of site: SiteFolder, to address: String) throws(FileFailure) -> Placed {
    if let before = before(address), try before.hasSameBytes(as: site.file(source)),
      let kept = try kept(before, at: address)
    {
      return kept
    }
    let file = try folder.open(address, .create)
    try file.write(restOf: site.file(source))
    return try finished(file)
  }

  private func write(_ bytes: [UInt8], to address: String) throws(FileFailure) -> Placed {
    if let before = before(address), try before.hasSameBytes(as: bytes),
      let kept = try kept(before, at: address)
    {
      return kept
    }
    let file = try folder.open(address, .create)
    try file.write(bytes)
    return try finished(file)
  }

  /// The whole file system is synchronised once where the folder holds a whole site.
  private func finished(_ file: Descriptor) throws(FileFailure) -> Placed {
    if holdsChangesOnly { try file.synchronise() } else { file.beginWritingOut() }
    return Placed(state: try file.status().outputState)
  }

  /// The file of the old site at an address, where it is ours.
  private func before(_ address: String) -> Descriptor? {
    guard let old, ours[address] != nil, case .success(let file) = old.opened(address, .read) else {
      return nil
    }
    return file
  }

  /// A file whose bytes do not change: it stays where it is, or is linked over if that can be done.
  private func kept(_ file: Descriptor, at address: String) throws(FileFailure) -> Placed? {
    guard holdsChangesOnly || keep(address) else { return nil }
    return Placed(state: try file.status().outputState, isStaged: !holdsChangesOnly)
  }

  /// Links an unchanged file over: cheaper than writing it, and its date stays for whoever copies the site on.
  private func keep(_ address: String) -> Bool {
    guard let old else { return false }
    return linkat(old.number, address, folder.number, address, 0) == 0
  }
}

/// What a site is going to hold, and which of it lies in the staging folder.
struct StagedSite: Sendable {
  private(set) var files: [String: Manifest.File] = [:]
  private(set) var staged: [String] = []
  /// True where the folder can be exchanged for the output because all foreign files are linked into it.
  var holdsForeignFiles = false

  init(capacity: Int) { files.reserveCapacity(capacity) }

  /// What stays in the output of what it held.
  init(standing files: [String: Manifest.File], without gone: [String]) {
    self.files = files
    for address in gone { self.files[address] = nil }
  }

  mutating func add(_ address: String, _ file: Manifest.File?, isStaged: Bool) {
    files[address] = file
    if isStaged { staged.append(address) }
  }
}

extension FileFailure {
  fileprivate static func unreadableTree(_ path: String) -> FileFailure {
    FileFailure(
      act: "rendered", path: path, reason: "what was kept of a page while the site was built was damaged",
      advice: "run the command again")
  }

  fileprivate static func changedMeanwhile(_ path: String) -> FileFailure {
    FileFailure(
      id: "changed-meanwhile", act: "rendered", path: path,
      reason: "the file was written to while the site was being built",
      advice: "run the command again")
  }
}
