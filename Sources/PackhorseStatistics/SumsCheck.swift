import PackhorseCore

/// What stands against `disclosure: sum-of-cells`: sums give nothing away only where each person is in one cell, and where
/// nothing else was ever published of them.
func sumProblems(_ site: ResolvedSite, _ shared: [SharedPeople]) -> [Diagnostic] {
  let settings = site.publication.settings
  guard DisclosureControl(settings).isSummed else { return [] }
  let ids = site.measures.map(\.id)
  let twice = shared.first.map {
    Diagnostic.samePeopleInSums(ids[$0.one.measure], ids[$0.other.measure], at: settings.disclosureSpan)
  }
  let released = site.released.isEmpty ? nil : Diagnostic.releasedBeforeSums(at: settings.disclosureSpan)
  return [twice, released].compactMap(\.self)
}

extension Diagnostic {
  fileprivate static func samePeopleInSums(_ one: String, _ other: String, at span: SourceSpan) -> Diagnostic
  {
    Diagnostic(
      .error, "same-people-in-sums", "Measures '\(one)' and '\(other)' count the same people", at: span,
      because: "Two ways to count the same people, each rounded, can be held against one another.",
      suggestion: "leave one of them out of content/data/measures.yml, or write 'disclosure: nhs-digital'")
  }

  fileprivate static func releasedBeforeSums(at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      .error, "released-before-sums", "Figures of this site were released in another way", at: span,
      because: "Those in content/data/released.csv, taken from sums of cells, could give small counts away.",
      suggestion: "write 'disclosure: nhs-digital'")
  }
}
