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
///   - memory: Pages that an earlier build read and parsed.
///   - shelf: Keeps what was parsed until it is rendered; without one a page that is rendered is parsed again.
///   - date: The day that reviews and consents are held against.
///   - jobs: The most tasks at a time.
///   - practice: The one of several practices that the site is to be for.
///   - isForServer: False for a preview or a shared drive, where no browser is to keep the site.
///   - reading: What was wrong with the files themselves.
///   - atStage: Hears of each stage as it begins.
/// - Returns: The plan and what to remember, with every problem in the severity that the site gives it.
package func build(
  _ tree: FileTree, memory: PageMemory = PageMemory(), shelf: Shelf? = .memory, date: CalendarDate,
  jobs: Int, practice: String? = nil, isForServer: Bool = true,
  after reading: [Diagnostic] = [], atStage: @Sendable (BuildStage) -> Void = { _ in }
) async -> Outcome<BuiltSite> {
  atStage(.loading)
  var loaded = await load(tree, theme: themeFiles, practice: practice, jobs: jobs)
  loaded.value.withdrawnStories = tree.withdrawnStories
  if !isForServer { loaded.value.settings.isKeptOffline = false }
  atStage(.parsing)
  let settings = loaded.value.settings
  let pages = await parsePages(
    tree.pages, memory: memory, shelf: shelf, allowsHTML: settings.allowsHTML, jobs: jobs)
  let parsed = ParsedSite(source: loaded.value, pages: pages.value)
  let faulty = Set((loaded.diagnostics + pages.diagnostics).compactMap(\.span?.path))
  atStage(.resolving)
  let resolved = await resolve(parsed, date: date, jobs: jobs)
  let pictures = await lookInto(resolved.value.publication.copies, of: tree.assets, jobs: jobs)
  atStage(.computing)
  let evidenced = await compute(resolved.value, jobs: jobs)
  atStage(.planning)
  let planned = plan(evidenced.value, date: date, parser: { parseBody($0, options: $1) })
  let diagnostics =
    reading + loaded.diagnostics + pages.diagnostics + resolved.diagnostics + pictures
    + evidenced.diagnostics
    + planned.diagnostics
  let built = BuiltSite(
    plan: planned.value, memory: PageMemory(of: parsed, without: faulty),
    evidence: evidenced.value.evidence, released: loaded.value.released,
    publication: evidenced.value.publication, isReadBack: !loaded.value.published.isEmpty)
  return Outcome(built, diagnostics.applying(settings.diagnosticLevels).ordered())
}

/// What comes of a build.
package struct BuiltSite: Sendable {
  package var plan: OutputPlan
  /// The pages, for the next build to take over those that did not change.
  package var memory: PageMemory
  package var evidence: PublishedEvidence
  /// What was published before.
  package var released: [ReleasedFigure]
  let publication: Publication

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
