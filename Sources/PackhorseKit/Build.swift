package import PackhorseCore
import PackhorseLoading
import PackhorseParsing
import PackhorseRendering
import PackhorseResolving
import PackhorseStatistics
import PackhorseTheme

/// What a build is at, as a progress line says it.
package enum BuildStage: String, Sendable {
  case loading = "Loading"
  case parsing = "Parsing"
  case resolving = "Resolving"
  case computing = "Computing"
  case planning = "Planning"
}

/// The whole pipeline: from the files of a site to the plan of its output, with every problem of every stage.
///
/// - Parameters:
///   - tree: What was read.
///   - memory: Pages that an earlier build read and parsed; recalled while the other files of the site are read.
///   - shelf: Keeps what was parsed until it is rendered; without one a page that is rendered is parsed again.
///   - date: The day that reviews and consents are held against.
///   - jobs: The most tasks at a time.
///   - practice: The one of several practices that the site is to be for.
///   - isForServer: False for a preview or a shared drive, where no browser is to keep the site.
///   - reading: What was wrong with the files themselves.
///   - atStage: Hears of each stage as it begins.
/// - Returns: The plan and what to remember, with every problem in the severity that the site gives it.
package func build(
  _ tree: FileTree, memory: @autoclosure @escaping @Sendable () async -> PageMemory = PageMemory(),
  shelf: Shelf? = .memory, date: CalendarDate, jobs: Int, practice: String? = nil, isForServer: Bool = true,
  after reading: [Diagnostic] = [], atStage: @Sendable (BuildStage) -> Void = { _ in }
) async -> Outcome<BuiltSite> {
  let terms = BuildTerms(date: date, practice: practice, isForServer: isForServer)
  let stages = await run(
    tree, recall: memory, shelf: shelf, terms, goingOnFrom: nil, isLast: true, jobs: jobs, atStage: atStage)
  var outcome = stages.outcome(after: reading)
  if reading.isEmpty {
    // Nobody waits for it before the site is written.
    outcome.value.note = Task { [problems = outcome.diagnostics] in stages.note(of: problems) }
  }
  return outcome
}

/// Builds a site that this process may have built before, for a preview.
///
/// Where no more than the texts of a few modules changed since `earlier`, only these are bound and planned; the result
/// is that of `build`.
package func rebuild(
  _ tree: FileTree, goingOnFrom earlier: BuildStages?, memory: PageMemory, date: CalendarDate, jobs: Int,
  after reading: [Diagnostic], atStage: @Sendable (BuildStage) -> Void = { _ in }
) async -> (built: Outcome<BuiltSite>, stages: BuildStages) {
  let terms = BuildTerms(date: date, practice: nil, isForServer: false)
  let stages = await run(
    tree, recall: { memory }, shelf: .memory, terms, goingOnFrom: earlier, isLast: false, jobs: jobs,
    atStage: atStage)
  return (stages.outcome(after: reading), stages)
}

private func run(
  _ tree: FileTree, recall: @escaping @Sendable () async -> PageMemory, shelf: Shelf?, _ terms: BuildTerms,
  goingOnFrom earlier: BuildStages?, isLast: Bool, jobs: Int, atStage: @Sendable (BuildStage) -> Void
) async -> BuildStages {
  let earlier = earlier.flatMap { $0.terms == terms && $0.tree.hasSameSurroundings(as: tree) ? $0 : nil }
  atStage(.loading)
  async let recalled = recall()
  let loaded = if let earlier { earlier.loaded } else { await load(tree, terms, jobs: jobs) }
  atStage(.parsing)
  let memory = await recalled
  let pages = await parsePages(
    tree.pages, memory: memory, shelf: shelf, allowsHTML: loaded.value.settings.allowsHTML, jobs: jobs)
  if let revised = earlier?.revised(with: pages, of: tree) { return revised }
  return await resolveAndPlan(
    tree, terms, consume loaded, pages, recalled: memory, isLast: isLast, jobs: jobs, atStage: atStage)
}

/// The stages after parsing; `isLast` where no build of this process loads the site on from here.
func resolveAndPlan(
  _ tree: FileTree, _ terms: BuildTerms, _ loaded: consuming Outcome<SourceSite>,
  _ pages: Outcome<[ParsedPage]>, recalled memory: PageMemory = PageMemory(), isLast: Bool = true, jobs: Int,
  atStage: @Sendable (BuildStage) -> Void
) async -> BuildStages {
  atStage(.resolving)
  var resolved = await resolveAndName(
    ParsedSite(source: loaded.value, pages: pages.value), date: terms.date, jobs: jobs)
  let pictures = await lookInto(resolved.value.site.publication.copies, of: tree.assets, jobs: jobs)
  atStage(.computing)
  let evidenced = await compute(resolved.value.site, jobs: jobs)
  // Exact counts end here, before a nation's plan needs their room.
  resolved.value.site.observations = []
  if isLast { loaded.value.observations = [] }
  atStage(.planning)
  let planned = planSite(evidenced.value, date: terms.date, parser: { parseBody($0, options: $1) })
  return BuildStages(
    tree: tree, terms: terms, recalled: memory, loaded: loaded, parsed: pages, names: resolved.value.names,
    evidenced: evidenced.value, plan: planned.value,
    laterProblems: resolved.diagnostics + pictures + evidenced.diagnostics + planned.diagnostics)
}

func load(_ tree: FileTree, _ terms: BuildTerms, jobs: Int) async -> Outcome<SourceSite> {
  var loaded = await load(tree, theme: themeFiles, practice: terms.practice, jobs: jobs)
  loaded.value.withdrawnStories = tree.withdrawnStories
  if !terms.isForServer { loaded.value.settings.isKeptOffline = false }
  return loaded
}

/// What comes of a build.
package struct BuiltSite: Sendable {
  package var plan: OutputPlan
  /// The pages, for the next build to take over those that did not change.
  package var memory: PageMemory
  /// The pages that it took over itself where they had not changed.
  let recalled: PageMemory
  package var evidence: PublishedEvidence
  /// What was published before.
  package var released: [ReleasedFigure]
  let publication: Publication
  /// What a later build may go on from; nil where nothing less than the whole site tells what a text changes.
  package var note: Task<SiteNote?, Never>?

  /// False where what this build recalled still tells nearly all of its pages.
  package var isMemoryNew: Bool { memory.isWorthKeeping(after: recalled) }

  /// What an archive of the site and its folder are called.
  package var name: String {
    publication.settings.name.lowercased()
  }

  /// The page at the top of an archive of the site.
  package var startPage: [UInt8] {
    PackhorseKit.startPage(of: publication, title: publication.localText(publication.settings.title))
  }

  /// Its counts are sums of cells, of which nothing is noted when they are released.
  package var isSummed: Bool { publication.settings.disclosure == .sumOfCells }

  /// Its figures are those that another build published.
  package let isReadBack: Bool

  /// `content/data/released.csv` with what this build publishes, and how many figures are new; nil for exact figures,
  /// which are never published.
  package func release(on day: CalendarDate) -> (bytes: [UInt8], added: Int)? {
    evidence.isExact ? nil : releasedTable(released, adding: evidence.released(on: day))
  }
}

/// The theme that the binary carries, as files of a site.
package var themeFiles: [SourceFile] {
  Theme.files.map { SourceFile(path: $0.path, bytes: $0.bytes) }
}
