package import PackhorseCore

/// Turns exact counts into published values; exact counts end here.
///
/// Every proportion gets a series for the site's practice, empty where no row is about it. Rows of other practices and of
/// unknown measures are passed over: the stage before reports them.
package func compute(_ site: ResolvedSite) -> Outcome<EvidencedSite> {
  let publication = site.publication
  let control = DisclosureControl(publication.settings)
  let code = publication.settings.practice.value
  let rows = Dictionary(
    grouping: site.observations.filter { $0.practice.value == code }, by: \.measure.value)
  var diagnostics: [Diagnostic] = []
  let series = site.measures.filter { $0.kind == .proportion }.map { measure in
    let sums = PeriodSums(rows[measure.id] ?? [], by: measure.periodLength(for: .practice))
    diagnostics += sums.diagnostics
    return publishedSeries(measure, of: publication.practice, sums: sums.sums, control: control)
  }
  let evidence = PublishedEvidence(series: series, isExact: control.isExact)
  return Outcome(EvidencedSite(publication: publication, evidence: evidence), diagnostics)
}
