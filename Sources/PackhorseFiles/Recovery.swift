/// Replays the journal of a command that was killed and removes half-made sites.
///
/// True where a site was completed.
@discardableResult
func finishInterruptedWrite(
  site: SiteFolder, output: OutputFolder, notes: NotesFolder
) throws(FileFailure) -> Bool {
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
  for key in try Manifest.read(from: notes).keys where !key.hasPrefix("/") && key != output.key {
    guard let folder = try? OutputFolder(site.folder.path + "/" + key, of: site), folder.key == key else {
      continue
    }
    try folder.parent.removeTree(folder.stagingName)
  }
  try output.parent.removeTree(output.stagingName)
  return false
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
