package import PackhorseCore
import PackhorseLoading
import PackhorseParsing
import PackhorseRendering
import PackhorseResolving
import PackhorseStatistics
import PackhorseTheme

/// The whole pipeline: from the files of a site to the plan of its output, with every problem of every stage.
package func build(_ tree: FileTree, date: CalendarDate, jobs: Int) async -> Outcome<OutputPlan> {
  let theme = Theme.files.map { SourceFile(path: $0.path, bytes: $0.bytes) }
  let loaded = await load(tree, theme: theme, jobs: jobs)
  let parsed = await parse(loaded.value, jobs: jobs)
  let resolved = await resolve(parsed.value, date: date, jobs: jobs)
  let evidenced = compute(resolved.value)
  let planned = plan(evidenced.value, date: date, parser: { parseBody($0, options: $1) })
  let diagnostics =
    loaded.diagnostics + parsed.diagnostics + resolved.diagnostics + evidenced.diagnostics
    + planned.diagnostics
  return Outcome(planned.value, diagnostics.ordered())
}
