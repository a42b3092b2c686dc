import ArgumentParser
import PackhorseAuditing
import PackhorseCore
import PackhorseFiles
import PackhorseKit

struct AuditCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "audit",
    abstract: "Reads a built site back and looks whether it gives a withheld count away.",
    discussion: """
      Looks at the files alone, as a stranger has them: tables, sentences, places of marks in charts, descriptions, \
      comments, indexes, feeds, open data. Works out what sums leave possible of each withheld count, with an earlier \
      release too, and says where it is too little: never the count itself. Nothing is written.

        packhorse audit public
        packhorse audit public --previous ../published-in-may
      """)

  @Argument(help: ArgumentHelp("The folder of a built site.", valueName: "public"), completion: .directory)
  var output: String

  @Option(
    help: ArgumentHelp("A copy of the site as it was published before.", valueName: "dir"),
    completion: .directory)
  var previous: String?

  @Option(
    help: ArgumentHelp(
      "What has to stay possible behind a withheld count, as 'protect' in site.yml promises: 'class' is all of 1 to 7.",
      valueName: "promise"))
  var protect: PromisedSpan = .wholeClass

  @Flag(help: "Warnings count as errors.")
  var strict = false

  @Option(help: "How problems are shown.")
  var format = BuildOptions.Format.text

  func run() async throws {
    let terminal = Terminal(format: format, pathPrefix: output.hasSuffix("/") ? output : output + "/")
    let files: [BuiltFile]
    let earlier: [BuiltFile]?
    do throws(FileFailure) {
      files = try readOutput(at: output)
      earlier = try previous.map { path throws(FileFailure) in try readOutput(at: path) }
    } catch {
      terminal.show([error.diagnostic], sources: [])
      throw ExitCode.failure
    }
    var audit = await audit(files, after: earlier, promised: protect, jobs: BuildOptions.cores)
    if strict { audit.diagnostics = audit.diagnostics.strict() }
    // Without the lines themselves: they hold what should not be told again.
    terminal.show(audit.diagnostics, sources: [])
    terminal.conclude(told(audit))
    if audit.diagnostics.hasErrors { throw ExitCode.failure }
  }

  private func told(_ audit: Audit) -> String {
    let errors = audit.diagnostics.count { $0.severity == .error }
    let seen =
      "\(audit.values) numbers on pages and \(audit.counts) published counts were looked at, \(audit.withheld) of them withheld."
    if audit.counts == 0, errors > 0 {
      return "\(audit.values) numbers on pages were found, and no published count to hold them against."
    }
    return errors == 0
      ? "\(seen) Nothing was found that gives one away."
      : "\(seen) \(errors == 1 ? "1 problem was" : "\(errors) problems were") found. Do not publish this site."
  }
}

extension PromisedSpan: ExpressibleByArgument {}
