import CFolderExchange
import Glibc

/// A staged site about to take the place of the old one.
struct SiteChange {
  let staging: Descriptor
  let site: StagedSite
  let change: OutputChange
  let progress: WriteProgress

  private var folder: OutputFolder { change.found.folder }
  private var notes: NotesFolder { change.found.notes }

  func takeOver(by takeover: Takeover) throws(FileFailure) {
    var manifest = try Manifest.read(from: notes)
    try manifest.announce(site.files, in: folder.key, to: notes)
    let old = try folder.opened()
    let isExchanged = takeover == .exchange ? try exchange(with: old) : false
    if !isExchanged { try journal.write(to: notes) }
    do throws(FileFailure) {
      try progress(isExchanged ? .exchanged : .journalled)
      if isExchanged {
        try tidy()
      } else {
        try journal.replay(in: folder, notes: notes, progress: progress)
      }
      try progress(.completed)
    } catch {
      throw .interrupted(folder.path, by: error)
    }
  }

  private var journal: Journal {
    Journal(output: folder.key, moved: site.staged.sorted(), stale: change.stale)
  }

  /// False where the file system refuses what this takes: hard links for foreign files, or exchanging two names.
  private func exchange(with old: Descriptor?) throws(FileFailure) -> Bool {
    guard old != nil else {
      try rename(folder.stagingName, to: folder.name)
      return true
    }
    guard site.holdsForeignFiles else { return false }
    try rename(folder.stagingName, to: folder.replacedName)
    let code = packhorse_exchange(folder.parent.number, folder.replacedName, folder.name)
    guard code != 0 else { return true }
    try rename(folder.replacedName, to: folder.stagingName)
    try folder.parent.synchronise()
    switch code {
    case ENOSYS, EINVAL, ENOTSUP, EXDEV, EBUSY: return false
    default: throw .unwritable(folder.path, SystemError(code).reason)
    }
  }

  private func rename(_ name: String, to other: String) throws(FileFailure) {
    guard renameat(folder.parent.number, name, folder.parent.number, other) == 0 else {
      throw .unwritable(folder.path, SystemError().reason)
    }
  }

  /// Removes the old site and settles what was announced, once the new one is sure to be there after a power cut.
  private func tidy() throws(FileFailure) {
    try folder.parent.synchronise()
    try folder.removeReplaced(ours: change.found.known, foreign: change.found.survey)
    try Manifest.settle(in: notes)
  }
}
