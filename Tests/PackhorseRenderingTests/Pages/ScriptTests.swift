import PackhorseCore
import PackhorseTestSupport
import Testing

@testable import PackhorseRendering

@Suite struct ScriptTests {
  @Test func joinsThePartsOfTheScriptInTheOrderOfTheirNames() {
    var site = FixtureSite.site
    site.publication.words = Words([
      "script.quiz.try-again": "Say \"again\"</script>", "script.offline.new": "New", "page.x": "Not here",
    ])
    site.publication.templates.removeAll { $0.name.hasPrefix("script/") }
    for name in ["a", "b"] {
      site.publication.templates.append(
        TemplateSource(name: "script/\(name).js", path: "\(name).js", bytes: Array("\(name);\n".utf8)))
    }
    let joined = plan(site, date: FixtureSite.date, parser: FixtureSite.parser)
    let expected = """
      "use strict";
      const words = {
      "offlineNew": "New",
      "quizTryAgain": "Say \\"again\\"\\u003c/script>",
      };

      a;

      b;

      """
    #expect(joined.value.texts["assets/packhorse.js"] == expected)
  }
}
