import CFolderExchange
import Glibc

/// A staged site about to take the place of the old one.
struct SiteChange {
  let folder: OutputFolder
  let notes: NotesFolder
  let staging: Descriptor
  let site: StagedSite
  let change: OutputChange
  let progress: WriteProgress

  func takeOver(by takeover: Takeover) throws(FileFailure) {
    var manifest = try Manifest.read(from: notes)
    try manifest.announce(site.files, in: folder.key, to: notes)
    let old = try folder.opened()
    let isExchanged = takeover == .exchange ? try exchange(with: old) : false
    if !isExchanged { try journal.write(to: notes) }
    do throws(FileFailure) {
      try progress(isExchanged ? .exchanged : .journalled)
      if isExchanged {
        try tidy(old)
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
    guard let old else {
      guard renameat(folder.parent.number, folder.stagingName, folder.parent.number, folder.name) == 0 else {
        throw .unwritable(folder.path, SystemError().reason)
      }
      return true
    }
    guard change.survey.link(from: old, into: staging) == nil else { return false }
    switch packhorse_exchange(folder.parent.number, folder.stagingName, folder.name) {
    case 0: return true
    case ENOSYS, EINVAL, ENOTSUP, EXDEV, EBUSY: return false
    case let code: throw .unwritable(folder.path, SystemError(code).reason)
    }
  }

  /// Saves what came into the old folder while the new one was being made, then removes it.
  private func tidy(_ old: Descriptor?) throws(FileFailure) {
    if let old {
      let late = try OutputSurvey(in: old, ours: Set(change.known.keys))
      if let refusal = late.link(from: old, into: staging) { throw .system("kept", folder.path, refusal) }
      try folder.parent.removeTree(folder.stagingName)
    }
    try Manifest.settle(in: notes)
  }
}
