import PackhorseCore
import Testing

@testable import PackhorseRendering

/// Whoever writes a template: readers are told what they must be, and pages keep their policy.
@Suite struct RequiredTagTests {
  private func problems(_ name: String, _ change: (String) -> String) -> [Diagnostic] {
    var site = FixtureSite.site
    site.publication.templates = ThemeOnDisk.templates.map { source in
      guard source.name == name else { return source }
      let changed = change(String(decoding: source.bytes, as: UTF8.self))
      return TemplateSource(name: name, path: source.path, bytes: Array(changed.utf8))
    }
    return plan(site, date: FixtureSite.date, parser: FixtureSite.parser).diagnostics
  }

  @Test(arguments: [
    ("{{>partials/policy}}\n", ""),
    ("{{>partials/policy}}", "<script>go()</script>{{>partials/policy}}"),
    ("{{>partials/policy}}", "<img src=x>{{>partials/policy}}"),
    ("{{>partials/policy}}", "{{#is-sample}}{{>partials/policy}}{{/is-sample}}"),
    ("{{>partials/policy}}", "{{>partials/age}}{{>partials/policy}}"),
    ("{{>partials/policy}}", "<!-- {{>partials/policy}} -->"),
  ])
  func aLayoutBeginsWithThePolicy(part: String, replacement: String) {
    for layout in ["layouts/page.mustache", "layouts/not-found.mustache", "layouts/redirect.mustache"] {
      let found = problems(layout) { $0.replacing(part, with: replacement) }
      #expect(found.contains { $0.id == "layout-without-policy" }, "\(layout)")
    }
    #expect(problems("layouts/page.mustache") { $0 }.isEmpty)
  }

  @Test(arguments: [
    ("layouts/page.mustache", "is-sample"), ("layouts/page.mustache", "is-private"),
    ("layouts/page.mustache", "checked"), ("layouts/not-found.mustache", "is-sample"),
    ("pages/story.mustache", "provenance"), ("pages/link-worker.mustache", "safety-net"),
    ("pages/module.mustache", "clinical-review"), ("pages/outcomes.mustache", "counting"),
  ])
  func readersAreToldWhatTheyMustKnow(template: String, tag: String) {
    let found = problems(template) { text in
      // Whatever else it shows, a page may be arranged anew.
      tag == "clinical-review" ? text.replacing("{{>partials/review}}", with: "") : without(tag, text)
    }
    #expect(found.map(\.id) == ["template-without-tag"])
    #expect(found.first?.summary.contains("'\(tag)'") == true)
  }

  @Test func aTagMayStandInAPartial() {
    let found = problems("pages/criteria.mustache") {
      $0.replacing("{{{criteria}}}", with: "<div>{{{criteria}}}</div>")
    }
    #expect(found.isEmpty)
  }

  /// The text without a tag and its section.
  private func without(_ tag: String, _ text: String) -> String {
    text.split(separator: "\n", omittingEmptySubsequences: false)
      .filter { line in !["#", "/", "{", ""].contains { line.contains("{{\($0)\(tag)}}") } }
      .joined(separator: "\n")
  }
}
