import Foundation
import PackhorseTestSupport

/// A change that somebody could make to a site between two builds.
struct SiteEdit: Sendable {
  var name: String
  var make: @Sendable (IncrementalSite, inout Seeded) throws -> Void

  /// Changes to pages, settings, data, templates, words, files to copy and the output itself.
  static let all: [SiteEdit] =
    pages + settings + [
      SiteEdit(name: "another day") { site, random in site.date = "2026-11-\(random.pick(["23", "24", "30"]))"
      },
      SiteEdit(name: "a file of the output goes") { site, random in
        try site.write(nil, to: random.pick(site.paths(in: "public", ending: ".html")))
      },
      SiteEdit(name: "a file of the output is written over") { site, random in
        try site.write("mine", to: random.pick(site.paths(in: "public", ending: ".html")))
      },
    ]

  private static let pages = [
    SiteEdit(name: "a page grows") { site, random in
      try change(site, page(of: site, &random)) { $0 + "\nMore, as of \(random.below(1000)).\n" }
    },
    SiteEdit(name: "a page changes and keeps its size") { site, random in
      try change(site, page(of: site, &random)) { $0.replacing("e", with: "a", maxReplacements: 1) }
    },
    SiteEdit(name: "a page is written again as it was") { site, random in
      try change(site, page(of: site, &random)) { $0 }
    },
    SiteEdit(name: "a page gets a heading") { site, random in
      try change(site, page(of: site, &random)) { $0 + "\n## Part \(random.below(5))\n\nText.\n" }
    },
    SiteEdit(name: "a page gets another title") { site, random in
      let number = random.below(1000)
      try change(site, page(of: site, &random)) {
        $0.replacing(/(?m)^title: .*$/, with: "title: Title \(number)", maxReplacements: 1)
      }
    },
    SiteEdit(name: "a page gets another summary") { site, random in
      let number = random.below(1000)
      try change(site, page(of: site, &random)) {
        $0.replacing(/(?m)^summary: .*$/, with: "summary: In short, \(number).", maxReplacements: 1)
      }
    },
    SiteEdit(name: "a page moves in its listing") { site, random in
      let number = random.below(9)
      try change(site, page(of: site, &random)) {
        $0.replacing(/(?m)^order: .*$/, with: "order: \(number)", maxReplacements: 1)
      }
    },
    SiteEdit(name: "a page is reviewed") { site, random in
      let day = random.pick(["2026-10-02", "2026-11-20"])
      try change(site, page(of: site, &random)) {
        $0.replacing(/(?m)^reviewed: .*$/, with: "reviewed: \(day)", maxReplacements: 1)
      }
    },
    SiteEdit(name: "a page links to another") { site, random in
      let target = page(of: site, &random).dropFirst("content".count)
      try change(site, page(of: site, &random)) { $0 + "\nSee [there](\(target)).\n" }
    },
    SiteEdit(name: "a page shows a story") { site, random in
      let story = random.pick(["garden", "choir"])
      try change(site, page(of: site, &random)) { $0 + "\n:::story name=\"\(story)\"\n:::\n" }
    },
    SiteEdit(name: "a module comes") { site, random in
      let number = random.below(6)
      try site.write(module("New \(number)"), to: "content/modules/whole-practice/new-\(number).md")
    },
    SiteEdit(name: "a module goes") { site, random in
      if let path = site.paths(in: "content/modules/whole-practice").first(where: { $0.contains("/new-") }) {
        try site.write(nil, to: path)
      }
    },
    SiteEdit(name: "a section is introduced, or no longer") { site, random in
      let path = "content/modules/whole-practice/index.md"
      let isThere = site.paths(in: "content").contains(path)
      let text = "---\ntitle: Everyone \(random.below(9))\nsummary: All.\n---\nText.\n"
      try site.write(isThere ? nil : text, to: path)
    },
  ]

  private static let settings = [
    SiteEdit(name: "the site gets another description") { site, random in
      let number = random.below(1000)
      try change(site, "content/site.yml") {
        $0.replacing(/(?m)^description: .*$/, with: "description: Number \(number).")
      }
    },
    SiteEdit(name: "the practice gets another name") { site, random in
      let number = random.below(1000)
      try change(site, "content/practice.yml") {
        $0.replacing(/(?m)^name: .*$/, with: "name: Surgery \(number)", maxReplacements: 1)
      }
    },
    SiteEdit(name: "a word is overridden, or no longer") { site, random in
      let isThere = !site.paths(in: "words").isEmpty
      try site.write(isThere ? nil : "page:\n  skip: Skip \(random.below(9))\n", to: "words/en.yml")
    },
    SiteEdit(name: "a template is overridden, or no longer") { site, random in
      let path = "templates/pages/module.mustache"
      let isThere = site.paths(in: "templates").contains(path)
      try site.write(isThere ? nil : "<h1>{{title}} \(random.below(9))</h1>\n{{{body}}}\n", to: path)
    },
    SiteEdit(name: "a figure changes") { site, random in
      let number = 100 + random.below(60)
      try change(site, "content/data/outcomes.csv") {
        $0.replacing(/,(\d+)\n/, with: ",\(number)\n", maxReplacements: 1)
      }
    },
    SiteEdit(name: "a group changes") { site, random in
      let number = random.below(1000)
      try change(site, "content/data/groups.csv") {
        $0.replacing(/Walk\w*( \d+)?/, with: "Walk \(number)", maxReplacements: 1)
      }
    },
    SiteEdit(name: "a consent is withdrawn, or given again") { site, random in
      try change(site, "private/consent.csv") { text in
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map { line -> String in
          guard line.hasPrefix("choir,") else { return String(line) }
          var cells = line.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
          cells[7] = cells[7].isEmpty ? "2026-11-01" : ""
          return cells.joined(separator: ",")
        }
        return lines.joined(separator: "\n")
      }
    },
    SiteEdit(name: "a picture changes") { site, random in
      try change(site, "content/practice/dot.svg") {
        $0.replacing(/<svg[^>]*>/) { $0.output + "<!-- \(random.below(1000)) -->" }
      }
    },
    SiteEdit(name: "a pathway changes its order") { site, _ in
      try change(site, "content/pathways/gp.yml") {
        $0.contains("modules: [interpersonal-skills/one, ")
          ? $0.replacing(
            "interpersonal-skills/one, interpersonal-skills/two", with: "interpersonal-skills/one")
          : $0.replacing(
            "[interpersonal-skills/one]", with: "[interpersonal-skills/one, interpersonal-skills/two]")
      }
    },
  ]

  private static func page(of site: IncrementalSite, _ random: inout Seeded) -> String {
    // Released stories have digests in the register: whoever changes one has to ask its teller again.
    random.pick(site.paths(in: "content", ending: ".md"))
  }

  private static func change(
    _ site: IncrementalSite, _ path: String, _ change: (String) -> String
  ) throws {
    try site.write(change(site.text(path)), to: path)
  }

  private static func module(_ title: String) -> String {
    """
    ---
    title: \(title)
    summary: One sentence.
    roles: [gp]
    minutes: 5
    objectives: [say what it is]
    clinical-review: none yet
    reviewed: 2026-10-01
    review-due: 2027-10-01
    order: 4
    ---

    Text.

    """
  }
}
