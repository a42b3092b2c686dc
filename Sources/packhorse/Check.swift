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

  func run() async throws {
    let run = SiteRun(site: site, options: options)
    try await run.conclude { result in
      try recoverIfInterrupted(site: site.site, output: site.outputPath)
      result = try await run.plan()
      let pages = result.pageCount == 1 ? "1 page" : "\(result.pageCount) pages"
      return "Checked \(pages): \(result.diagnostics.tally). Nothing was written."
    }
  }
}
