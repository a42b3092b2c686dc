import PackhorseCore
import Testing

@testable import PackhorseLoading

@Suite struct ThemeTests {
  @Test func flattensWordsAndReplacesThemKeyByKey() async {
    let outcome = await SiteSample.load(["words/en.yml": "date: {form: \"{month} {day}\"}\n"])
    #expect(outcome.diagnostics == [])
    #expect(outcome.value.words.keys == ["date.form", "date.title"])
    #expect(outcome.value.words("date.form", ["day": "1", "month": "May"]) == "May 1")
    #expect(outcome.value.words("date.title") == "Date")
  }

  @Test(arguments: [
    ("unknown-word-key", "date:\n  titel: «Day»\n"), ("bad-word-form", "date:\n  form: «\"{day}\"»\n"),
    ("bad-word-form", "date:\n  title: «\"{day} Date\"»\n"), ("wrong-type", "date:\n  title: «»[a]\n"),
    ("wrong-type", "«Date»\n"), ("duplicate-key", "date: {}\n«date»: {}\n"),
  ])
  func reportsFaultsOfWords(id: String, marked: String) async {
    let diagnostic = await SiteSample.expect(id, in: "words/en.yml", marked)
    if id == "unknown-word-key" { #expect(diagnostic?.suggestion == "did you mean 'date.title'?") }
  }

  @Test func letsTheSiteReplaceTemplatesAndAddPartials() async {
    let outcome = await SiteSample.load([
      "templates/pages/module.mustache": "own", "templates/partials/new.mustache": "new",
      "templates/assets/own.css": "",
    ])
    #expect(outcome.diagnostics == [])
    #expect(
      outcome.value.templates.map(\.name)
        == ["assets/own.css", "assets/site.css", "pages/module.mustache", "partials/new.mustache"])
    #expect(outcome.value.templates[2].bytes == Array("own".utf8))
  }

  @Test func reportsATemplateThatReplacesNothing() async {
    let diagnostic = await SiteSample.expect("unknown-template", in: "templates/pages/modul.mustache", "x")
    #expect(diagnostic?.suggestion == "did you mean 'templates/pages/module.mustache'?")
  }

  @Test func takesFontsAsTheyAreAndTemplatesAsText() async {
    let outcome = await SiteSample.load(bytes: [
      "templates/assets/own.woff2": [0, 0xFF], "templates/pages/module.mustache": [0xFF],
    ])
    #expect(outcome.diagnostics.map(\.id) == ["bad-utf8"])
    #expect(outcome.value.templates.first?.bytes == [0, 0xFF])
    #expect(outcome.value.templates.last?.bytes == Array("{{{body}}}".utf8))
  }
}
