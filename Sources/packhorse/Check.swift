import ArgumentParser
import PackhorseCore
import PackhorseFiles
import PackhorseKit

struct Check: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Says what is wrong with the site, without writing it.",
    discussion: """
      Everything is read and checked as for a build. Warnings leave the exit status at 0 unless --strict is given.

        packhorse check
        packhorse check --strict --format json > problems.json
      """)

  @OptionGroup var site: SiteOptions
  @OptionGroup var options: BuildOptions
  @OptionGroup var one: PracticeOption
  @OptionGroup var profile: ProfileOption

  func run() async throws {
    let run = SiteRun(place: site.place, options: options, practice: one.practice)
    try await run.conclude(output: site.outputName, profile: profile.profile) { result in
      try recoverIfInterrupted(site: site.site, output: site.outputPath)
      result = try await run.plan()
      return "Checked \(result.pages): \(result.diagnostics.tally). Nothing was written."
    }
  }
}
