import PackhorseCore
import Testing

@testable import PackhorseLoading

@Suite struct FolderTests {
  @Test func saysHowToBeginWhereNothingIs() async {
    let outcome = await load(FileTree(), theme: [], jobs: 2)
    #expect(outcome.diagnostics.map(\.id) == ["empty-site"])
    #expect(outcome.diagnostics.first?.suggestion == "write those two files first, as docs/content.md shows")
  }

  @Test(arguments: ["content/site.yml", "content/practice.yml"])
  func reportsAMissingFile(path: String) async {
    let outcome = await SiteSample.load([path: nil])
    #expect(outcome.diagnostics.map(\.id) == ["missing-file"])
    #expect(outcome.diagnostics.first?.span == .file(path))
  }

  @Test(
    arguments: [
      ("content/sites.yml", "content/site.yml"), ("content/pathway/gp.yml", "content/pathways/gp.yml"),
      ("content/practice.yaml", "content/practice.yml"),
      ("content/criteria/a/b.yml", "content/criteria/b.yml"),
      ("content/refrences.json", "content/references.json"),
      ("words/eng.yml", "words/en.yml"), ("content/data/outcome.csv", "content/data/outcomes.csv"),
      ("content/data/prescribing.csv", nil),
    ] as [(String, String?)])
  func reportsFilesThatNothingReads(path: String, meant: String?) async {
    let outcome = await SiteSample.load([path: "a,b\n"])
    #expect(outcome.diagnostics.map(\.id) == ["unknown-file"])
    #expect(outcome.diagnostics.first?.suggestion == meant.map { "did you mean '\($0)'?" })
  }

  @Test func warnsOfAPrivateFileThatNoSourceNames() async {
    let path = "private/refferals.csv"
    let found = await SiteSample.load([path: "nhs number\n9434765919\n"]).diagnostics
    #expect(found.map(\.id) == ["unread-private-file"])
    #expect(found.first?.severity == .warning && found.first?.span == .file(path))
    #expect(found.allSatisfy { quotesNothing($0, of: ["nhs number", "9434765919"]) })
  }

  @Test func leavesOtherFilesAlone() async {
    let outcome = await SiteSample.load([
      "content/stories/notes.txt": "x", "content/stories/table.csv": "a,b\n1,2\n",
      "content/stories/garden.jpg": "", "README.md": "x", "private/x.yml": ": :",
    ])
    #expect(outcome.diagnostics == [])
    #expect(outcome.value.assets == ["content/stories/garden.jpg"])
  }

  @Test(arguments: [
    ("content/a/Plan.pdf", "content/a/plan.pdf"), ("content/a/e\u{301}.pdf", "content/a/\u{E9}.pdf"),
    ("content/a/x/1.pdf", "content/a/X/2.pdf"), ("content/a/x.pdf", "content/a/X.PDF/y.pdf"),
  ])
  func reportsNamesThatCollideOnOtherDisks(one: String, other: String) async {
    let outcome = await load(
      FileTree(
        texts: SiteSample.texts.map { SourceFile(path: $0, bytes: Array($1.utf8)) },
        assets: [one, other].map { AssetFile(path: $0) { [] } }), theme: [], jobs: 1)
    #expect(outcome.diagnostics.map(\.id) == ["case-colliding-names"])
  }

  @Test func reportsFoldersThatCollideOnce() async {
    let names = ["content/a/x/1.pdf", "content/a/x/2.pdf", "content/a/X/3.pdf", "content/a/X/4.pdf"]
    let outcome = await SiteSample.load(Dictionary(uniqueKeysWithValues: names.map { ($0, "") }))
    #expect(outcome.diagnostics.map(\.id) == ["case-colliding-names"])
    #expect(
      outcome.diagnostics.first?.summary == "'content/a/x' and 'content/a/X' are one name on many disks")
  }

  @Test(arguments: ["templates/partials/aux.mustache", "private/con.csv", "templates/assets/a?.css"])
  func reportsNamesThatCannotBeCopiedInEveryFolder(path: String) async {
    #expect(await SiteSample.load([path: ""]).diagnostics.map(\.id).contains("unportable-name"))
  }

  @Test(arguments: [
    "a:b.pdf", "a\\b.pdf", "a*.pdf", "what?.pdf", "\"a\".pdf", "<a>.pdf", "a|b.pdf", "con.pdf", "Com1.x.pdf",
    "lpt9.pdf",
    "nul/a.pdf", "a./b.pdf", "a /b.pdf", "a\u{7}.pdf", "a\u{9F}.pdf", "CON .pdf", "conin$.pdf",
    "com\u{B9}.pdf", "fdp\u{202E}.exe.pdf", "\(String(repeating: "é", count: 99)).pdf",
  ])
  func reportsNamesThatCannotBeCopied(name: String) async {
    let outcome = await SiteSample.load(["content/files/\(name)": ""])
    #expect(outcome.diagnostics.map(\.id) == ["unportable-name"])
    #expect(
      outcome.diagnostics.first?.summary.unicodeScalars.allSatisfy { $0.value >= 0x20 && $0.value != 0x9F }
        == true)
  }

  @Test(arguments: ["concert.pdf", "a b (1).pdf", "Übung.pdf", "com10.pdf", "a.b.c.pdf", "nulls.pdf"])
  func acceptsOrdinaryNames(name: String) async {
    #expect(await SiteSample.load(["content/files/\(name)": ""]).diagnostics == [])
  }

  @Test(arguments: [
    "Patient", "patient_id,score_before", "NHS-Number", "nhs number;a", "DOB", "Date of Birth\tx",
    "Surname,x",
    "referral_id,gad7", "postcode,swemwbs_before,swemwbs_after", "Name,Score baseline,Score follow-up",
    "age,pre score,post score",
    "name,year of birth", "postcode,referral date", "story_id,consent_date", "x,NHSNumber", "\u{FEFF}nhs_no",
  ])
  func reportsRecordsAboutPeople(header: String) async {
    let outcome = await SiteSample.load(["content/stories/list.csv": "\(header)\n"])
    #expect(outcome.diagnostics.map(\.id) == ["record-shaped-file"])
  }

  /// Tables of places and totals: this format's own, and national files as they come.
  @Test(arguments: [
    "id,name,activity,description,day,time,recurrence,place,postcode,cost,transport,step_free,first_visit,buddy,safety,contact,url",
    "practice_code,period,measure,numerator,denominator", "practice_code,name,address,postcode,list_size",
    "PUBLICATION,EXTRACT_DATE,TYPE,CCG_CODE,ONS_CCG_CODE,CODE,POSTCODE,SEX,AGE,NUMBER_OF_PATIENTS",
    "APPOINTMENT_MONTH_START_DATE,GP_CODE,GP_NAME,TIME_BETWEEN_BOOK_AND_APPT,COUNT_OF_APPOINTMENTS",
    "AreaCode,AreaName,Sex,Age,Timeperiod,Value,Count,Denominator", "name,post code,start date,end date",
    "name,postcode,opening hours,after hours contact", "before,after", "",
  ])
  func letsTablesOfTotalsPass(header: String) async {
    #expect(await SiteSample.load(["content/stories/list.csv": "\(header)\n"]).diagnostics == [])
  }
}
