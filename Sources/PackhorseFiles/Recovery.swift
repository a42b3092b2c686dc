/// Replays the journal of a command that was killed, and removes half-made sites and notes.
///
/// True where a site was completed.
@discardableResult
func finishInterruptedWrite(
  site: SiteFolder, output: OutputFolder, notes: NotesFolder
) throws(FileFailure) -> Bool {
  try notes.removeDrafts()
  if let journal = try Journal.read(from: notes) {
    // A journal may speak for a folder in the site or for the one that this command names, and for no other:
    // a site folder from elsewhere must not be able to move files anywhere.
    guard journal.output == output.key || !journal.output.hasPrefix("/") else {
      throw .unfinished(journal.output)
    }
    let folder =
      journal.output == output.key
      ? output : try OutputFolder(site.folder.path + "/" + journal.output, of: site)
    guard folder.key == journal.output else { throw .notOurs(notes.folder.path) }
    do throws(FileFailure) { try journal.replay(in: folder, notes: notes) } catch {
      throw .interrupted(folder.path, by: error)
    }
    return true
  }
  let manifest = try Manifest.read(from: notes)
  for key in manifest.keys where !key.hasPrefix("/") && key != output.key {
    guard let folder = try? OutputFolder(site.folder.path + "/" + key, of: site), folder.key == key else {
      continue
    }
    try folder.clear(ours: manifest.files(in: key))
  }
  try output.clear(ours: manifest.files(in: output.key))
  return false
}

extension OutputFolder {
  /// Removes what a killed command left beside the output.
  ///
  /// `ours` is nil where it is not known what is ours: nothing of a replaced site is saved then.
  fileprivate func clear(ours: [String: Manifest.File]?) throws(FileFailure) {
    try parent.removeTree(stagingName)
    if let ours { try removeReplaced(ours: ours) }
    try parent.removeTree(replacedName)
  }

  /// Removes a site that was replaced, once what came into it at the last moment is saved.
  ///
  /// `foreign` is what was linked over before the exchange, where that is known.
  func removeReplaced(ours: [String: Manifest.File], foreign: OutputSurvey? = nil) throws(FileFailure) {
    guard try parent.status(of: replacedName) != nil else { return }
    if let new = try opened() {
      let old = try parent.open(replacedName, .folder)
      try OutputSurvey(in: old, ours: ours).save(from: old, into: new, after: foreign)
    }
    try parent.removeTree(replacedName)
  }
}

extension FileFailure {
  /// The id of failures that leave an output for the next command to finish.
  package static let interruptedWrite = "interrupted-write"

  static func interrupted(_ output: String, by failure: FileFailure) -> FileFailure {
    FileFailure(
      id: interruptedWrite, act: "finished", path: output,
      reason: "'\(failure.path)' cannot be \(failure.act): \(failure.reason)",
      advice: "put that right and run the command again: it goes on from here")
  }

  fileprivate static func unfinished(_ output: String) -> FileFailure {
    FileFailure(
      id: interruptedWrite, act: "left as it is", path: output,
      reason: "an earlier command was writing it and was killed",
      advice: "finish it first: packhorse build --output \(output)")
  }
}
