import Testing

@testable import packhorse

@Suite struct ServedPageTests {
  @Test(arguments: [
    (
      "default-src 'none'; style-src 'self'; img-src 'self'",
      "default-src 'none'; style-src 'self'; img-src 'self'; script-src 'self'; connect-src 'self'"
    ),
    (
      "default-src 'none'; script-src 'none'; connect-src https://x.example; style-src 'self'",
      "default-src 'none'; script-src 'self'; connect-src https://x.example 'self'; style-src 'self'"
    ),
    (
      "default-src 'self'; SCRIPT-SRC 'NONE'",
      "default-src 'self'; script-src 'self'"
    ),
    (
      "default-src https://x.example",
      "default-src https://x.example; script-src https://x.example 'self'; connect-src https://x.example 'self'; "
        + "style-src https://x.example 'self'"
    ),
    ("img-src 'self'", "img-src 'self'"),
    ("", ""),
  ])
  func thePolicyAllowsThePreviewAndNothingElse(_ policy: String, _ widened: String) {
    #expect(ContentPolicy(policy).forPreview.text == widened)
  }

  @Test func theScriptIsLoadedAndThePolicyWidened() {
    let page = """
      <!doctype html><html><head>
      <meta charset="utf-8">
      <meta http-equiv="Content-Security-Policy" content="default-src 'none'">
      <title>x</title>
      </head><body><p>&lt;/head></p></body></html>
      """
    let served = String(decoding: servedPage(Array(page.utf8), state: "1f"), as: UTF8.self)
    #expect(
      served == """
        <!doctype html><html><head>
        <meta charset="utf-8">
        <meta http-equiv="Content-Security-Policy" content="default-src 'none'; script-src 'self'; connect-src 'self'; style-src 'self'">
        <title>x</title>
        <script src="/_packhorse/preview.js" data-state="1f" defer></script>
        </head><body><p>&lt;/head></p></body></html>
        """)
  }

  @Test func aPageWithoutHeadOrPolicyHasTheScriptAtItsEnd() {
    let served = String(decoding: servedPage(Array("<p>x</p>".utf8), state: "2"), as: UTF8.self)
    #expect(served == "<p>x</p><script src=\"/_packhorse/preview.js\" data-state=\"2\" defer></script>\n")
  }

  @Test(arguments: [
    ("index.html", "text/html; charset=utf-8"), ("assets/packhorse.css", "text/css; charset=utf-8"),
    ("a/PHOTO.JPG", "image/jpeg"), ("a.jpeg", "image/jpeg"), ("a.png", "image/png"), ("a.webp", "image/webp"),
    ("a.svg", "image/svg+xml"), ("a.pdf", "application/pdf"), ("a.mp4", "video/mp4"), ("a.mp3", "audio/mpeg"),
    ("a.vtt", "text/vtt; charset=utf-8"), ("feed.xml", "application/xml; charset=utf-8"),
    ("data/outcomes.csv", "text/csv; charset=utf-8"), ("a.json", "application/json"),
    ("a", "application/octet-stream"),
  ])
  func eachKindOfFileHasItsType(_ path: String, _ type: String) {
    #expect(contentType(of: path) == type)
  }

  @Test func linksOfAPageThatStandsInForAnotherLeadOnFromTheRoot() {
    let page = Array("<html><head>\n<link href=\"assets/a.css\"></head>".utf8)
    let shown = String(decoding: servedPage(page, state: "1", standsIn: true), as: UTF8.self)
    #expect(shown.hasPrefix("<html><head>\n<base href=\"/\">\n<link href=\"assets/a.css\">"))
    #expect(!String(decoding: servedPage(page, state: "1"), as: UTF8.self).contains("<base"))
    #expect(servedPage(Array("x".utf8), state: "1", standsIn: true).starts(with: "x".utf8))
  }
}
