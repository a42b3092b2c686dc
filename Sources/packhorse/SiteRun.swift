import ArgumentParser
import Glibc
import PackhorseCore
import PackhorseFiles
import PackhorseKit

/// What `build`, `check` and `serve` have in common: reading a site, planning its output, telling what is wrong.
struct SiteRun {
  let place: SitePlace
  let options: BuildOptions
  /// The one of several practices that the site is to be for.
  let practice: String?
  let terminal: Terminal
  let clock = StageClock()

  init(place: SitePlace, options: BuildOptions, practice: String? = nil) {
    self.place = place
    self.options = options
    self.practice = practice
    terminal = Terminal(format: options.format, pathPrefix: place.prefix)
  }

  /// What came of a run.
  struct Result {
    var built: BuiltSite?
    var plan = OutputPlan(files: [])
    var diagnostics: [Diagnostic] = []
    /// The files whose lines may be shown.
    var sources: [SourceFile] = []
    /// What was read.
    var tree = FileTree()
    /// How many files of the site's source were mended.
    var mendedFiles = 0

    /// The pages, for the next build to take over.
    var memory: PageMemory { built?.memory ?? PageMemory() }

    /// What was mended, as a message says it; nil where nothing was.
    var mended: String? {
      switch mendedFiles {
      case 0: nil
      case 1: "1 file was mended"
      default: "\(mendedFiles) files were mended"
      }
    }

    /// The pages as a message counts them.
    var pages: String {
      let count = plan.addresses.count { $0.path.utf8.suffix(5).elementsEqual(".html".utf8) }
      return count == 1 ? "1 page" : "\(count) pages"
    }
  }

  /// `shelf` is for what will be rendered; `isForServer` is false where no browser is to keep the site; `proofreads` holds
  /// the prose to the rules of style.
  func plan(shelf: Shelf? = nil, isForServer: Bool = true, proofreads: Bool = false) async throws -> Result {
    begin("Reading")
    return try await plan(
      try readSite(at: place.site), pagesLeft, shelf: shelf, isForServer: isForServer, proofreads: proofreads)
  }

  /// What a build begins with.
  struct Reading {
    fileprivate var tree: Outcome<FileTree>
    /// The pages that the last build left.
    fileprivate var pages: PackedPages?
    fileprivate var earlier: EarlierBuild?
  }

  /// Reads the site and what the last build left; nothing of that where files are not trusted to be as they were.
  func read(trustsStates: Bool) async throws -> Reading {
    begin("Reading")
    async let left = trustsStates ? left : (nil, nil)
    let tree = try readSite(at: place.site)
    let (pages, earlier) = await left
    return Reading(tree: tree, pages: pages, earlier: earlier)
  }

  private var left: (pages: PackedPages?, earlier: EarlierBuild?) {
    let pages = pagesLeft
    return (pages, EarlierBuild(site: Remembered.site.parts(ofSite: place.site), pages: pages))
  }

  private var pagesLeft: PackedPages? { Remembered.pages.parts(ofSite: place.site).flatMap(PackedPages.init) }

  /// The site as it is to be written over what lies in an output; `trustsStates` is false where every file is to be made.
  func change(
    from reading: Reading, of output: () async throws -> OutputInventory, trustsStates: Bool, shelf: Shelf
  ) async throws -> (result: Result, change: OutputChange?) {
    let tree = reading.tree
    if tree.diagnostics.isEmpty, let earlier = reading.earlier,
      let planned = await PackhorseKit.build(
        tree.value, goingOnFrom: earlier, date: try options.day(), jobs: options.taskCount,
        practice: practice,
        atStage: { begin($0.rawValue) })
    {
      let result = result(of: planned.value, with: planned.diagnostics, from: tree.value)
      begin("Comparing")
      let change = try OutputChange(to: planned.value, over: try await output())
      if change.isPossible { return (result, change) }
    }
    let result = try await plan(tree, reading.pages, shelf: shelf)
    guard !result.diagnostics.hasErrors else { return (result, nil) }
    begin("Comparing")
    return (result, try OutputChange(to: result.plan, over: try await output(), trustsStates: trustsStates))
  }

  private func plan(
    _ tree: Outcome<FileTree>, _ remembered: PackedPages?, shelf: Shelf?, isForServer: Bool = true,
    proofreads: Bool = false
  ) async throws -> Result {
    let jobs = options.taskCount
    let outcome = await PackhorseKit.build(
      tree.value,
      memory: await PageMemory(unpacking: remembered, files: tree.value.pages, jobs: jobs),
      shelf: shelf, date: try options.day(), jobs: jobs, practice: practice, isForServer: isForServer,
      after: tree.diagnostics
    ) { stage in
      begin(stage.rawValue)
    }
    var found = outcome.diagnostics
    if proofreads {
      begin("Proofreading")
      found += await proofread(tree.value, of: outcome.value, jobs: options.taskCount)
      found = found.ordered()
    }
    return result(of: outcome.value, with: found, from: tree.value)
  }

  /// Goes on from an earlier build of this process, which holds what it came to and the pages that it parsed.
  func plan(
    goingOnFrom earlier: BuildStages?, recalling memory: PageMemory
  ) async throws -> (result: Result, stages: BuildStages) {
    begin("Reading")
    let tree = try readSite(at: place.site)
    let run = self
    let (built, stages) = await rebuild(
      tree.value, goingOnFrom: earlier, memory: memory, date: try options.day(), jobs: options.taskCount,
      after: tree.diagnostics
    ) { stage in
      run.begin(stage.rawValue)
    }
    return (result(of: built.value, with: built.diagnostics, from: tree.value), stages)
  }

  private func result(of built: BuiltSite, with found: [Diagnostic], from tree: FileTree) -> Result {
    var result = result(of: built.plan, with: found, from: tree)
    result.built = built
    return result
  }

  private func result(of plan: OutputPlan, with found: [Diagnostic], from tree: FileTree) -> Result {
    let diagnostics = options.strict ? found.strict() : found
    return Result(
      plan: plan, diagnostics: diagnostics, sources: tree.sources(for: diagnostics) + themeFiles, tree: tree)
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
  ///
  /// `output` is what the output is called, `profile` the file to write how long it took to.
  func conclude(
    output: String, profile: String?, _ work: (inout Result) async throws -> String
  ) async throws {
    var result = Result()
    var line = ""
    do {
      line = try await work(&result)
    } catch let failure as FileFailure {
      result.diagnostics.append(failure.diagnostic)
    }
    terminal.show(result.diagnostics, sources: result.sources)
    if let profile { write(profile: profile, &result) }
    if terminal.isWatched { terminal.conclude(clock.table) }
    let isFailed = result.diagnostics.hasErrors
    terminal.conclude(isFailed ? "\(result.diagnostics.tally). \(state(of: output, after: result))" : line)
    // To give back a large site's memory piece by piece takes longer than to end with it.
    withExtendedLifetime(result) { exit(isFailed ? EXIT_FAILURE : EXIT_SUCCESS) }
  }

  private func write(profile path: String, _ result: inout Result) {
    do { try writeText(clock.trace, to: path) } catch {
      terminal.show([error.diagnostic], sources: [])
      result.diagnostics.append(error.diagnostic)
    }
  }

  /// How a failed run leaves the output.
  private func state(of output: String, after result: Result) -> String {
    if result.diagnostics.contains(where: { $0.id == FileFailure.interruptedWrite }) {
      return "Writing was interrupted; the next command finishes it."
    }
    return "\(result.mended ?? "Nothing was written"); \(output) is as it was."
  }
}
