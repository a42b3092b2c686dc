import PackhorseCore
import Testing

struct AddressHrefTests {
  @Test(arguments: [
    ("index.html", "index.html", "index.html"), ("a/b/c.html", "a/b/c.html", "c.html"),
    ("index.html", "a/b.html", "a/b.html"), ("a/b.html", "index.html", "../index.html"),
    ("a/b/c.html", "a/d/e.html", "../d/e.html"), ("a/b.html", "a/c.html", "c.html"),
    ("ab/x.html", "a/x.html", "../a/x.html"), ("a/b/c.html", "a/b.html", "../b.html"),
    ("a.html", "a.html/b", "a.html/b"), ("é/a b.html", "é/ü?.html", "%C3%BC%3F.html"),
    ("è/a.html", "é/a.html", "../%C3%A9/a.html"),
  ])
  func leadsFromOneFileToAnother(here: String, there: String, href: String) {
    #expect(Address(here).href(to: Address(there)) == href)
  }

  @Test func aPlaceOnTheSamePageIsAFragmentAlone() {
    #expect(Address("a/b.html").href(to: Address("a/b.html"), fragment: "x y") == "#x%20y")
    #expect(Address("a/b.html").href(to: Address("c.html"), fragment: "x") == "../c.html#x")
  }
}

@Suite struct AreaCodeTests {
  @Test(arguments: [("A81001", true), ("DEMO01", true), ("COM1", false), ("LPT9", false), ("COM10", true)])
  func aPracticesCodeNamesAFolder(code: String, isCode: Bool) {
    #expect(isPracticeCode(code) == isCode)
  }

  @Test(arguments: [("U10001", true), ("QJ2", true), ("CON", false), ("NUL", false), ("AUX-1", true)])
  func anAreasCodeNamesAFile(code: String, isCode: Bool) {
    #expect(isAreaCode(code) == isCode)
  }
}

/// In the folder of a practice, what each practice has is its own.
@Suite struct PracticeAddressTests {
  private let form = Address("practice/form.html", isOfPractice: true).inside("practices/demo01/")

  @Test(arguments: [
    (Address.outcomes, "../outcomes.html"), (Address.home, "../index.html"),
    (Address("modules/a/b.html"), "../../../modules/a/b.html"), (Address.network, "../../../index.html"),
    (Address.outcomes.inside("practices/demo02/"), "../../demo02/outcomes.html"),
  ])
  func leadsToTheNearest(other: Address, href: String) {
    #expect(form.href(to: other) == href)
  }

  @Test func whatAllHaveInCommonLeadsToThePlaceOfAll() {
    #expect(Address("modules/a/b.html").href(to: .outcomes) == "../../outcomes.html")
    #expect(form.withoutFolder == Address("practice/form.html") && form.isInFolder)
  }
}
