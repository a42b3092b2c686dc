import ArgumentParser
import PackhorseCore
import PackhorseFiles
import PackhorseKit

struct DataCheck: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Says what is understood of each data file, and what is wrong with it.",
    discussion: """
      For each file of content/data/ and private/: what it is taken for, rows, periods, practices, columns used and \
      ignored; then what share of each measure's figures would be withheld, and with the next longer period. Of \
      records, the number is told roughly. Nothing is written.

        packhorse data check
        packhorse data check --site our-site
      """)

  @OptionGroup var site: SitePlace
  @OptionGroup var options: BuildOptions

  func run() async throws {
    let terminal = Terminal(format: options.format, pathPrefix: site.prefix)
    let tree: Outcome<FileTree>
    do throws(FileFailure) { tree = try readSite(at: site.site) } catch {
      terminal.show([error.diagnostic], sources: [])
      throw ExitCode.failure
    }
    let checked = await checkData(tree.value, date: try options.day(), jobs: options.taskCount)
    let found = tree.diagnostics + checked.diagnostics
    let diagnostics = options.strict ? found.strict() : found
    terminal.show(diagnostics, sources: tree.value.sources(for: diagnostics) + themeFiles)
    let files = checked.value.tables.count == 1 ? "1 data file" : "\(checked.value.tables.count) data files"
    terminal.conclude(
      describe(checked.value) + "Understood \(files): \(diagnostics.tally). Nothing was written.")
    if diagnostics.hasErrors { throw ExitCode.failure }
  }
}
