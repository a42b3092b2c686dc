import PackhorseCore
import PackhorseTestSupport
import Testing

@testable import PackhorseRendering

struct VancouverEntryTests {
  private func entry(_ work: Reference) -> String {
    vancouverEntry(work, words: catalogue).source
  }

  private func name(_ family: String, _ given: String? = nil) -> Reference.Name {
    Reference.Name(family: family, given: given)
  }

  @Test func writesAJournalArticle() {
    #expect(
      entry(.article("kiely2022"))
        == "Kiely B. Effect of social prescribing link workers. BMJ Open. 2022;12(10):e062951. doi:"
        + "<a href=\"https://doi.org/10.1136/bmjopen-2022-062951\">10.1136/bmjopen-2022-062951</a>")
  }

  @Test(arguments: [
    ("Anne-Marie", "Boylan AM"), ("Kamal R.", "Boylan KR"), ("J. M.", "Boylan JM"), ("J.M.", "Boylan JM"),
    ("Élodie", "Boylan É"), ("simon", "Boylan S"), ("", "Boylan"), (" . ", "Boylan"),
  ])
  func takesInitialsFromGivenNames(given: String, expected: String) {
    var work = Reference(key: "x", type: "book")
    work.authors = [name("Boylan", given)]
    #expect(entry(work) == expected + ".")
  }

  @Test func namesSixAuthorsAndThenOthers() {
    var work = Reference(key: "x", type: "book")
    work.authors = (1...6).map { name("A\($0)", "B") }
    #expect(entry(work) == "A1 B, A2 B, A3 B, A4 B, A5 B, A6 B.")
    work.authors.append(name("A7", "B"))
    #expect(entry(work) == "A1 B, A2 B, A3 B, A4 B, A5 B, A6 B, et al.")
  }

  @Test func keepsAnOrganisationWholeAndAParticle() {
    var work = Reference(key: "x", type: "report")
    work.authors = [name("National Institute for Health and Care Excellence"), name("de Lusignan", "Simon")]
    #expect(entry(work) == "National Institute for Health and Care Excellence, de Lusignan S.")
  }

  @Test(arguments: [
    ("How much time?", "How much time?"), ("Now!", "Now!"), ("In the U.K.", "In the U.K."), ("A", "A."),
  ])
  func endsATitleOnce(title: String, expected: String) {
    var work = Reference(key: "x", type: "book")
    work.title = title
    #expect(entry(work) == expected)
  }

  @Test func writesAReportWithItsPublisherAndAddress() {
    var work = Reference(key: "nice2022", type: "report")
    work.authors = [name("NICE")]
    work.title = "Depression in adults"
    work.publisher = "NICE"
    work.publisherPlace = "London"
    work.year = 2022
    work.url = "https://www.nice.org.uk/guidance/ng222"
    #expect(
      entry(work) == "NICE. Depression in adults. London: NICE; 2022. "
        + "<a href=\"https://www.nice.org.uk/guidance/ng222\">https://www.nice.org.uk/guidance/ng222</a>")
  }

  /// Every set of absent fields, by bits.
  @Test(arguments: 0..<512)
  func leavesNoPunctuationBehindForWhatIsMissing(absent: Int) {
    var work = Reference.article("x")
    work.publisher = "Press"
    work.url = "https://example.org/"
    if absent & 1 != 0 { work.authors = [] }
    if absent & 2 != 0 { work.title = "" }
    if absent & 4 != 0 { work.container = nil }
    if absent & 8 != 0 { work.year = nil }
    if absent & 16 != 0 { work.volume = nil }
    if absent & 32 != 0 { work.issue = nil }
    if absent & 64 != 0 { work.page = nil }
    if absent & 128 != 0 { work.doi = nil }
    if absent & 256 != 0 { work.publisher = nil }
    let text = entry(work)
    for wrong in ["..", ". .", " .", "()", ";;", ";.", ":.", "; .", ": .", ".;", ".:", "  ", ";:", " ;"] {
      #expect(!text.contains(wrong), "\(text)")
    }
    #expect(!text.hasPrefix(" "))
    #expect(text.contains("10.1136") == (absent & 128 == 0))
    #expect(text.contains("https://example.org/") == (absent & 128 != 0))
  }

  @Test func saysThatDetailsWereNotChecked() {
    var work = Reference(key: "x", type: "article-journal")
    work.title = "A title"
    work.hasUnsureFields = true
    #expect(entry(work) == "A title. (details not checked)")
  }

  @Test(arguments: [
    ("https://doi.org/10.1/a<b", "doi:<a href=\"https://doi.org/10.1/a%3Cb\">10.1/a&lt;b</a>"),
    ("doi:10.1/x", "doi:<a href=\"https://doi.org/10.1/x\">10.1/x</a>"),
    ("nonsense", "doi:nonsense"),
  ])
  func linksOnlyWhatIsADOI(doi: String, expected: String) {
    var work = Reference(key: "x", type: "book")
    work.title = "T"
    work.doi = doi
    #expect(entry(work) == "T. " + expected)
  }

  @Test(arguments: ["javascript:alert(1)", "ftp://example.org", "//example.org", ""])
  func printsNoAddressThatIsNotOfTheWeb(url: String) {
    var work = Reference(key: "x", type: "webpage")
    work.title = "T"
    work.url = url
    #expect(entry(work) == "T.")
  }

  @Test func escapesEveryField() {
    var work = Reference(key: "x", type: "article-journal")
    work.authors = [name("<b>", "<i>")]
    work.title = "<script>"
    work.container = "a & b"
    work.volume = "\"1\""
    #expect(entry(work) == "&lt;b&gt; &lt;. &lt;script&gt;. a &amp; b. &quot;1&quot;.")
  }
}
