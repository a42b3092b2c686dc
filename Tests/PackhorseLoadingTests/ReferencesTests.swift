import PackhorseCore
import Testing

@testable import PackhorseLoading

@Suite struct ReferencesTests {
  private func read(_ text: String) -> Outcome<[Reference]> {
    readReferences(Array(text.utf8)[...], path: "content/references.json")
  }

  /// A whole entry with some fields unsure.
  private func entry(unsure: String, status: String = "VERIFIED-PARTLY") -> Outcome<[Reference]> {
    read(
      """
      [{"id": "a2020", "type": "article-journal", "title": "T", "author": [{"family": "Smith", "given": "A B"}],
        "issued": {"date-parts": [[2020, 3]]}, "container-title": "J", "publisher": "P", "publisher-place": "L", "volume": 12, "issue": "3",
        "page": "1-9", "DOI": "10.1/x", "URL": "https://example.org/x", "abstract": 7,
        "custom": {"status": "\(status)", "memory_fields": [\(unsure)], "findings": ["secret"]}}]
      """)
  }

  @Test func givesUpAListThatIsNothingButProblems() {
    let diagnostics = read("[" + String(repeating: "1,\n", count: 20_000) + "1]").diagnostics
    #expect(diagnostics.count == 10_001)
    #expect(diagnostics.last?.id == "too-many-problems")
    #expect(diagnostics.last?.span?.start.line == 10_000)
  }

  @Test func readsEveryFieldOfAWork() {
    let outcome = entry(unsure: "")
    let reference = outcome.value.first
    #expect(outcome.diagnostics == [])
    #expect(reference?.authors == [Reference.Name(family: "Smith", given: "A B")])
    #expect(
      (reference?.title, reference?.container, reference?.publisher) == ("T", "J", "P")
        as (String?, String?, String?))
    #expect(
      (reference?.publisherPlace, reference?.volume, reference?.issue) == ("L", "12", "3")
        as (String?, String?, String?))
    #expect(
      (reference?.page, reference?.doi, reference?.url) == ("1-9", "10.1/x", "https://example.org/x")
        as (String?, String?, String?))
    #expect((reference?.year, reference?.hasUnsureFields) == (2020, false) as (Int?, Bool?))
    #expect(!"\(outcome.value)".contains("secret"))
  }

  /// Every name that the evidence base uses, with what it takes away.
  @Test(arguments: [
    ("author list", "authors"), ("first author", "authors"), ("fifth author", "authors"),
    ("author order", "authors"),
    ("first names", "authors"), ("end of title", "title"), ("volume", "volume"), ("issue", "issue"),
    ("page", "page"),
    ("last page", "page"), ("DOI", "doi"), ("URL", "url"), ("year", "year"), ("year of issue", "year issue"),
    ("volume, issue", "volume issue"), ("publisher", "publisher"), ("journal", "container"), ("PMID", ""),
  ])
  func loadsNoFieldThatIsUnsure(name: String, missing: String) {
    let outcome = entry(unsure: "\"\(name)\"")
    let reference = outcome.value.first
    let present: [(String, Bool)] = [
      ("authors", reference?.authors.isEmpty == false), ("title", reference?.title == "T"),
      ("container", reference?.container != nil),
      ("publisher", reference?.publisher != nil && reference?.publisherPlace != nil),
      ("year", reference?.year != nil),
      ("volume", reference?.volume != nil), ("issue", reference?.issue != nil),
      ("page", reference?.page != nil),
      ("doi", reference?.doi != nil), ("url", reference?.url != nil),
    ]
    #expect(outcome.diagnostics == [])
    #expect(reference?.hasUnsureFields == true)
    #expect(Set(present.filter { !$0.1 }.map(\.0)) == Set(missing.split(separator: " ").map(String.init)))
  }

  @Test(arguments: [
    ("\"all\"", "VERIFIED-PARTLY"), ("\"all bibliographic fields\"", "VERIFIED-PARTLY"), ("", "MEMORY-ONLY"),
    ("\"something or other\"", "VERIFIED-PARTLY"), ("\"volume\", \"everything\"", "VERIFIED-PARTLY"),
  ])
  func leavesOutWhatNobodyHasChecked(unsure: String, status: String) {
    let outcome = entry(unsure: unsure, status: status)
    #expect(outcome.value.isEmpty)
    #expect(outcome.diagnostics.map(\.id) == ["reference-not-verified"])
    #expect(outcome.diagnostics.first?.severity == .warning)
    #expect(
      outcome.diagnostics.first?.span
        == SourceSpan(path: "content/references.json", line: 1, column: 9, length: 7))
  }

  @Test func readsNamesAndDatesInEveryForm() {
    let outcome = read(
      """
      [{"id": "a", "type": "book", "title": "T", "author": [{"literal": "NHS England"},
          {"family": "Berg", "non-dropping-particle": "van den", "given": "J"}, {"family": "Plato"}],
        "issued": {"literal": "Spring 2019"}, "DOI": "https://doi.org/10.2/Y", "volume": ""},
       {"id": "b", "type": "book", "title": "T", "issued": {"date-parts": [["2018"]]}},
       {"id": "c", "type": "book", "title": "T", "issued": {"raw": "n.d."}, "custom": null}]
      """)
    #expect(outcome.diagnostics == [])
    #expect(outcome.value.map(\.year) == [2019, 2018, nil])
    #expect(outcome.value[0].authors.map(\.family) == ["NHS England", "van den Berg", "Plato"])
    #expect(outcome.value[0].authors.map(\.given) == [nil, "J", nil])
    #expect((outcome.value[0].doi, outcome.value[0].volume) == ("10.2/Y", nil) as (String?, String?))
  }

  @Test(arguments: [
    (
      "duplicate-reference",
      "[{\"id\": \"a\", \"type\": \"b\", \"title\": \"c\"},\n{\"id\": «\"a\"», \"type\": \"b\", \"title\": \"c\"}]"
    ),
    ("missing-key", "[«»{\"type\": \"b\", \"title\": \"c\"}]"),
    ("missing-key", "[{\"id\": \"a\", \"type\": \"b\", «\"title\"»: null}]"),
    ("wrong-type", "«»{}"), ("wrong-type", "[«\"a\"»]"),
    ("bad-url", "[{\"id\": \"a\", \"type\": \"b\", \"title\": \"c\", \"URL\": «\"javascript:alert(1)\"»}]"),
    ("bad-value", "[{\"id\": \"a\", \"type\": \"b\", \"title\": \"c\", \"DOI\": «\"11.1/x\"»}]"),
    ("bad-json", "[{\"id\": «a»}]"),
    ("wrong-type", "[{\"id\": \"a\", \"type\": \"b\", \"title\": \"c\", \"author\": «\"Smith\"»}]"),
  ])
  func reportsFaultsOfReferences(id: String, marked: String) async {
    _ = await SiteSample.expect(id, in: "content/references.json", marked)
  }
}
