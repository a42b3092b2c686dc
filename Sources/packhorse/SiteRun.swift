import ArgumentParser
import Glibc
import PackhorseCore
import PackhorseFiles
import PackhorseKit

/// What `build` and `check` have in common: reading a site, planning its output, telling what is wrong.
struct SiteRun {
  let site: SiteOptions
  let options: BuildOptions
  let terminal: Terminal
  let clock = StageClock()

  init(site: SiteOptions, options: BuildOptions) {
    self.site = site
    self.options = options
    terminal = Terminal(format: options.format, pathPrefix: site.prefix)
  }

  /// What came of a run.
  struct Result {
    var plan = OutputPlan(files: [])
    /// The pages, for the next build; nil where the note of the last one still tells nearly all of them.
    var memory: PageMemory?
    var diagnostics: [Diagnostic] = []
    /// The files whose lines may be shown.
    var sources: [SourceFile] = []

    var pageCount: Int { plan.files.count { $0.address.path.hasSuffix(".html") } }
  }

  /// `trustsStates` is false where every page is to be read and parsed again.
  func plan(trustsStates: Bool = true) async throws -> Result {
    begin("Reading")
    let tree = try readSite(at: site.site)
    let jobs = options.taskCount
    begin("Recalling")
    let memory =
      trustsStates
      ? await PageMemory(unpacking: rememberedPages(ofSite: site.site), files: tree.value.pages, jobs: jobs)
      : PageMemory()
    let run = self
    let outcome = await PackhorseKit.build(
      tree.value, memory: memory, date: try options.day(), jobs: jobs, after: tree.diagnostics
    ) { stage in
      run.begin(stage.rawValue)
    }
    let diagnostics = options.strict ? outcome.diagnostics.strict() : outcome.diagnostics
    return Result(
      plan: outcome.value.plan,
      memory: outcome.value.memory.isWorthKeeping(after: memory) ? outcome.value.memory : nil,
      diagnostics: diagnostics, sources: tree.value.sources(for: diagnostics) + themeFiles)
  }

  /// Begins a stage, for everybody who watches.
  func begin(_ stage: String) {
    clock.start(stage)
    terminal.progress("\(stage)…")
  }

  /// Shows how many files have been written, how fast that goes and how long it will still take.
  func showWritten(_ count: Int, of all: Int) {
    clock.reach(count)
    let seconds = clock.secondsInStage
    let files = "Writing \(count) of \(all) files"
    guard seconds > 0.2, count > 0 else { return terminal.progress("\(files)…") }
    let rate = Double(count) / seconds
    let left = Int((Double(all - count) / rate).rounded(.up))
    terminal.progress("\(files), \(Int(rate)) a second, \(left) s left…")
  }

  /// Does the work, shows every problem and ends with a true last line; the exit status says the same.
  func conclude(_ work: (inout Result) async throws -> String) async throws {
    var result = Result()
    var line = ""
    do {
      line = try await work(&result)
    } catch let failure as FileFailure {
      result.diagnostics.append(failure.diagnostic)
    }
    terminal.show(result.diagnostics, sources: result.sources)
    writeProfile(&result)
    if terminal.isWatched { terminal.conclude(clock.table) }
    let isFailed = result.diagnostics.hasErrors
    terminal.conclude(isFailed ? "\(result.diagnostics.tally). \(state(after: result))" : line)
    // To give back a large site's memory piece by piece takes longer than to end with it.
    withExtendedLifetime(result) { exit(isFailed ? EXIT_FAILURE : EXIT_SUCCESS) }
  }

  private func writeProfile(_ result: inout Result) {
    guard let path = options.profile else { return }
    do { try writeText(clock.trace, to: path) } catch {
      terminal.show([error.diagnostic], sources: [])
      result.diagnostics.append(error.diagnostic)
    }
  }

  /// How a failed run leaves the output.
  private func state(after result: Result) -> String {
    result.diagnostics.contains { $0.id == FileFailure.interruptedWrite }
      ? "Writing was interrupted; the next command finishes it."
      : "Nothing was written; \(site.outputName) is as it was."
  }
}
