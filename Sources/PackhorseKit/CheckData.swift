package import PackhorseCore
import PackhorseLoading
import PackhorseResolving
import PackhorseStatistics

/// What is understood of a site's data files.
package struct CheckedData: Sendable {
  package var tables: [TableSummary]
  package var shares: [WithheldShare]
}

/// Reads the data files of a site and nothing else; gives what was understood, and every problem of them.
package func checkData(_ tree: FileTree, date: CalendarDate, jobs: Int) async -> Outcome<CheckedData> {
  var tree = tree
  tree.pages = []
  let loaded = await load(tree, theme: themeFiles, jobs: jobs)
  let site = loaded.value
  let shares = await forecastWithheld(
    site.observations, measures: site.measures, settings: site.settings, practices: site.practices, jobs: jobs
  )
  let diagnostics = (loaded.diagnostics + checkOutcomes(site, date: date) + shares.diagnostics)
    .applying(site.settings.diagnosticLevels)
  return Outcome(
    CheckedData(tables: site.tables.sorted { $0.path < $1.path }, shares: shares.value), diagnostics.ordered()
  )
}
