import PackhorseCore
import Testing

@testable import PackhorseLoading

@Suite struct SourceFaultTests {
  private let path = "content/data/sources.yml"
  private let table = "content/data/seen.csv"

  /// Loads a table of counts for a source whose lines are given; the wrong place of either is marked.
  private func expect(
    _ id: String, source: String, table text: String = "gp,month,seen,sent\nDEMO01,2025-07,3,4\n",
    _ location: SourceLocation = #_sourceLocation
  ) async -> Diagnostic? {
    let source = SiteSample.unmarked(source, path: path)
    let marked = SiteSample.unmarked(text, path: table)
    let found = await DataSample.load([table: marked.text], sources: source.text).diagnostics
    #expect(found.map(\.id) == [id], sourceLocation: location)
    let isInTable = text.contains("«")
    #expect(found.first?.span == (isInTable ? marked.span : source.span), sourceLocation: location)
    return found.first
  }

  private let entry = """
    seen:
      files: [content/data/seen.csv]
      measures: [attended]
      columns: {practice: gp, period: month, numerator: seen, denominator: sent}

    """

  @Test(arguments: [
    ("unknown-measure", "[attended]", "[«atended»]"),
    ("missing-file", "content/data/seen.csv", "«content/data/sen.csv»"),
    ("bad-value", "measures:", "shape: «edp»\n  measures:"),
    ("csv-missing-column", "numerator: seen", "numerator: «sen»"),
    ("source-measure-mismatch", "[attended]", "[«way»]"),
    ("source-measure-mismatch", "[attended]", "[attended, «referrals»]"),
    ("source-measure-mismatch", ", denominator: sent", ""),
    ("source-measure-mismatch", "seen:\n  files", "«seen»:\n  files"),
    ("bad-value", "measures:", "period: «2025-13»\n  measures:"),
    ("unknown-key", "measures:", "«mesures»: [x]\n  measures:"),
    ("records-outside-private", "measures:", "shape: «records»\n  measures:"),
  ])
  func reportsFaultsOfASource(id: String, part: String, replacement: String) async {
    var text = entry.replacing(part, with: replacement, maxReplacements: 1)
    if part.hasPrefix(", denominator") { text = text.replacing("attended", with: "«attended»") }
    if replacement.hasPrefix("«seen»") { text = text.replacing("period: month, ", with: "") }
    var found = Set<String>()
    let plain = SiteSample.unmarked(text, path: path)
    let csv = "gp,month,seen,sent\nDEMO01,2025-07,3,4\n"
    for diagnostic in await DataSample.load([table: csv], sources: plain.text).diagnostics
    where diagnostic.span == plain.span { found.insert(diagnostic.id) }
    #expect(found.contains(id))
  }

  @Test(arguments: [
    ("numerator-exceeds-denominator", "DEMO01,2025-07,«5»,4\n"), ("csv-bad-cell", "DEMO01,2025-07,«-3»,4\n"),
    ("csv-bad-cell", "DEMO01,2025-07,«2.5»,4\n"), ("csv-bad-cell", "DEMO01,2025-07,«45%»,100\n"),
    ("csv-bad-cell", "DEMO01,2025-07,3,«99999999999»\n"), ("csv-bad-cell", "DEMO01,«July»,3,4\n"),
    ("csv-bad-cell", "«A1»,2025-07,3,4\n"), ("csv-empty-cell", "DEMO01,2025-07,«»,4\n"),
    ("csv-bad-cell", "DEMO01,«31/02/2025»,3,4\n"), ("csv-bad-cell", "DEMO01,2025-07,«*»,4\n"),
    ("duplicate-row", "DEMO01,2025-07,3,4\n«DEMO01»,2025-07,3,4\n"),
    ("marked-cell", "DEMO01,2025-07,«[c]»,4\n"), ("marked-cell", "DEMO01,2025-07,3,«[x]»\n"),
  ])
  func reportsFaultsOfItsRows(id: String, rows: String) async {
    let diagnostic = await expect(id, source: entry, table: "gp,month,seen,sent\n" + rows)
    #expect(diagnostic?.summary.contains(/[Rr]ow \d/) == true)
  }

  @Test func makesNothingOfAMarkThatASourceDeclares() async {
    let outcome = await DataSample.load(
      [table: "gp,month,seen,sent\nDEMO01,2025-07,[c],4\nDEMO01,2025-08,3,4\n"],
      sources: entry + "  hidden: \"[c]\"\n")
    #expect(outcome.diagnostics == [])
    #expect(outcome.value.observations.map(\.period.code) == ["2025-08"])
  }

  @Test func tellsOfAWrongShapeOnce() async {
    let source = "referrals:\n  files: [private/referrals.csv]\n  shape: «recrods»\n  measures: [way]\n"
    let (text, span) = SiteSample.unmarked(source, path: path)
    let rows = "R1,DEMO01,2025-04-02,debt,completed,3,6\n"
    let found = await DataSample.load([DataSample.records: DataSample.head + rows], sources: text).diagnostics
    #expect(found.map(\.id) == ["bad-value"] && found.first?.span == span)
  }

  @Test func stopsAtIdentifiersInColumnsThatNobodyDeclared() async {
    let text = "gp,month,seen,sent,who\nDEMO01,2025-07,3,4,«9434765919»\n"
    let diagnostic = await expect("identifier-found", source: entry, table: text)
    if let diagnostic { #expect(quotesNothing(diagnostic, of: ["9434765919"])) }
    let places = entry + "  places: [where]\n"
    let postcode = ["gp,month,seen,sent,where\nDEMO01,2025-07,3,4,AB1 2CD\n"]
    #expect(await DataSample.load([table: postcode[0]], sources: places).diagnostics == [])
  }

  @Test func locatesWhatMakesAWholeFileUnreadable() async {
    let line = String(repeating: "x", count: 16 << 20) + "x,DEMO01,2025-04-02,debt,completed,3,6\n"
    let cases = [
      ("csv-empty", "", 1), ("csv-empty", "\n\n", 1),
      ("csv-missing-column", "R1,DEMO01,2025-04-02,debt,active,3,6\n", 1),
      ("line-too-long", DataSample.head + line, 2),
    ]
    for (id, text, row) in cases {
      let found = await DataSample.load([DataSample.records: text]).diagnostics
      #expect(found.first?.id == id, "\(found.map(\.id)) \(text.prefix(20))")
      #expect(found.first?.span?.path == DataSample.records)
      #expect(found.first?.span?.start.line == row)
      #expect(found.allSatisfy { quotesNothing($0, of: ["R1", "2025"]) })
    }
  }

  @Test func readsTheConsentRegisterAsNothingElse() async {
    let register = "private/consent.csv"
    let head =
      "story_id,kind,basis,consent_date,release_date,scope,expires,withdrawn_on,checked_by,text_sha256\n"
    let outcome = await DataSample.load(
      [register: head + "maya,patient,fictional,,,print,,,,\n"],
      sources: "seen:\n  files: [private/consent.csv]\n  shape: records\n")
    #expect(outcome.diagnostics.map(\.id) == ["bad-value"])
    #expect(outcome.value.consent.map(\.storyID.value) == ["maya"])
  }

  @Test func tellsWhatTheDiskSays() async {
    struct Refused: Error {}
    let file = DataFile(path: DataSample.records) { _ in throw Refused() }
    let context = DataContext(measures: [:], practices: ["DEMO01"], jobs: 2)
    #expect(await readData(file, for: nil, context).diagnostics.map(\.id) == ["unreadable-file"])
  }

  @Test func saysWhatAnUnknownFileNeeds() async {
    let source = "seen:\n  files: [content/data/seen.csv]\n  measures: [attended]\n"
    _ = await expect(
      "unknown-table-shape", source: source, table: "«»gp,month,seen,sent\nDEMO01,2025-07,3,4\n")
  }

  @Test func asksWhatToCountInAFileThatItKnows() async throws {
    let epd = "content/data/epd.csv"
    let found = await DataSample.load([epd: try ShapeTests.fixture("epd-2016-01.csv")], sources: "")
      .diagnostics
    #expect(found.map(\.id) == ["source-measure-mismatch"])
    #expect(found.first?.summary.contains("English prescribing data") == true)
  }

  @Test func findsMonthsAmongCountsSinceApril() async {
    let rows = "DEMO01,2025-04,5,\nDEMO01,2025-05,9,\n«DEMO01»,2025-06,3,\n"
    let source = entry.replacing("[attended]", with: "[referrals]") + "  cumulative: true\n"
    _ = await expect("cumulative-falls", source: source, table: "gp,month,seen,sent\n" + rows)
  }

  @Test func findsAMeasureThatIsCountedInTwoWays() async {
    let other = entry.replacing("seen:", with: "again:", maxReplacements: 1).replacing(
      "[attended]", with: "[«attended»]")
    _ = await expect("mixed-cumulative", source: entry + other + "  cumulative: true\n")
  }

  @Test func asksForTheListSizesOfARate() async {
    let source = entry.replacing("[attended]", with: "[referral-rate]").replacing(
      ", denominator: sent", with: "")
    _ = await expect(
      "rate-without-list-size", source: source, table: "gp,month,seen,sent\n«DEMO01»,2025-07,3,4\n")
  }

  @Test func givesARateTheListSizeOfItsTime() async throws {
    let source = entry.replacing("[attended]", with: "[referral-rate]").replacing(
      ", denominator: sent", with: "")
    let outcome = await DataSample.load(
      [
        table: "gp,month,seen,sent\nDEMO01,2025-07,3,4\nDEMO01,2026-05,5,6\nDEMO01,2020-01,1,6\n",
        "content/data/old.csv": try ShapeTests.fixture("gp-reg-pat-prac-all-ccg.csv"),
        "content/data/new.csv": try ShapeTests.fixture("gp-reg-pat-prac-all-icb.csv"),
      ], sources: source)
    #expect(outcome.diagnostics == [])
    #expect(
      outcome.value.observations.map(\.value) == [
        .rate(numerator: 1, listSize: 8120), .rate(numerator: 3, listSize: 8120),
        .rate(numerator: 5, listSize: 8204),
      ])
  }

  @Test func findsIdentifiersInOutcomesAndGroups() async {
    let head = "practice_code,period,measure,numerator,denominator\n"
    let found = await SiteSample.load(["content/data/outcomes.csv": head + "DEMO01,2025,9434765919,3,4\n"])
      .diagnostics
    #expect(found.map(\.id) == ["identifier-found"])
    #expect(found.first.map { quotesNothing($0, of: ["9434765919"]) } == true)
  }
}
