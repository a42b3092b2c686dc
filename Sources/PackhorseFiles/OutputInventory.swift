import PackhorseCore

/// What lies in an output before a site is written there: it can be looked at while the site is still being read.
package struct OutputInventory: Sendable {
  let site: SiteFolder
  let folder: OutputFolder
  let notes: NotesFolder
  /// The files that the last write put there, and any that a killed write may have.
  let known: [String: Manifest.File]
  let survey: OutputSurvey

  /// Looks through an output that no killed command left half-way: see `recover`.
  package init(
    of output: String, site siteFolder: String, holding lock: SiteLock
  ) throws(FileFailure) {
    site = try SiteFolder(at: siteFolder)
    folder = try OutputFolder(output, of: site)
    notes = lock.notes
    known = try Manifest.read(from: notes).files(in: folder.key) ?? [:]
    survey = try OutputSurvey(in: folder.opened(), ours: known)
  }

  /// True of a file that lies there as it was written, made of what has this digest.
  func isKept(_ address: Address, _ digest: Digest?) -> Bool {
    guard let digest, let before = known[address.path], before.digest == digest else { return false }
    return !survey.differing.contains(address.path)
  }
}
