import Testing

@testable import packhorse

@Suite struct RequestTargetTests {
  @Test(arguments: [
    ("/", ""), ("/index.html", "index.html"), ("/modules/", "modules/"),
    ("/modules/a/b.html", "modules/a/b.html"),
    ("/a%20b.html", "a b.html"), ("/caf%C3%A9.html", "café.html"), ("/a+b", "a+b"),
    ("/index.html?x=/../", "index.html"),
    ("/%2e%2e%2e", "..."), ("/a..b", "a..b"), ("/%252e%252e/x", "%2e%2e/x"), ("/..%252fx", "..%2fx"),
  ])
  func aPathIsDecodedOnce(_ target: String, _ path: String) throws {
    #expect(try RequestTarget(target).path == path)
  }

  @Test(arguments: [
    "/..", "/../etc/passwd", "/a/../b", "/a/..", "/./a", "/%2e%2e/etc/passwd", "/.%2e/x", "/%2E%2E/x",
    "/a/%2e/b",
    "/..%2fetc", "/%2e%2e%2fetc%2fpasswd", "/a%2fb", "/a%2Fb", "/..\\..\\x", "/a%5cb", "/a\\b", "/%00",
    "/index.html%00",
    "/%0d%0aX:%20y", "/%7f", "/a%", "/a%2", "/a%zz", "/%c0%ae%c0%ae/x", "/%ff", "/%e2%82", "/%uff0e", "",
    "index.html",
    "//../x", "/a//../b",
  ])
  func refusesWhatLeadsElsewhereOrNowhere(_ target: String) {
    #expect(throws: Refusal(.badRequest)) { try RequestTarget(target) }
  }

  @Test func readsTheQuery() throws {
    let target = try RequestTarget(
      "/_packhorse/state?path=%2Fmodules%2Fa%2520b.html&state=1f&problems=&odd&=x&bad=%z")
    #expect(target.query("path") == "/modules/a%20b.html")
    #expect(target.query("state") == "1f")
    #expect(target.query("problems") == "")
    #expect(target.query("odd") == nil)
    #expect(target.query("bad") == nil)
  }
}
