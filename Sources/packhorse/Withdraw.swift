import ArgumentParser
import PackhorseCore
import PackhorseFiles
import PackhorseKit

struct Withdraw: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Takes a story down at once, whether or not the site builds.",
    discussion: """
      The story's page says that it is no longer there. Pages of the output that link to it or repeat it say that they \
      are being rebuilt; feeds and indexes that name it, and pictures that only it shows, are removed. Later builds \
      leave the story out. Copies elsewhere (a web host, a shared drive, printed pages) are yours to replace.

        packhorse withdraw garden
        packhorse build
      """)

  @Argument(help: "The story by its file: 'garden' for content/stories/garden.md.")
  var story: String

  @OptionGroup var site: SiteOptions

  func run() async throws {
    let terminal = Terminal(pathPrefix: site.prefix)
    do throws(FileFailure) {
      let texts = (try? readSite(at: site.site).value.texts) ?? []
      let report = try withdraw(
        story: story, site: site.site, output: site.outputPath, pages: await standInPages(texts))
      terminal.show(report.foreign.map(Diagnostic.namedElsewhere), sources: [])
      terminal.conclude(told(report))
    } catch {
      terminal.show([error.diagnostic], sources: [])
      terminal.conclude(
        error.id == FileFailure.interruptedWithdrawal
          ? "The withdrawal is not finished: parts of the story may still be in \(site.outputName)."
          : "Nothing was withdrawn.")
      throw ExitCode.failure
    }
  }

  private func told(_ report: WithdrawalReport) -> String {
    let lines =
      report.replaced.map { "  replaced  \(site.outputName)\($0)" }
      + report.removed.map { "  removed   \(site.outputName)\($0)" }
    return
      (lines + [
        "Story '\(report.story)' is withdrawn. 'packhorse build' makes the other pages again, without it.",
        "Record the day as withdrawn_on in private/consent.csv, and replace every copy of the site elsewhere.",
      ]).joined(separator: "\n")
  }
}

extension Diagnostic {
  fileprivate static func namedElsewhere(_ path: String) -> Diagnostic {
    Diagnostic(
      .warning, "story-named-elsewhere",
      "File '\(path)' of the output names the story and is not Packhorse's",
      at: nil,
      because: "It stays as it is, because somebody else put it there.",
      suggestion: "look at it and take the story out by hand")
  }
}
