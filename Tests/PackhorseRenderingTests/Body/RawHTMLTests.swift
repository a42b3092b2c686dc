import PackhorseCore
import Testing

@testable import PackhorseRendering

struct RawHTMLTests {
  private func html(_ markdown: String, isAllowed: Bool = true) -> String {
    var fixture = BodyFixture()
    fixture.publication.settings.allowsHTML = isAllowed
    return fixture.html(markdown)
  }

  @Test func isDroppedUnlessTheSiteAllowsIt() {
    #expect(
      html("Press <kbd>F1</kbd>.\n\n<div>\n\nx\n\n</div>", isAllowed: false) == "<p>Press F1.</p>\n<p>x</p>\n"
    )
  }

  @Test(arguments: [
    ("Press <kbd>F1</kbd>.", "<p>Press <kbd>F1</kbd>.</p>\n"),
    ("H<sub>2</sub>O<br>a<wbr/>b", "<p>H<sub>2</sub>O<br>a<wbr>b</p>\n"),
    ("<span lang=\"cy\" dir='ltr'>Shwmae</span>", "<p><span lang=\"cy\" dir=\"ltr\">Shwmae</span></p>\n"),
    ("<abbr title=\"a &amp; b\">x</abbr>", "<p><abbr title=\"a &amp; b\">x</abbr></p>\n"),
    ("a <!-- note --> b", "<p>a  b</p>\n"),
    (
      "<details open>\n<summary>More &copy; & <</summary>\n\nText\n\n</details>",
      "<details open=\"\">\n<summary>More &copy; &amp; &lt;</summary>\n<p>Text</p>\n</details>\n"
    ),
  ])
  func keepsHarmlessElements(markdown: String, expected: String) {
    #expect(html(markdown) == expected)
  }

  @Test(arguments: [
    "<script>alert(1)</script>", "<SCRIPT>alert(1)</SCRIPT>", "<style>p{}</style>", "<iframe src=x></iframe>",
    "a <img src=x onerror=alert(1)>", "a <b onclick=\"x()\">b</b>", "a <a href=\"javascript:x\">b</a>",
    "a <span style=\"position:fixed\">b</span>", "a <span class=\"x\">b</span>", "a <span id=\"x\">b</span>",
    "<div onmouseover=x>", "<form action=x>", "a <b\nonclick=x>", "<object data=x></object>",
    "<svg onload=x>",
    "<meta http-equiv=refresh>", "<base href=x>", "a <b title=x>", "<math><mi>x</mi></math>",
    "<!doctype html>", "<?php x ?>", "<![CDATA[<script>x</script>]]>", "a <video src=x></video>",
    "a <input autofocus>", "<dialog open>", "<details ontoggle=x open>", "<h1>x</h1>", "<table><td>x</table>",
    "<details open open>", "a <b title=\"a\" title=\"b\">b</b>", "<div title=\"a\"onclick=x>",
    "<div title='\"><script>alert(1)</script>'>", "<b/onclick=x>",
  ])
  func showsWhateverElseAsText(markdown: String) throws {
    let text = html(markdown)
    var rest = text[...]
    while let open = rest.firstIndex(of: "<") {
      let close = try #require(rest[open...].firstIndex(of: ">"))
      let tag = rest[open...close]
      #expect(
        [
          "<p>", "</p>", "<b>", "</b>", "<div>", "</div>",
          "<div title=\"&quot;&gt;&lt;script&gt;alert(1)&lt;/script&gt;\">",
        ]
        .contains(String(tag)), "\(text)")
      rest = rest[rest.index(after: close)...]
    }
  }

  @Test(arguments: [
    ("</div></main>", "&lt;/div&gt;&lt;/main&gt;\n"), ("a <b>b", "<p>a <b>b</b></p>\n"),
    ("a <b>b <i>c</b> d", "<p>a <b>b <i>c&lt;/b&gt; d</i></b></p>\n"), ("a </b>", "<p>a &lt;/b&gt;</p>\n"),
    ("*a <b>b* c</b>", "<p><em>a <b>b</b></em> c&lt;/b&gt;</p>\n"),
    ("a <div>b</div>", "<p>a &lt;div&gt;b&lt;/div&gt;</p>\n"),
    ("> <div>\n\nafter", "<blockquote>\n<div>\n</div>\n</blockquote>\n<p>after</p>\n"),
    ("<div>\n\nunclosed", "<div>\n<p>unclosed</p>\n</div>"),
    (
      ":::discuss\n<div>\n\n:::\n\nafter\n\n</div>",
      "<section class=\"discuss\">\n<p class=\"block-title\">Talk about it together</p>\n<div>\n</div></section>\n<p>after</p>\n&lt;/div&gt;\n"
    ),
  ])
  func staysBalancedWithinItsPart(markdown: String, expected: String) {
    #expect(html(markdown) == expected)
  }

  @Test(arguments: ["<!--", "<b title=\"", "<b ", "<div>", "&", "&a", "<b title='<b lang=\""])
  func readsALongRunOnce(piece: String) {
    let text = "<div>\n" + String(repeating: piece, count: 100_000)
    #expect(html(text).contains("div"))
  }
}
