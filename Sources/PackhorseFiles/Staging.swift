import Glibc
import PackhorseCore

/// A folder beside the output in which a new site is put together.
struct Staging: Sendable {
  let folder: Descriptor
  private let output: OutputFolder
  /// The site that is to be replaced; nil before the first build.
  private let old: Descriptor?
  /// The files there that are ours.
  private let ours: Set<String>

  /// Makes the folder, empty, with the permissions of the output that it is to replace.
  init(for output: OutputFolder, ours: Set<String>) throws(FileFailure) {
    self.output = output
    self.ours = ours
    old = try output.opened()
    do throws(FileFailure) {
      try output.parent.removeTree(output.stagingName)
      try output.parent.makeFolder(output.stagingName)
      folder = try output.parent.open(output.stagingName, .folder)
      if let old { fchmod(folder.number, mode_t(try old.status().permissions)) }
    } catch {
      throw .unwritable(output.path, error.reason)
    }
  }

  /// Renders and writes every file, each dropped as soon as it is on disk.
  ///
  /// A failure leaves nothing behind.
  func filled(
    with plan: OutputPlan, from site: SiteFolder, jobs: Int, progress: @escaping WriteProgress
  ) async throws(FileFailure) -> Staging {
    do throws(FileFailure) {
      for path in Set(plan.files.flatMap { foldersAbove($0.address.path) }).sorted() {
        try folder.makeFolder(path)
      }
      if let failure = await writeAll(plan.files, from: site, jobs: jobs, progress: progress) {
        throw failure
      }
      try folder.synchroniseFileSystem()
      try progress(.staged)
    } catch {
      try? output.parent.removeTree(output.stagingName)
      throw error
    }
    return self
  }

  private static let filesPerTask = 16

  private func writeAll(
    _ files: [OutputFile], from site: SiteFolder, jobs: Int, progress: @escaping WriteProgress
  ) async -> FileFailure? {
    await withTaskGroup(of: (Int, FileFailure?).self) { group in
      var rest = files[...]
      func startNext() {
        let block = rest.prefix(Staging.filesPerTask)
        rest = rest.dropFirst(Staging.filesPerTask)
        guard !block.isEmpty else { return }
        group.addTask { (block.count, write(block, from: site)) }
      }
      for _ in 0..<max(1, jobs) { startNext() }
      var done = 0
      var failure: FileFailure?
      for await (count, refusal) in group {
        done += count
        failure = failure ?? refusal
        do throws(FileFailure) { try progress(.rendered(done, of: files.count)) } catch {
          failure = failure ?? error
        }
        if failure == nil { startNext() }
      }
      return failure
    }
  }

  private func write(_ block: ArraySlice<OutputFile>, from site: SiteFolder) -> FileFailure? {
    do throws(FileFailure) {
      for file in block {
        switch file.content {
        case .rendered(let render): try write(render(), to: file.address.path)
        case .copied(let source): try copy(source, of: site, to: file.address.path)
        }
      }
      return nil
    } catch {
      return error
    }
  }

  private func copy(_ source: String, of site: SiteFolder, to address: String) throws(FileFailure) {
    if let before = before(address), try before.hasSameBytes(as: site.file(source)), keep(address) { return }
    try folder.open(address, .create).write(restOf: site.file(source))
  }

  private func write(_ bytes: [UInt8], to address: String) throws(FileFailure) {
    if let before = before(address), try before.hasSameBytes(as: bytes), keep(address) { return }
    try folder.open(address, .create).write(bytes)
  }

  /// The file of the old site at an address, where it is ours.
  private func before(_ address: String) -> Descriptor? {
    guard let old, ours.contains(address), case .success(let file) = old.opened(address, .read) else {
      return nil
    }
    return file
  }

  /// Links an unchanged file over: cheaper than writing it, and its date stays for whoever copies the site on.
  private func keep(_ address: String) -> Bool {
    guard let old else { return false }
    return linkat(old.number, address, folder.number, address, 0) == 0
  }
}
