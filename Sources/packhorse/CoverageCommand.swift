import ArgumentParser
import PackhorseCore
import PackhorseFiles
import PackhorseKit

struct CoverageCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "coverage",
    abstract: "Says how much of the study the pages take up.",
    discussion: """
      Interventions and themes count where a page claims them, techniques where something on the page delivers them, \
      as docs/coverage.md describes. Nothing is written.

        packhorse coverage
        packhorse coverage --min techniques=30 --min themes=22
      """)

  @OptionGroup var site: SitePlace
  @OptionGroup var options: BuildOptions

  @Option(
    help: ArgumentHelp(
      "The fewest interventions, themes or techniques that have to be covered; may be given for each.",
      valueName: "part=n"))
  var min: [CoverageFloor] = []

  func run() async throws {
    let terminal = Terminal(format: options.format, pathPrefix: site.prefix)
    let tree: Outcome<FileTree>
    do throws(FileFailure) { tree = try readSite(at: site.site) } catch {
      terminal.show([error.diagnostic], sources: [])
      throw ExitCode.failure
    }
    let checked = await checkCoverage(tree.value, date: try options.day(), jobs: options.taskCount)
    let found = tree.diagnostics + checked.diagnostics
    let diagnostics = options.strict ? found.strict() : found
    terminal.show(diagnostics, sources: tree.value.sources(for: diagnostics) + themeFiles)
    let parts = checked.value.parts
    let fallen = min.filter { floor in parts.contains { $0.name == floor.part && $0.covered < floor.number } }
    let lines = parts.map(describe) + fallen.map { "Fewer than \($0.number) \($0.part) are covered." }
    terminal.conclude((lines + ["Nothing was written."]).joined(separator: "\n"))
    if diagnostics.hasErrors || !fallen.isEmpty { throw ExitCode.failure }
  }

  private func describe(_ part: Coverage.Part) -> String {
    let missing = part.missing.isEmpty ? "." : ". Not covered: \(part.missing.joined(separator: ", "))."
    return "\(part.covered) of \(part.total) \(part.name)\(missing)"
  }
}

/// `techniques=30`: a part of the study, and the fewest of it that have to be covered.
struct CoverageFloor: ExpressibleByArgument {
  let part: String
  let number: Int

  init?(argument: String) {
    let parts = argument.split(separator: "=", omittingEmptySubsequences: false)
    guard parts.count == 2, ["interventions", "themes", "techniques"].contains(String(parts[0])),
      let number = Int(parts[1]), number >= 0
    else { return nil }
    part = String(parts[0])
    self.number = number
  }
}
