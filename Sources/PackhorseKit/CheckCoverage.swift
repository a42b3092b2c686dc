package import PackhorseCore
import PackhorseLoading
import PackhorseResolving

/// Reads, parses and binds the pages of a site, and gives what they take up of the study, with every problem.
package func checkCoverage(_ tree: FileTree, date: CalendarDate, jobs: Int) async -> Outcome<Coverage> {
  var loaded = await load(tree, theme: themeFiles, jobs: jobs)
  loaded.value.withdrawnStories = tree.withdrawnStories
  let settings = loaded.value.settings
  let pages = await parsePages(
    tree.pages, memory: PageMemory(), shelf: nil, allowsHTML: settings.allowsHTML, jobs: jobs)
  let resolved = await resolve(
    ParsedSite(source: loaded.value, pages: pages.value), date: date, jobs: jobs)
  let diagnostics = (loaded.diagnostics + pages.diagnostics + resolved.diagnostics)
    .applying(settings.diagnosticLevels)
  return Outcome(Coverage(of: resolved.value.publication), diagnostics.ordered())
}
