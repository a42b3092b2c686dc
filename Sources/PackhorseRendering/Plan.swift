package import PackhorseCore

/// Lists every file of the output with the function that renders it; checks the templates.
package func plan(_ site: EvidencedSite, date: CalendarDate, parser: @escaping BodyParser) -> Outcome<
  OutputPlan
> {
  Outcome(OutputPlan(files: []))
}
