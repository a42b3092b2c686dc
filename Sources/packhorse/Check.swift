import ArgumentParser
import PackhorseCore
import PackhorseFiles
import PackhorseKit

struct Check: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Says what is wrong with the site, without writing it.",
    discussion: """
      Everything is read and checked as for a build, and the words are held to the rules of docs/style.md. Warnings \
      leave the exit status at 0 unless --strict is given; notes always do. --fix mends in place what a rule can mend \
      without asking, in pages and settings but never in a story or data, and says what it changed.

        packhorse check
        packhorse check --fix
        packhorse check --strict --format json > problems.json
      """)

  @OptionGroup var site: SiteOptions
  @OptionGroup var options: BuildOptions
  @OptionGroup var one: PracticeOption
  @OptionGroup var profile: ProfileOption

  @Flag(help: "Mends what the rules of style can mend safely, and says what it changed.")
  var fix = false

  func run() async throws {
    let run = SiteRun(place: site.place, options: options, practice: one.practice)
    try await run.conclude(output: site.outputName, profile: profile.profile) { result in
      try recoverIfInterrupted(site: site.site, output: site.outputPath)
      result = try await run.plan(proofreads: true)
      if fix { try await mend(&result, in: run) }
      return
        "Checked \(result.pages): \(result.diagnostics.tally). \(result.mended ?? "Nothing was written")."
    }
  }

  /// Mends the site's source file by file, then checks it again.
  private func mend(_ result: inout SiteRun.Result, in run: SiteRun) async throws {
    guard let built = result.built else { return }
    let lock = try SiteLock(site: site.site)
    run.begin("Mending")
    let files = await mendStyle(of: result.tree, of: built, jobs: options.taskCount)
    for file in files {
      try lock.amendSource(file.path, from: file.before, to: file.after)
      result.mendedFiles += 1
      let fixes = file.fixes.sorted { $0.key < $1.key }.map { "\($0.value) × \($0.key)" }
      run.terminal.conclude("Mended \(site.prefix)\(file.path): \(fixes.joined(separator: ", "))")
    }
    guard !files.isEmpty else { return }
    let mended = result.mendedFiles
    result = try await run.plan(proofreads: true)
    result.mendedFiles = mended
  }
}
