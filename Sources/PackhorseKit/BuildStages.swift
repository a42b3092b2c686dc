import PackhorseCore
import PackhorseLoading
import PackhorseParsing
import PackhorseRendering
import PackhorseResolving

/// What a build goes by besides what lies in the site folder.
struct BuildTerms: Hashable, Sendable {
  /// The day that reviews and consents are held against.
  var date: CalendarDate
  /// The one of several practices that the site is to be for.
  var practice: String?
  /// False for a preview or a shared drive, where no browser is to keep the site.
  var isForServer: Bool
}

/// What a build came to, stage by stage, for the next one of the same process to go on from.
package struct BuildStages: Sendable {
  let tree: FileTree
  let terms: BuildTerms
  let recalled: PageMemory
  let loaded: Outcome<SourceSite>
  let parsed: Outcome<[ParsedPage]>
  let names: SiteNames
  let evidenced: EvidencedSite
  let plan: SitePlan
  /// What was found after parsing.
  let laterProblems: [Diagnostic]
  /// How often it was revised since every page was resolved.
  var revisions = 0

  /// The site and every problem of every stage, in the severity that the site gives it; `reading` is what was wrong with
  /// the files themselves.
  func outcome(after reading: [Diagnostic]) -> Outcome<BuiltSite> {
    let settings = loaded.value.settings
    let faulty = Set((loaded.diagnostics + parsed.diagnostics).compactMap(\.span?.path))
    let built = BuiltSite(
      plan: plan.output,
      memory: PageMemory(of: parsed.value, without: faulty, allowsHTML: settings.allowsHTML),
      recalled: recalled,
      evidence: evidenced.evidence, released: loaded.value.released,
      publication: evidenced.publication, isReadBack: !loaded.value.published.isEmpty)
    let diagnostics = reading + loaded.diagnostics + parsed.diagnostics + laterProblems
    return Outcome(built, diagnostics.applying(settings.diagnosticLevels).ordered())
  }
}

extension BuildStages {
  /// More pages than these are not bound one by one.
  private static let mostRevised = 64
  /// Each revision leaves a list of all pages behind, which the files that it did not plan anew go on holding.
  private static let mostRevisions = 256

  /// The same site after the texts of a few modules changed; `pages` are all that it has now.
  ///
  /// Nil where more may differ than their own files: then everything after parsing is to be done again.
  func revised(with pages: Outcome<[ParsedPage]>, of tree: FileTree) -> BuildStages? {
    guard revisions < BuildStages.mostRevisions, pages.diagnostics == parsed.diagnostics,
      pages.value.count == parsed.value.count
    else { return nil }
    let changed = zip(pages.value, parsed.value).filter { $0 !== $1 && !$0.source.isSameFile(as: $1.source) }
    guard changed.count <= BuildStages.mostRevised else { return nil }
    var site = evidenced
    var places: [Int] = []
    for (page, before) in changed {
      guard let place = site.publication.pages.firstIndex(where: { $0.source.path == page.source.path }),
        let bound = names.rebind(page, after: before, as: site.publication.pages[place])
      else { return nil }
      site.publication.pages[place] = bound
      places.append(place)
    }
    guard let plan = plan.revised(for: site, modules: places) else { return nil }
    return BuildStages(
      tree: tree, terms: terms, recalled: recalled, loaded: loaded, parsed: pages, names: names,
      evidenced: site, plan: plan,
      laterProblems: laterProblems, revisions: revisions + 1)
  }
}

extension SourcePage {
  /// True of a page that was read again and is what it was.
  fileprivate func isSameFile(as other: SourcePage) -> Bool {
    path == other.path && version.digest == other.version.digest
  }
}

extension FileTree {
  /// True where nothing differs but what stands in pages; a file whose state tells nothing counts as another.
  func hasSameSurroundings(as other: FileTree) -> Bool {
    withdrawnStories == other.withdrawnStories && texts == other.texts
      && pages.elementsEqual(other.pages) { $0.path == $1.path }
      && data.elementsEqual(other.data) { isSame($0.path, $0.state, $1.path, $1.state) }
      && assets.elementsEqual(other.assets) { isSame($0.path, $0.state, $1.path, $1.state) }
  }

  private func isSame(_ path: String, _ state: FileState?, _ other: String, _ before: FileState?) -> Bool {
    path == other && state != nil && state == before
  }
}
