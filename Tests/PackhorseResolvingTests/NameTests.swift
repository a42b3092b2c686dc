import PackhorseCore
import PackhorseResolving
import Testing

struct NameTests {
  private func directive(_ name: DirectiveName, _ arguments: [String: String]) -> Directive {
    Directive(
      name: name, arguments: arguments.mapValues { at($0, line: 4) },
      span: SourceSpan(path: "content/modules/skills/listening.md", line: 4, column: 1))
  }

  private func diagnostics(_ outline: (inout Outline) -> Void) async -> [Diagnostic] {
    var site = SiteBuilder()
    site.add("content/modules/skills/listening.md", outline: outline)
    return await site.diagnostics()
  }

  @Test func numbersCitationsInTheOrderOfReadingAndThenOtherSources() async {
    var site = SiteBuilder()
    site.source.references.append(Reference(key: "other2020", type: "book"))
    let card = directive(.evidenceCard, ["source": "cooper2022"])
    site.add("content/modules/skills/listening.md") { outline in
      outline.citations = [at("kiely2022", line: 8), at("cooper2022", line: 9)]
      outline.directives = [card]
    } frontMatter: {
      $0.sources = [at("other2020", line: 2), at("kiely2022", line: 2)]
    }
    let resolved = await site.resolved()
    #expect(resolved.diagnostics.isEmpty)
    #expect(
      resolved.value.publication.pages[0].bindings.citations == ["cooper2022", "kiely2022", "other2020"])
  }

  @Test func reportsEveryNameThatNobodyDefined() async {
    let found = await diagnostics { outline in
      outline.citations = [at("kiely2021", line: 10)]
      outline.directives = [
        directive(.chart, ["measure": "atended"]), directive(.table, ["measure": "nothing"]),
        directive(.criteria, ["name": "referral"]), directive(.story, ["name": "maya"]),
      ]
      outline.inlineDirectives = [
        at(InlineDirective(name: .term, text: "warm handovr"), line: 11),
        at(InlineDirective(name: .word, text: "link-wrker"), line: 12),
        at(InlineDirective(name: .word, text: "link-worker many"), line: 13),
        at(InlineDirective(name: .stat, text: "atended value"), line: 14),
      ]
    }
    #expect(
      found.map(\.id) == [
        "unknown-criteria", "unknown-measure", "unknown-measure", "unknown-story", "unknown-citation",
        "unknown-term",
        "unknown-word", "unknown-word-form", "unknown-measure",
      ])
    #expect(found[4].suggestion == "did you mean 'kiely2022'?")
    #expect(found[8].suggestion == "did you mean 'attended'?")
  }

  @Test func findsATermByEitherSpellingWhateverItsCapitals() async {
    var site = SiteBuilder()
    site.add("content/modules/skills/listening.md") { outline in
      outline.inlineDirectives = ["Warm handover", "introduction"].map {
        at(InlineDirective(name: .term, text: $0), line: 3)
      }
    }
    let resolved = await site.resolved()
    #expect(resolved.diagnostics.isEmpty)
    #expect(
      resolved.value.publication.pages[0].bindings.terms == [
        "Warm handover": "warm-handover", "introduction": "warm-handover",
      ])
  }

  @Test func warnsOfAListOfGroupsThatWouldBeEmpty() async {
    let found = await diagnostics {
      $0.directives = [directive(.groups, ["activity": "walking", "day": "Friday"])]
    }
    #expect(found.map(\.id) == ["groups-without-match", "groups-without-match"])
    #expect(!found.hasErrors)
  }

  @Test func reportsUnknownRolesThemesTechniquesAndInterventions() async {
    var site = SiteBuilder()
    site.add("content/modules/skills/listening.md") { _ in
    } frontMatter: {
      $0.roles = [at("gpp", line: 3)]
      $0.themes = [at("tme", line: 4)]
      $0.techniques = [at("rewad", line: 5)]
      $0.interventions = [at(11, line: 6)]
    }
    let found = await site.diagnostics()
    #expect(
      found.map(\.id) == ["unknown-role", "unknown-theme", "unknown-technique", "unknown-intervention"])
    #expect(
      found.map(\.suggestion) == [
        "did you mean 'gp'?", "did you mean 'time'?", "did you mean 'reward'?", nil,
      ])
  }

  @Test func rowsOfListedPracticesAreKnown() async throws {
    var site = SiteBuilder()
    site.add("content/index.md")
    let code = at("DEMO09", line: 2, path: "content/data/practices.csv")
    site.source.practices = [ListedPractice(code: code, name: "Other")]
    site.source.observations = [
      Observation(
        practice: code, period: try #require(Period("2026-Q1")), measure: at("attended", line: 2, path: "x"),
        value: .proportion(numerator: 3, denominator: 9))
    ]
    #expect(await site.diagnostics().filter { $0.id == "unknown-practice" } == [])
    site.source.settings.audience = .practice
    site.source.settings.disclosure = .none
    let found = await site.diagnostics().filter { $0.id == "exact-counts-of-others" }
    #expect(found.map(\.span) == [code.span])
  }

  @Test(arguments: [
    ("2026-Q4", false), ("2026-11", false), ("2026-12", true), ("2027", true), ("2062-Q1", true),
  ])
  func aPeriodThatHasNotBegunIsAnError(period: String, isReported: Bool) async throws {
    var site = SiteBuilder()
    site.add("content/index.md")
    let row = at("DEMO01", line: 7, path: "content/data/outcomes.csv")
    site.source.observations = [
      Observation(
        practice: row, period: try #require(Period(period)), measure: at("attended", line: 7, path: "x"),
        value: .count(9))
    ]
    let found = await site.diagnostics().filter { $0.id == "period-in-future" }
    #expect(found.map(\.span) == (isReported ? [row.span] : []))
  }

  /// The site is built on 23 November 2026.
  @Test(arguments: [(2026 * 12 + 11, false), (2027 * 12, true)])
  func aMoveOnADayToComeIsReported(since month: Int, isReported: Bool) async {
    var site = SiteBuilder()
    site.add("content/index.md")
    let code = at("DEMO02", line: 3, path: "content/data/practices.csv")
    site.source.practices = [
      ListedPractice(code: code, name: "Moved", memberships: [Membership(), Membership(since: month)])
    ]
    let found = await site.diagnostics().filter { $0.id == "move-in-future" }
    #expect(found.map(\.span) == (isReported ? [code.span] : []))
  }

  @Test func aReleasedMeasureOfAnotherNameIsNoted() async throws {
    var site = SiteBuilder()
    site.add("content/index.md")
    let day = try #require(CalendarDate(iso: "2026-05-01"))
    site.source.measures = [Measure(id: "attended")]
    site.source.released = ["attended", "atended"].map { measure in
      ReleasedFigure(
        date: day, level: .practice, area: "DEMO01", measure: measure,
        period: Period(length: .year, year: 2025), months: 1, kind: .count(0), count: 20)
    }
    let found = await site.diagnostics().filter { $0.id == "released-measure-unknown" }
    #expect(found.map(\.suggestion) == ["did you mean 'attended'?"] && found[0].severity == .note)
  }

  @Test func saysNothingMoreOfAPracticeWhereSettingsWereNotRead() async {
    var site = SiteBuilder()
    site.add("content/index.md")
    site.source.practice.code = "DEMO02"
    site.source.settings.practices = .one(at("", line: 1, path: "content/site.yml"))
    #expect(await site.diagnostics().map(\.id) == [])
  }

  @Test func reportsRowsOfUnknownMeasuresAndOtherPractices() async throws {
    var site = SiteBuilder()
    site.add("content/index.md")
    site.source.practice.code = "DEMO02"
    let period = try #require(Period("2026-Q1"))
    site.source.observations = [
      Observation(
        practice: at("DEMO09", line: 2, path: "content/data/outcomes.csv"), period: period,
        measure: at("atended", line: 2, path: "content/data/outcomes.csv"),
        value: .proportion(numerator: 3, denominator: 9))
    ]
    let found = await site.diagnostics()
    #expect(Set(found.map(\.id)) == ["unknown-measure", "unknown-practice", "practice-code-differs"])
    #expect(!found.contains { $0.summary.contains("3") || $0.explanation?.contains("3") == true })
  }
}
