import ArgumentParser
import PackhorseCore
import PackhorseFiles
import PackhorseKit

struct Build: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Makes the site.",
    discussion: """
      The whole site is put together beside the output and then takes its place in one step. After an error \
      nothing is written. Files in the output that Packhorse did not make stay. What has not changed since the last \
      build is not made again.

        packhorse build
        packhorse build --site my-practice --output /srv/www/training
        packhorse build --strict --format github --date 2026-10-31
      """)

  @OptionGroup var site: SiteOptions
  @OptionGroup var options: BuildOptions
  @OptionGroup var one: PracticeOption
  @OptionGroup var profile: ProfileOption

  @Flag(help: "Read and make every file again, whatever the last build left.")
  var verify = false

  func run() async throws {
    let run = SiteRun(place: site.place, options: options, practice: one.practice)
    try await run.conclude(output: site.outputName, profile: profile.profile) { result in
      let lock = try SiteLock(site: site.site)
      async let reading = run.read(trustsStates: !verify)
      try recover(site: site.site, output: site.outputPath, holding: lock)
      let shelf = ShelfFile(holding: lock)
      let found = Task { [site] in try OutputInventory(of: site.outputPath, site: site.site, holding: lock) }
      let change: OutputChange?
      (result, change) = try await run.change(
        from: try await reading, of: { try await found.value }, trustsStates: !verify, shelf: shelf.shelf)
      guard let change, !result.diagnostics.hasErrors else { return "" }
      let report = try await write(change, jobs: options.taskCount) { step throws(FileFailure) in
        switch step {
        case .compared: run.begin("Writing")
        case .rendered(let count, let all): run.showWritten(count, of: all)
        case .written:
          shelf.empty()
          run.begin("Synchronising")
        case .staged: run.begin("Exchanging")
        default: break
        }
      }
      run.begin("Remembering")
      if let built = result.built { await remember(built, holding: lock) }
      let files = report.files == 1 ? "1 file" : "\(report.files) files"
      return "Built \(result.pages) into \(site.outputName) (\(files), \(result.diagnostics.tally))."
    }
  }

  /// Leaves what the next build can save time by; the site is built, and without that it takes longer, that is all.
  private func remember(_ built: BuiltSite, holding lock: SiteLock) async {
    let note = await built.note?.value
    if built.isMemoryNew || note != nil {
      try? await Remembered.pages.leave(holding: lock) { write throws(FileFailure) in
        try await built.memory.pack(jobs: options.taskCount, into: write)
      }
    }
    guard let note else { return }
    try? await Remembered.site.leave(holding: lock) { write throws(FileFailure) in try write(note.packed) }
  }
}
