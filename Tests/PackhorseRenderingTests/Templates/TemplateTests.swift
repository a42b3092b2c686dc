import PackhorseCore
import Testing

@testable import PackhorseRendering

private struct Card: PageTemplate {
  let title: String
  var link = SafeURL(from: .home, to: .groups)
  var lines: [TextLine] = []
  var isNew = false

  static let template = "pages/card"
  static let tags = TagTable<Card>([
    .text("title") { $0.title },
    .text("missing") { _ in nil },
    .url("link") { $0.link },
    .html("body") { _ in HTML(ready: "<b>ready</b>") },
    .flag("is-new") { $0.isNew },
    .list("lines", of: TextLine.tags) { $0.lines },
  ])
}

private let words = Words([
  "page.hello": "Good <day>", "page.named": "This is {title}", "page.odd": "{{title}}",
])

private func read(_ files: [String: String]) -> Outcome<TemplateLibrary> {
  let sources = files.sorted { $0.key < $1.key }.map { name, text in
    TemplateSource(name: name + ".mustache", path: "templates/\(name).mustache", bytes: Array(text.utf8))
  }
  return readTemplates(sources, for: [Card.template: Card.tags.schema], words: words)
}

private func check(_ template: String, partials: [String: String] = [:]) -> [Diagnostic] {
  read(partials.merging(["pages/card": template]) { $1 }).diagnostics
}

private func fill(_ template: String, _ card: Card) -> String {
  read(["pages/card": template]).value.fill(card).source
}

@Suite struct TemplateFilling {
  @Test func escapesText() {
    #expect(
      fill("<p title=\"{{title}}\">{{title}}</p>", Card(title: "<b> & \"q\"")).contains(
        "&lt;b&gt; &amp; &quot;q&quot;"))
  }

  @Test func putsReadyMarkupInAsItIs() {
    #expect(fill("{{{body}}}{{&body}}", Card(title: "")) == "<b>ready</b><b>ready</b>")
  }

  @Test func leavesOutSectionsOfAbsentTextsAndFlags() {
    #expect(
      fill("a{{#missing}}b{{/missing}}{{#is-new}}c{{/is-new}}{{^is-new}}d{{/is-new}}", Card(title: ""))
        == "ad")
  }

  @Test func repeatsASectionForEachRecordWithThePageInSight() {
    let card = Card(title: "T", lines: [TextLine(text: "1"), TextLine(text: "2")])
    #expect(fill("{{#lines}}{{line}}{{title}} {{/lines}}", card) == "1T 2T ")
  }

  @Test func putsWordsInEscapedWithTheirPlacesFilled() {
    #expect(
      fill("{{words.page.hello}} {{words.page.named}}", Card(title: "<T>"))
        == "Good &lt;day&gt; This is &lt;T&gt;")
  }

  @Test func neverReadsBracesInWordsAsATag() {
    #expect(!fill("{{words.page.odd}}", Card(title: "<i>")).contains("<i>"))
  }
}

@Suite struct TemplateChecks {
  @Test(arguments: [
    ("<p>{{titel}}</p>", "unknown-template-tag"),
    ("{{line}}", "unknown-template-tag"),
    ("{{#lines}}{{lime}}{{/lines}}", "unknown-template-tag"),
    ("{{words.page.helo}}", "unknown-word-key"),
    ("{{>partials/none}}", "unknown-partial"),
    ("{{#title}}", "unclosed-section"),
    ("{{#title}}{{#is-new}}{{/title}}{{/is-new}}", "unclosed-section"),
    ("{{/title}}", "bad-template"),
    ("{{title", "bad-template"),
    ("{{{title}}", "bad-template"),
    ("{{ti tle}}", "bad-template"),
    ("{{}}", "bad-template"),
    ("<p {{#title}}{{/title}}", "bad-template"),
    ("{{#lines}}{{#lines}}{{/lines}}{{/lines}}", "bad-template"),
    ("{{{title}}}", "wrongly-escaped-tag"),
    ("{{&title}}", "wrongly-escaped-tag"),
    ("<a href=\"{{{link}}}\">x</a>", "wrongly-escaped-tag"),
    ("{{body}}", "wrongly-escaped-tag"),
    ("<p class=\"{{{body}}}\"></p>", "wrongly-escaped-tag"),
    ("<title>{{{body}}}</title>", "wrongly-escaped-tag"),
    ("{{link}}", "wrongly-escaped-tag"),
    ("<p class=\"{{link}}\"></p>", "wrongly-escaped-tag"),
    ("<a href=\"javascript:{{link}}\"></a>", "wrongly-escaped-tag"),
    ("<a href=\"{{title}}\"></a>", "wrongly-escaped-tag"),
    ("{{is-new}}", "wrongly-escaped-tag"),
    ("<script>{{title}}</script>", "unsafe-tag-place"),
    ("<SCRIPT >let a = \"</s\"; {{title}}</SCRIPT>", "unsafe-tag-place"),
    ("<style>{{title}}</style>", "unsafe-tag-place"),
    ("<p onclick=\"{{title}}\"></p>", "unsafe-tag-place"),
    ("<p style=\"{{title}}\"></p>", "unsafe-tag-place"),
    ("<p class={{title}}></p>", "unsafe-tag-place"),
    ("<p class=a{{title}}></p>", "unsafe-tag-place"),
    ("<p title='{{title}}'></p>", "unsafe-tag-place"),
    ("<p {{title}}></p>", "unsafe-tag-place"),
    ("<{{title}}>", "unsafe-tag-place"),
    ("<!-- {{title}} -->", "unsafe-tag-place"),
    ("<script>if (a < b) { }</script>{{title}}", "bad-template"),
    ("{{#is-new}}<script>{{/is-new}}", "unsafe-tag-place"),
    ("{{#is-new}}<p class=\"{{/is-new}}\"></p>", "unsafe-tag-place"),
    ("{{=<% %>=}}", "unsupported-template-tag"),
    ("{{%CONTENT_TYPE:TEXT}}", "unsupported-template-tag"),
    ("{{uppercased(title)}}", "unsupported-template-tag"),
    ("{{>*title}}", "unsupported-template-tag"),
    ("{{<pages/card}}{{/pages/card}}", "unsupported-template-tag"),
    ("{{$title}}{{/title}}", "unsupported-template-tag"),
    ("{{#lines}}{{.}}{{/lines}}", "unsupported-template-tag"),
  ])
  func reports(_ template: String, _ id: String) {
    #expect(check(template).map(\.id).contains(id), "\(check(template))")
  }

  @Test(arguments: [
    "<p class=\"a {{title}}\">{{title}}</p>{{{body}}}", "<a href=\"{{link}}\">{{title}}</a>",
    "<title>{{title}}</title>", "{{! a note with {{ braces }}", "{{#missing}}<p>{{missing}}</p>{{/missing}}",
    "<p{{#is-new}} class=\"new\"{{/is-new}}>x</p>", "<script>if (a > b) { }</script>{{title}}",
    "<!-- <script> -->{{title}}", "<p>1 < 2</p>{{title}}", "<p title='a'>{{title}}</p>", "",
  ])
  func acceptsSoundTemplates(_ template: String) {
    #expect(check(template) == [])
  }

  @Test func suggestsTheNearestTagAtItsPlace() {
    let problem = check("<h1>\n  {{ titel }}\n</h1>").first
    #expect(problem?.suggestion == "did you mean 'title'?")
    #expect(problem?.span == SourceSpan(path: "templates/pages/card.mustache", line: 2, column: 6, length: 5))
  }

  @Test func checksAPartialAgainstThePageThatPutsItIn() {
    let inside = check("{{>partials/a}}", partials: ["partials/a": "{{title}} {{titel}}"])
    #expect(inside.map(\.id) == ["unknown-template-tag"])
    #expect(inside.first?.span?.path == "templates/partials/a.mustache")
  }

  @Test func reportsPartialsThatEndUpInThemselves() {
    let partials = ["partials/a": "{{>partials/b}}", "partials/b": "{{>partials/a}}"]
    #expect(check("{{>partials/a}}", partials: partials).map(\.id) == ["bad-template"])
  }

  @Test func reportsPartialsThatMultiply() {
    var partials = ["partials/p8": "{{title}}"]
    for level in 2..<8 {
      partials["partials/p\(level)"] = String(repeating: "{{>partials/p\(level + 1)}}", count: 30)
    }
    #expect(check("{{>partials/p2}}", partials: partials).map(\.id).contains("bad-template"))
  }

  @Test func reportsAPartialInsideATag() {
    #expect(check("<p {{>partials/a}}>", partials: ["partials/a": ""]).map(\.id) == ["unsafe-tag-place"])
  }

  @Test func reportsAMistypedOverrideWithTheNameItMeant() {
    let problem = read(["pages/card": "", "pages/crad": ""]).diagnostics.first
    #expect(problem?.id == "unknown-template")
    #expect(problem?.suggestion == "did you mean 'pages/card.mustache'?")
  }

  @Test func reportsAMissingTemplate() {
    #expect(read([:]).diagnostics.map(\.id) == ["missing-template"])
  }

  @Test(arguments: [
    "{", "{{{{{{{{", "{{#", "{{!", "<", "<p a=", "{{#a}}\u{0}", "\r\n{{title}}\r\n", "{{title}}{",
    "<p x='{{#is-new}}",
  ])
  func survivesHostileTemplates(_ template: String) {
    _ = check(template)
    _ = fill(template, Card(title: "x"))
  }

  @Test func survivesDeepNesting() {
    let deep = String(repeating: "{{#title}}", count: 50_000) + String(repeating: "{{/title}}", count: 50_000)
    #expect(check(deep).map(\.id).contains("bad-template"))
  }
}
