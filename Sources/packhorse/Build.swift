import ArgumentParser
import PackhorseCore
import PackhorseFiles
import PackhorseKit

struct Build: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Makes the site.",
    discussion: """
      The whole site is put together beside the output and then takes its place in one step. After an error \
      nothing is written. Files in the output that Packhorse did not make stay.

        packhorse build
        packhorse build --site my-practice --output /srv/www/training
        packhorse build --strict --format github --date 2026-10-31
      """)

  @OptionGroup var site: SiteOptions
  @OptionGroup var options: BuildOptions

  func run() async throws {
    let run = SiteRun(place: site.place, options: options)
    try await run.conclude(output: site.outputName) { result in
      let lock = try SiteLock(site: site.site)
      try recover(site: site.site, output: site.outputPath, holding: lock)
      result = try await run.plan()
      guard !result.diagnostics.hasErrors else { return "" }
      let terminal = run.terminal
      let report = try await write(
        result.plan, from: site.site, to: site.outputPath, jobs: options.taskCount, holding: lock
      ) { step throws(FileFailure) in
        if case .rendered(let count, let all) = step {
          terminal.progress("Writing \(count) of \(all) files…")
        }
      }
      let files = report.files == 1 ? "1 file" : "\(report.files) files"
      return "Built \(result.pages) into \(site.outputName) (\(files), \(result.diagnostics.tally))."
    }
  }
}
