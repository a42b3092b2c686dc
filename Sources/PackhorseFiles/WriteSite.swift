package import PackhorseCore

/// What a write did.
package struct WriteReport: Sendable, Hashable {
  /// How many files the site has now.
  package var files: Int
  /// Addresses that the site no longer makes; they are gone.
  package var removed: [String]
  /// How many files of somebody else's stayed in the folder.
  package var foreign: Int
  /// How many files were rendered or copied; the others were left as the last write made them.
  package var made: Int
}

/// What has just been done on the way to a new output.
package enum WriteStep: Sendable, Hashable {
  /// The output has been looked through for what has to change.
  case compared
  case rendered(Int, of: Int)
  /// Every file that changes has been written beside the output.
  case written
  /// What was written is on disk.
  case staged
  /// Old and new site have changed places.
  case exchanged
  /// From here on the next command would finish what this one began.
  case journalled
  case removed(String)
  case moved(String)
  /// The output is complete; what is left is to tidy up.
  case completed
}

/// Hears of every step.
///
/// Where it throws, writing stops as if the process had been killed there.
package typealias WriteProgress = @Sendable (WriteStep) throws(FileFailure) -> Void

/// How the new site takes the place of the old one.
package enum Takeover: Sendable {
  /// In one step, or by journal where the file system refuses that.
  ///
  /// A few changes to a large site go by journal too: to exchange a folder, every file in it has to be linked.
  case exchange
  case journal
}

/// Writes a site: stages all of it beside the output, then lets the two change places.
///
/// No moment shows a mixture. Files that somebody else put into the output stay; files the site no longer makes go.
/// Until everything is staged the output is not touched: a failure leaves it as it was. A file whose digest is that of
/// the last write, and which lies there as it was written, is not rendered again unless `trustsStates` is false.
package func write(
  _ plan: OutputPlan, from siteFolder: String, to output: String, jobs: Int, holding lock: SiteLock? = nil,
  by takeover: Takeover = .exchange, trustsStates: Bool = true,
  progress: @escaping WriteProgress = { _ throws(FileFailure) in }
) async throws(FileFailure) -> WriteReport {
  let lock = if let lock { lock } else { try SiteLock(site: siteFolder) }
  try recover(site: siteFolder, output: output, holding: lock)
  let found = try OutputInventory(of: output, site: siteFolder, holding: lock)
  return try await write(
    OutputChange(to: plan, over: found, trustsStates: trustsStates), jobs: jobs, by: takeover,
    progress: progress)
}

/// Makes an output what was planned; a change that is not possible is none to be made.
package func write(
  _ change: OutputChange, jobs: Int, by takeover: Takeover = .exchange,
  progress: @escaping WriteProgress = { _ throws(FileFailure) in }
) async throws(FileFailure) -> WriteReport {
  let (found, survey) = (change.found, change.found.survey)
  try survey.refuseConflicts(with: change, in: found.folder)
  let report = WriteReport(
    files: change.count, removed: change.stale, foreign: survey.count, made: change.changed.count)
  try progress(.compared)
  if change.isNothing { return report }

  let takeover = change.isSmall ? .journal : takeover
  let staging = try Staging(for: found.folder, ours: found.known, holdsChangesOnly: change.isSmall)
  let staged = try await staging.fill(with: change, from: found.site, jobs: jobs, progress: progress)
  try SiteChange(staging: staging.folder, site: staged, change: change, progress: progress)
    .takeOver(by: takeover)
  return report
}

/// Finishes or clears away what a killed command left: replays its journal, removes half-made sites.
///
/// The next command that writes for the site does this first. Returns true where a new site was completed.
@discardableResult
package func recover(
  site siteFolder: String, output: String, holding lock: SiteLock
) throws(FileFailure) -> Bool {
  let site = try SiteFolder(at: siteFolder)
  return try finishInterruptedWrite(site: site, output: OutputFolder(output, of: site), notes: lock.notes)
}

/// Finishes what a killed command left half-way, for a command that does not write itself.
package func recoverIfInterrupted(site siteFolder: String, output: String) throws(FileFailure) {
  let site = try Descriptor.folder(siteFolder)
  guard let notes = try NotesFolder(in: site), try Journal.read(from: notes) != nil else { return }
  try recover(site: siteFolder, output: output, holding: SiteLock(site: site))
}
