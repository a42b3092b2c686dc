import ArgumentParser
import PackhorseCore
import PackhorseFiles
import PackhorseKit

/// What `build`, `check` and `serve` have in common: reading a site, planning its output, telling what is wrong.
struct SiteRun: Sendable {
  let place: SitePlace
  let options: BuildOptions
  let terminal: Terminal

  init(place: SitePlace, options: BuildOptions) {
    self.place = place
    self.options = options
    terminal = Terminal(format: options.format, pathPrefix: place.prefix)
  }

  /// What came of a run.
  struct Result: Sendable {
    var plan = OutputPlan(files: [])
    var diagnostics: [Diagnostic] = []
    /// The files whose lines may be shown.
    var sources: [SourceFile] = []

    /// The pages as a message counts them.
    var pages: String {
      let count = plan.files.count { $0.address.path.hasSuffix(".html") }
      return count == 1 ? "1 page" : "\(count) pages"
    }
  }

  func plan() async throws -> Result {
    terminal.progress("Reading…")
    let tree = try readSite(at: place.site)
    let terminal = terminal
    let outcome = await PackhorseKit.build(
      tree.value, date: try options.day(), jobs: options.taskCount, after: tree.diagnostics
    ) { stage in
      terminal.progress("\(stage.rawValue)…")
    }
    return Result(
      plan: outcome.value, diagnostics: options.strict ? outcome.diagnostics.strict() : outcome.diagnostics,
      sources: tree.value.texts + themeFiles)
  }

  /// Does the work, shows every problem and ends with a true last line; the exit status says the same.
  ///
  /// `output` is what the output is called.
  func conclude(output: String, _ work: (inout Result) async throws -> String) async throws {
    var result = Result()
    var line = ""
    do {
      line = try await work(&result)
    } catch let failure as FileFailure {
      result.diagnostics.append(failure.diagnostic)
    }
    terminal.show(result.diagnostics, sources: result.sources)
    let isFailed = result.diagnostics.hasErrors
    terminal.conclude(isFailed ? "\(result.diagnostics.tally). \(state(of: output, after: result))" : line)
    if isFailed { throw ExitCode.failure }
  }

  /// How a failed run leaves the output.
  private func state(of output: String, after result: Result) -> String {
    result.diagnostics.contains { $0.id == FileFailure.interruptedWrite }
      ? "Writing was interrupted; the next command finishes it."
      : "Nothing was written; \(output) is as it was."
  }
}
