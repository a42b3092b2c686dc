import PackhorseCore
import Testing

@testable import PackhorseLoading

@Suite struct SettingsTests {
  private func site(_ extra: String) -> String { (SiteSample.texts["content/site.yml"] ?? "") + "\n" + extra }

  @Test func readsTheSmallSiteWithoutAFault() async {
    let outcome = await SiteSample.load()
    #expect(outcome.diagnostics == [])
    #expect(outcome.value.settings.practice?.value == "DEMO01")
    #expect(outcome.value.practice.linkWorker.howToRefer == ["Ask at reception"])
    #expect(outcome.value.pages.map(\.path) == ["content/index.md"])
  }

  @Test func readsEverySetting() async {
    let outcome = await SiteSample.load([
      "content/site.yml": site(
        """
        url: https://example.org/sp/
        id: our-site
        storage: visit
        language: cy
        audience: practice
        disclosure: none
        show-zero: no
        protect: 4
        fewest-for-mean: 8
        sample: true
        licence: "Text: CC BY"
        html: allow
        leave-out: [digest, group-pages]
        review: {warn-days: 10, group-days: 20}
        diagnostics: {review-overdue: error, unknown-link: note}
        """)
    ])
    let settings = outcome.value.settings
    #expect(outcome.diagnostics == [])
    #expect(settings.url == "https://example.org/sp/")
    #expect((settings.id, settings.storage) == ("our-site", .visit))
    #expect((settings.language, settings.licence) == ("cy", "Text: CC BY"))
    #expect((settings.audience, settings.disclosure) == (.practice, .none))
    #expect(settings.leftOut == [.digest, .groupPages])
    #expect(settings.protection == .four && settings.fewestForMean == 8)
    #expect((settings.showsZero, settings.isSample, settings.allowsHTML) == (false, true, true))
    #expect((settings.review.warnDays, settings.review.groupDays) == (10, 20))
    #expect(
      settings.diagnosticLevels.mapValues(\.value) == ["review-overdue": .error, "unknown-link": .note])
    #expect(settings.diagnosticLevels["unknown-link"]?.span.start.column == 38)
    #expect(settings.roles == [Role(id: "gp", title: "GP", plural: "GPs")])
    #expect(settings.localWords["link-worker"]?.plural == "link workers")
  }

  @Test(
    arguments: [
      ("unknown-key", "«lisence»: x", "did you mean 'licence'?"),
      ("bad-value", "audience: «pubic»", "did you mean 'public'?"),
      ("bad-value", "html: «always»", nil),
      ("bad-value", "language: «english language»", "write 'en-GB' or 'cy'"),
      ("bad-value", "review: {warn-days: «-1»}", nil),
      ("bad-value", "diagnostics: {a: «fatal»}", nil),
      ("bad-id", "id: «Our Site»", "write 'our-site'"),
      ("bad-value", "storage: «for-ever»", nil),
      ("bad-value", "leave-out: [«digests»]", "did you mean 'digest'?"),
      ("bad-id", "diagnostics: {«Un Known»: note}", "write 'un-known'"),
      ("bad-value", "fewest-for-mean: «7»", nil),
      ("wrong-type", "fewest-for-mean: «ten»", nil),
      (
        "sums-need-zero", "disclosure: sum-of-cells\nshow-zero: «no»",
        "write 'show-zero: true', or 'disclosure: nhs-digital'"
      ),
      ("wrong-type", "sample: «»[yes]", nil),
      ("wrong-type", "review: {group-days: «soon»}", nil),
      ("wrong-type", "review: «30»", nil),
      ("bad-url", "url: «https://example.org/sp»", nil),
      ("bad-url", "url: «javascript:/»", nil),
      ("bad-url", "url: «https://a b/»", nil),
      (
        "disclosure-needs-practice-audience", "disclosure: «none»",
        "write 'audience: practice', or 'disclosure: nhs-digital'"
      ),
    ] as [(String, String, String?)])
  func reportsEachFaultOfSiteSettings(id: String, line: String, suggestion: String?) async {
    let diagnostic = await SiteSample.expect(id, in: "content/site.yml", site(line))
    #expect(diagnostic?.suggestion == suggestion)
  }

  @Test(arguments: [
    ("unknown-format", "format: 1", "format: «2»"),
    ("bad-value", "DEMO01", "«demo 1»"),
    ("missing-key", "title: Social prescribing at Demo Surgery", "«title»:"),
    ("missing-key", "title: Social prescribing at Demo Surgery", "«title»: \"  \""),
    ("wrong-type", "title: Social prescribing at Demo Surgery", "title: «»{a: b}"),
    ("bad-id", "gp:", "«GP Trainee»:"),
    ("missing-key", "{title: GP, plural: GPs}", "{title: GP}"),
  ])
  func reportsWhatHasToBeThere(id: String, part: String, marked: String) async {
    let text = site("")
    let path = "content/site.yml"
    let replaced = text.replacing(part, with: marked)
    let isMarked = replaced.contains("«")
    _ = await SiteSample.expect(id, in: path, isMarked ? replaced : replaced.replacing("gp:", with: "«gp»:"))
  }

  @Test func quotesWordsWithoutControlCharactersOrEnd() async {
    let long = String(repeating: "x", count: 5_000)
    let outcome = await SiteSample.load(["content/site.yml": site("language: \"\\n[31m\"\nurl: \(long)\n")])
    #expect(outcome.diagnostics.map(\.id) == ["bad-url", "bad-value"])
    #expect(outcome.diagnostics.allSatisfy { $0.summary.utf8.count < 200 && !$0.summary.contains("\n") })
  }

  /// Files of very many keys: each is looked at a number of times that does not grow with the file.
  @Test func readsVeryManyKeys() async {
    let keys = (0..<20_000).map { "k\($0): note" }.joined(separator: "\n  ")
    let outcome = await SiteSample.load([
      "content/site.yml": site("diagnostics:\n  \(keys)\n"),
      "content/index.md": "---\ntitle: T\n" + (0..<5_000).map { "k-\(String($0, radix: 16)): x\n" }.joined()
        + "---\n",
    ])
    #expect(outcome.value.settings.diagnosticLevels.count == 20_000)
    #expect(outcome.diagnostics.count == 5_000)
  }

  @Test func takesAListOfOnePractice() async {
    let outcome = await SiteSample.load(["content/site.yml": site("").replacing("DEMO01", with: "[DEMO01]")])
    #expect(outcome.diagnostics == [])
    #expect(outcome.value.settings.practice?.value == "DEMO01")
  }

  @Test func reportsAllMissingKeysOfAnEmptyFile() async {
    let outcome = await SiteSample.load(["content/site.yml": "# nothing yet\n"])
    #expect(outcome.diagnostics.map(\.id) == Array(repeating: "missing-key", count: 6))
    #expect(outcome.diagnostics.allSatisfy { $0.span == .file("content/site.yml") })
    #expect(outcome.diagnostics.first?.summary == "'format' is missing")
  }

  @Test func wantsTheLinkWorkersWord() async {
    let text = site("").replacing("link-worker", with: "nurse").replacing("words", with: "«words»")
    _ = await SiteSample.expect("missing-key", in: "content/site.yml", text)
  }

  @Test func wantsATextForThePhoto() async {
    let text = (SiteSample.texts["content/practice.yml"] ?? "") + "\n  photo: «sam.jpg»\n"
    _ = await SiteSample.expect("missing-key", in: "content/practice.yml", text)
    _ = await SiteSample.expect(
      "bad-value", in: "content/practice.yml",
      (SiteSample.texts["content/practice.yml"] ?? "").replacing("code: DEMO01", with: "code: «DEMO-1»"))
    _ = await SiteSample.expect(
      "wrong-type", in: "content/practice.yml",
      (SiteSample.texts["content/practice.yml"] ?? "").replacing("[Tuesday morning]", with: "«Tuesday»"))
  }

  @Test(arguments: [
    ("[6, «0»]", "check-in-before-start"), ("[2, 6, «2»]", "check-in-twice"),
    ("[«-2»]", "check-in-before-start"),
  ])
  func namesCheckInsThatCannotBe(weeks: String, id: String) async {
    _ = await SiteSample.expect(
      id, in: "content/pathways/gp.yml",
      "title: T\nsummary: S\nrole: gp\nminutes: 60\nmodules: [a/b]\ncheck-ins: \(weeks)\n")
  }

  @Test func warnsOfAStartThatNoCheckInFollows() async {
    _ = await SiteSample.expect(
      "start-without-check-ins", in: "content/pathways/gp.yml",
      "title: T\nsummary: S\nrole: gp\nminutes: 60\nmodules: [a/b]\nstarts: «2027-08-04»\n",
      severity: .warning)
  }

  @Test func readsGlossaryPathwayCriteriaAndMeasures() async {
    let outcome = await SiteSample.load([
      "content/glossary.yml":
        "link-worker:\n  term: link worker\n  definition: A person.\n  also: [social prescriber]\n",
      "content/pathways/gp.yml":
        "title: T\nsummary: S\nrole: gp\nminutes: 60\nmodules: [a/b, c/d]\ncheck-ins: [6, 2]\nstarts: 2027-08-04\n",
      "content/criteria/referral.yml": criteria,
      "content/data/measures.yml": measures + "  publish-by: {practice: quarter, icb: financial-year}\n",
    ])
    #expect(outcome.diagnostics == [])
    #expect(outcome.value.glossary.first?.also == ["social prescriber"])
    #expect(outcome.value.pathways.first?.modules.map(\.value) == ["a/b", "c/d"])
    #expect(outcome.value.pathways.first?.checkIns == [2, 6])
    #expect(outcome.value.pathways.first?.starts?.iso == "2027-08-04")
    #expect(outcome.value.criteria.first?.questions.first?.answers.map(\.answer) == ["Yes", "no"])
    #expect(outcome.value.criteria.first?.clinicalReview == "none yet")
    #expect(outcome.value.criteria.first?.outcomes.first?.kind == .urgent)
    #expect(outcome.value.measures.first?.publishBy == [.practice: .quarter, .icb: .financialYear])
  }

  @Test(arguments: [
    ("missing-key", "content/criteria/x.yml", "    reason: Why.\n", "", "«»id: risk"),
    ("bad-value", "content/criteria/x.yml", "kind: urgent", "kind: «urgnt»", ""),
    ("bad-id", "content/criteria/x.yml", "id: risk", "id: «Risk!»", ""),
    ("missing-key", "content/criteria/x.yml", "    answers:\n", "    «answers»:\n", ""),
    ("bad-date", "content/criteria/x.yml", "2026-10-01", "«2026-02-30»", ""),
    ("bad-value", "content/data/measures.yml", "proportion", "«proportions»", ""),
    ("missing-key", "content/data/measures.yml", "  licence: OGL\n", "", "«attended»:"),
    ("missing-key", "content/data/measures.yml", "[None known.]", "«»[]", ""),
    ("unknown-key", "content/data/measures.yml", "  why: W", "  «whys»: W\n  why: W", ""),
  ])
  func reportsFaultsOfOtherSettings(
    id: String, path: String, part: String, replacement: String, place: String
  ) async {
    var text = path.hasSuffix("measures.yml") ? measures : criteria
    text = text.replacing(part, with: replacement, maxReplacements: 1)
    if part.contains("answers") {
      text = text.split(separator: "\n").filter { !$0.contains("answer:") }.joined(separator: "\n")
    }
    if !place.isEmpty {
      let plain = place.filter { $0 != "«" && $0 != "»" }
      text = text.replacing(plain, with: place, maxReplacements: 1)
    }
    _ = await SiteSample.expect(id, in: path, text)
  }

  private let criteria = """
    title: T
    summary: S
    clinical-review: none yet
    reviewed: 2026-10-01
    review-due: 2027-10-01
    safety-net: N
    questions:
      - id: risk
        question: Q?
        reason: Why.
        answers:
          - {answer: "Yes", means: M, next: urgent}
          - {answer: no, means: M, next: urgent}
    outcomes:
      - {id: urgent, kind: urgent, title: T, action: A}
    """

  private let measures = """
    attended:
      title: Took up an activity
      type: proportion
      denominator: people referred
      numerator: took up an activity
      direction: higher
      why: W
      source: S
      caveats: [None known.]
      licence: OGL
      author: A

    """
}
