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
