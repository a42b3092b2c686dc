/// Replays the journal of a command that was killed and removes half-made sites. True where a site was completed.
@discardableResult
func finishInterruptedWrite(
  site: SiteFolder, output: OutputFolder, notes: NotesFolder
) throws(FileFailure) -> Bool {
  if let journal = try Journal.read(from: notes) {
    // A journal may speak for a folder in the site or for the one that this command names, and for no other:
    // a site folder from elsewhere must not be able to move files anywhere.
    guard journal.output == output.key || !journal.output.hasPrefix("/") else {
      throw .interrupted(journal.output)
    }
    let folder =
      journal.output == output.key
      ? output : try OutputFolder(site.folder.path + "/" + journal.output, of: site)
    guard folder.key == journal.output else { throw .notOurs(notes.folder.path) }
    try journal.replay(in: folder, notes: notes)
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
  fileprivate static func interrupted(_ output: String) -> FileFailure {
    FileFailure(
      id: "interrupted-write", act: "left as it is", path: output,
      reason: "writing it was interrupted half-way",
      advice: "finish it with 'packhorse build --output \(output)'")
  }
}
