import PackhorseCore
import Testing

@testable import PackhorseLoading

@Suite struct TablesTests {
  private let outcomes = "content/data/outcomes.csv"
  private let head = "practice_code,period,measure,numerator,denominator\n"
  private let consent = "private/consent.csv"
  private let consentHead =
    "story_id,kind,basis,consent_date,release_date,scope,expires,withdrawn_on,checked_by,text_sha256\n"
  private let groups = "content/data/groups.csv"
  private let groupsHead =
    "id,name,activity,description,day,time,recurrence,place,postcode,cost,transport,step_free,first_visit,buddy,safety,contact,url,"
    + "assured_date,status,sessions,funding_end,source\n"

  @Test func readsOutcomesInAnyOrderOfColumns() async {
    let text =
      "measure;denominator;numerator;period;practice_code\r\nattended;\"1,234\";45;2025-Q3;DEMO01\r\n"
      + "attended;[x];[x];2025-Q4;DEMO01\r\nseen; 7 ;0;2025/26;DEMO01\r\n\r\n;;;;\r\n"
    let outcome = await SiteSample.load([outcomes: text])
    #expect(outcome.diagnostics == [])
    #expect(
      outcome.value.observations.map(\.value) == [
        .proportion(numerator: 45, denominator: 1_234), .proportion(numerator: 0, denominator: 7),
      ])
    #expect(outcome.value.observations.map(\.period.code) == ["2025-Q3", "2025/26"])
    #expect(
      outcome.value.observations[0].practice.span
        == SourceSpan(path: outcomes, line: 2, column: 29, length: 6))
    #expect(
      outcome.value.observations[1].measureSpan
        == SourceSpan(path: outcomes, line: 4, column: 1, length: 4))
  }

  @Test(arguments: ["content/data/outcomes.csv", "private/consent.csv"])
  func givesUpATableThatIsNothingButProblems(path: String) async {
    let head = path == outcomes ? head : consentHead
    let diagnostics = await SiteSample.load([path: head + String(repeating: "a\n", count: 20_000)])
      .diagnostics
    #expect(diagnostics.count == 10_001)
    #expect(diagnostics.last { $0.span?.path == path }?.id == "too-many-problems")
    #expect(diagnostics.first { $0.id == "too-many-problems" }?.span?.start.line == 10_001)
  }

  @Test(arguments: ["DEMO01,2025-Q1,attended,31,78\n", "31,78,DEMO01,2025-Q1,attended\n"])
  func quotesNothingOfATableWithoutAHeader(row: String) async {
    let diagnostics = await SiteSample.load([outcomes: row + row]).diagnostics
    #expect(diagnostics.map(\.id) == ["csv-missing-column"])
    #expect(!"\(diagnostics)".contains("31"))
  }

  @Test func quotesNothingOfARegisterWithoutAHeader() async {
    let row = "maya,patient,real,2026-01-10,2026-02-01,public-web,,,Anne Example,\n"
    let diagnostics = await SiteSample.load([consent: row]).diagnostics
    #expect(diagnostics.map(\.id) == ["csv-missing-column"])
    #expect(!"\(diagnostics)".contains("Anne"))
  }

  @Test(arguments: [
    ("csv-empty", "«»"), ("csv-empty", "«»\n\n"),
    ("csv-missing-column", "practice_code,«periods»,measure,numerator,denominator\n"),
    ("csv-missing-column", "«»practice_code,measure,numerator,denominator\n"),
    ("csv-unknown-column", "practice_code,period,measure,numerator,denominator,«note»\n"),
    ("csv-unknown-column", "practice_code,period,«»,measure,numerator,denominator\n"),
    ("csv-duplicate-column", "practice_code,period,measure,numerator,denominator,«period»\n"),
    ("csv-cell-count", "practice_code,period,measure,numerator,denominator\nDEMO01,2025,attended,«3»\n"),
    (
      "csv-cell-count", "practice_code,period,measure,numerator,denominator\nDEMO01,2025,attended,3,1,«234»\n"
    ),
    ("csv-bad-quote", "practice_code,period,measure,numerator,denominator\nDEMO01,2025,a«\"»b,3,4\n"),
    ("csv-unclosed-quote", "practice_code,period,measure,numerator,denominator\nDEMO01,2025,«\"»b,3,4\n"),
  ])
  func reportsFaultsOfForm(id: String, marked: String) async {
    _ = await SiteSample.expect(id, in: outcomes, marked)
  }

  @Test(arguments: [
    ("csv-bad-cell", "«demo 1»,2025,attended,3,4"), ("csv-empty-cell", "«»,2025,attended,3,4"),
    ("csv-bad-cell", "DEMO01,«2025-Q5»,attended,3,4"),
    ("csv-bad-cell", "DEMO01,2025,«At tended»,3,4"), ("csv-bad-cell", "DEMO01,2025,attended,«three»,4"),
    ("csv-bad-cell", "DEMO01,2025,attended,«-3»,4"), ("csv-bad-cell", "DEMO01,2025,attended,3,«»"),
    ("csv-bad-cell", "DEMO01,2025,attended,3,«4.5»"),
    ("csv-bad-cell", "DEMO01,2025,attended,3,«\"1,23\"»"),
    ("csv-bad-cell", "DEMO01,2025,attended,3,«99999999999999999999»"),
    ("csv-bad-cell", "DEMO01,2025,attended,3,«[low]»"),
    ("numerator-exceeds-denominator", "DEMO01,2025,attended,«5»,4"),
  ])
  func reportsBadCellsWithoutQuotingThem(id: String, row: String) async {
    let diagnostic = await SiteSample.expect(
      id, in: outcomes, head + "DEMO01,2024,attended,1,8\n" + row + "\n")
    #expect(diagnostic?.summary.contains("row 3") == true)
    let (_, span) = SiteSample.unmarked(row, path: outcomes)
    let cell = row.filter { $0 != "«" && $0 != "»" }.dropFirst(span.start.column - 1).prefix(
      span.end.column - span.start.column)
    if cell.count > 1 || id == "numerator-exceeds-denominator", !cell.isEmpty, let diagnostic {
      #expect(quotesNothing(diagnostic, of: [cell.filter { $0 != "\"" }]))
    }
  }

  @Test(arguments: [
    ("[c]", "kept back", "DEMO01,2025,attended,«[c]»,4"),
    ("[x]", "not available", "DEMO01,2025,attended,3,«[x]»"),
  ])
  func saysWhatAMarkIsAndWhatToWrite(mark: String, meaning: String, row: String) async {
    let diagnostic = await SiteSample.expect("marked-cell", in: outcomes, head + row + "\n")
    #expect(diagnostic?.summary.contains("row 2") == true && diagnostic?.summary.contains(mark) == true)
    #expect(diagnostic?.explanation?.contains(meaning) == true)
    #expect(diagnostic?.suggestion?.contains("'[x]' for every number") == true)
  }

  @Test func doesNotBuildFromWhatABuildPublished() async {
    let header = "«area_type»,area_code,area_name,period,measure,statistic,n,numerator,denominator,value\n"
    let row = "practice,DEMO01,Demo Surgery,2024,attended,proportion,,[c],20,[c]\n"
    let diagnostic = await SiteSample.expect("published-figures", in: outcomes, header + row)
    #expect(diagnostic?.explanation?.contains("'[c]'") == true && diagnostic?.suggestion != nil)
  }

  /// A first row of data is not a header, and nothing of it is said.
  @Test(arguments: [
    ("content/data/outcomes.csv", "«»DEMO01,2025,attended,6174,8128\n"),
    ("private/consent.csv", "«»maya,patient,real,2026-01-02,,public-web,,,Dr Secret,\n"),
  ])
  func quotesNothingOfAFileWithoutAHeader(path: String, marked: String) async {
    let diagnostic = await SiteSample.expect("csv-missing-column", in: path, marked)
    if let diagnostic { #expect(quotesNothing(diagnostic, of: ["6174", "8128", "Secret", "maya"])) }
  }

  @Test func namesBothRowsOfARepeatedOutcome() async {
    let diagnostic = await SiteSample.expect(
      "duplicate-outcome", in: outcomes,
      head + "DEMO01,2025,attended,3,4\nDEMO01,2024,attended,[x],[x]\n«DEMO01»,2024,attended,3,4\n")
    #expect(diagnostic?.summary == "Row 4 repeats the practice, period and measure of row 3")
    #expect(diagnostic?.notes.first?.span == SourceSpan(path: outcomes, line: 3, column: 1, length: 6))
  }

  @Test func reportsAMixtureOfPeriodLengthsOnce() async {
    let diagnostic = await SiteSample.expect(
      "mixed-period-lengths", in: outcomes,
      head
        + "DEMO01,2025,attended,3,4\nDEMO01,2025,seen,3,4\nDEMO01,«2025-Q1»,attended,3,4\nDEMO01,2025-07,attended,3,4\n"
    )
    #expect(diagnostic?.notes.first?.span?.start == SourcePosition(line: 2, column: 8))
  }

  @Test func readsGroups() async {
    let text =
      groupsHead
      + "walk,Walkers,walking,\"A walk, slow\",Tuesday,10:00,weekly,'+Hall,AB1 2CD,free,bus,yes,\"Say hello\n\",no,'=safe,'quoted,https://x.org,"
      + "2026-05-01,temporarily-closed,12,2027-03-31,council\nchoir,Choir,singing,Songs,,,,,,,unknown,,unknown,,None,,,2026-05-01,active,,,\n"
    let outcome = await SiteSample.load([groups: text])
    let group = outcome.value.groups.first
    #expect(outcome.diagnostics == [])
    #expect(
      (group?.place, group?.safety, group?.contact) == ("+Hall", "=safe", "'quoted")
        as (String?, String?, String?))
    #expect(
      (group?.stepFree, group?.sessions, group?.status) == (true, 12, .temporarilyClosed)
        as (Bool?, Int?, CommunityGroup.Status?))
    #expect(group?.firstVisit == "Say hello\n")
    #expect(group?.fundingEnd?.iso == "2027-03-31")
    #expect(outcome.value.groups.last?.stepFree == nil)
    #expect(outcome.value.groups.last?.sessions == nil)
  }

  @Test(arguments: [
    ("csv-empty-cell", "walk,«»,walking,D,,,,,,,bus,,hello,,S,,,2026-05-01,active,,,"),
    ("csv-empty-cell", "walk,N,walking,D,,,,,,,bus,,hello,,S,,,«»,active,,,"),
    ("csv-bad-cell", "walk,N,walking,D,,,,,,,bus,,hello,,S,,,«01/05/2026»,active,,,"),
    ("csv-bad-cell", "walk,N,walking,D,,,,,,,bus,,hello,,S,,«x.org»,2026-05-01,active,,,"),
    ("csv-bad-cell", "walk,N,walking,D,,,,,,,bus,«maybe»,hello,,S,,,2026-05-01,active,,,"),
    ("csv-bad-cell", "walk,N,walking,D,,,,,,,bus,,hello,,S,,,2026-05-01,«open»,,,"),
    ("csv-bad-cell", "walk,N,walking,D,,,,,,,bus,,hello,,S,,,2026-05-01,active,«many»,,"),
    ("group-detail-missing", "walk,N,walking,D,,,,,,,«»,,hello,,S,,,2026-05-01,active,,,"),
    ("group-detail-missing", "walk,N,walking,D,,,,,,,bus,,«»,,S,,,2026-05-01,active,,,"),
    ("csv-bad-cell", "«Walk»,N,walking,D,,,,,,,bus,,hello,,S,,,2026-05-01,active,,,"),
  ])
  func reportsFaultsOfGroups(id: String, row: String) async {
    _ = await SiteSample.expect(id, in: groups, groupsHead + row + "\n")
  }

  @Test func reportsAGroupThatItsCardHasNoRoomFor() async {
    let visit = String(repeating: "a", count: 596)
    let row = "walk,N,walking,D,,,,,,,bus,,«\(visit)a»,,S,,,2026-05-01,active,,,\n"
    _ = await SiteSample.expect("group-card-too-long", in: groups, groupsHead + row, severity: .warning)
    #expect(
      await SiteSample.load([groups: groupsHead + row.replacing("«\(visit)a»", with: visit)]).diagnostics
        == [])
  }

  @Test func namesBothRowsOfARepeatedGroup() async {
    let row = "walk,N,walking,D,,,,,,,bus,,hello,,S,,,2026-05-01,active,,,\n"
    let diagnostic = await SiteSample.expect(
      "duplicate-group", in: groups, groupsHead + row + row.replacing("walk,N", with: "«walk»,N"))
    #expect(diagnostic?.summary == "'walk' is the id of rows 2 and 3")
  }

  @Test func readsTheConsentRegister() async {
    let digest = String(repeating: "aB", count: 32)
    let text =
      consentHead
      + "maya,patient,real,2026-01-02,2026-02-03,public-web; scorm,2027-01-02,2026-06-01,Dr A,\(digest)\n"
      + "sam,gp,fictional,,,public-web;staff-only;print;commissioner-summary,,,,\n"
    let outcome = await SiteSample.load([consent: text])
    let record = outcome.value.consent.first
    #expect(outcome.diagnostics == [])
    #expect(record?.scope == [.publicWeb, .scorm])
    #expect(record?.textDigest == digest.lowercased())
    #expect(
      (record?.consentDate?.iso, record?.withdrawnOn?.iso) == ("2026-01-02", "2026-06-01")
        as (String?, String?))
    #expect(
      (record?.teller, record?.basis) == (.patient, .real) as (ConsentRecord.Teller?, ConsentRecord.Basis?))
    #expect(outcome.value.consent.last?.scope.count == 4)
  }

  @Test(arguments: [
    ("incomplete-consent", "maya,patient,real,«»,,public-web,,,Dr A,"),
    ("incomplete-consent", "maya,patient,real,2026-01-02,,public-web,,,«»,"),
    ("contradictory-consent", "maya,patient,real,2026-01-02,,public-web,,«2026-01-01»,Dr A,"),
    ("csv-bad-cell", "maya,«friend»,real,2026-01-02,,public-web,,,Dr A,"),
    ("csv-bad-cell", "maya,patient,«true»,2026-01-02,,public-web,,,Dr A,"),
    ("csv-bad-cell", "maya,patient,real,«2 Jan»,,public-web,,,Dr A,"),
    ("csv-bad-cell", "maya,patient,real,2026-01-02,,«public-web;web»,,,Dr A,"),
    ("csv-empty-cell", "maya,patient,fictional,,,«»,,,,"),
    ("csv-bad-cell", "maya,patient,fictional,,,print,,,,«abc»"),
    ("csv-bad-cell", "maya,patient,fictional,,,«;»,,,,"),
  ])
  func leavesOutAConsentWithAFault(id: String, row: String) async {
    _ = await SiteSample.expect(id, in: consent, consentHead + row + "\n")
    let text = SiteSample.unmarked(consentHead + row + "\n", path: consent).text
    #expect(await SiteSample.load([consent: text]).value.consent.isEmpty)
  }

  @Test func leavesOutBothOfTwoConsentsForAStory() async {
    let text =
      consentHead
      + "maya,patient,fictional,,,print,,,,\nsam,gp,fictional,,,print,,,,\n«maya»,patient,fictional,,,public-web,,,,\n"
    _ = await SiteSample.expect("contradictory-consent", in: consent, text)
    let plain = SiteSample.unmarked(text, path: consent).text
    #expect(await SiteSample.load([consent: plain]).value.consent.map(\.storyID.value) == ["sam"])
  }
}
