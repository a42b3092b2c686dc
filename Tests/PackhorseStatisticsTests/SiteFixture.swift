import PackhorseCore

@testable import PackhorseStatistics

/// Builds a resolved site of one practice for the tests of this target.
struct SiteFixture {
  var settings = SiteSettings()
  var measure = Measure(id: "attended")
  var rows: [Observation] = []

  init(publishBy length: Period.Length = .year) {
    settings.practices = .one(Located("DEMO01", at: .file("content/site.yml")))
    measure.publishBy = [.practice: length]
  }

  /// Adds a row of a proportion.
  mutating func add(
    _ period: String, _ numerator: Int, of denominator: Int, practice: String = "DEMO01",
    measure: String? = nil
  ) {
    add(
      period, .proportion(numerator: numerator, denominator: denominator), practice: practice,
      measure: measure)
  }

  /// Adds a row, of the measure unless another is named; each lies on its own line.
  mutating func add(
    _ period: String, _ value: Observation.Value, practice: String = "DEMO01", measure: String? = nil
  ) {
    guard let period = Period(period) else { return }
    let span = SourceSpan(path: "content/data/outcomes.csv", line: rows.count + 2, column: 1, length: 6)
    rows.append(
      Observation(
        practice: Located(practice, at: span), period: period,
        measure: Located(measure ?? self.measure.id, at: span), value: value))
  }

  var site: ResolvedSite {
    var publication = Publication()
    publication.settings = settings
    publication.practice.code = "DEMO01"
    publication.practice.name = "Demo Surgery"
    return ResolvedSite(publication: publication, measures: [measure], observations: rows)
  }
}

/// A control for a public site.
func publicControl(
  showsZero: Bool = true, protection: Protection = .class
) -> DisclosureControl {
  var settings = SiteSettings()
  settings.showsZero = showsZero
  settings.protection = protection
  return DisclosureControl(settings)
}
