import Foundation
import Testing

@Suite final class NewCommandTests {
  let packhorse: BuiltCommand
  private static let date = ["--date", "2026-11-23"]
  private static let project = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()

  init() throws { packhorse = try BuiltCommand() }

  deinit { packhorse.remove() }

  @Test(arguments: [[], ["--practice-name", "The Example Surgery", "--practice-code", "A00000"]])
  func aNewSiteBuildsWithoutAProblem(_ practice: [String]) throws {
    #expect(try packhorse(["new", "site"] + practice).status == 0)
    let check = try packhorse(["check", "--strict", "--site", "site", "--format", "json"] + Self.date)
    #expect(check.status == 0)
    #expect(check.output == "[]\n")
    let build = try packhorse(["build", "--site", "site"] + Self.date)
    #expect(build.status == 0)
    #expect(build.error.hasPrefix("Built "))
    #expect(build.error.contains("0 errors, 0 warnings"))
    #expect(packhorse.text("site/public/index.html")?.contains("Social prescribing in our practice") == true)
  }

  @Test func saysWhatItMadeAndWhatToTypeNext() throws {
    let run = try packhorse("new", "our site's", "--practice-name", "The Example Surgery")
    #expect(run.status == 0)
    #expect(run.output == "")
    #expect(run.error.hasPrefix("Made a site in our site's/ ("))
    #expect(run.error.contains("\nNext:\n\n  cd 'our site'\\''s'\n  packhorse serve  "))
    #expect(run.error.contains("\n  packhorse build  "))
    let made = try #require(run.error.components(separatedBy: "\nNext:").first)
    for line in made.split(separator: "\n") where line.hasPrefix("  ") && line.contains("   ") {
      let name = try #require(line.split(separator: " ").first)
      #expect(
        FileManager.default.fileExists(
          atPath: packhorse.folder.appendingPathComponent("our site's/\(name)").path))
    }
  }

  /// A page is there, whatever its first line: others link to it.
  @Test(arguments: [
    ("---\ntitle: ", "title: ", "missing-front-matter"), ("\n---\n", "\n", "unclosed-front-matter"),
  ])
  func aBrokenBeginningOfAPageIsOneFault(_ old: String, _ new: String, _ id: String) throws {
    #expect(try packhorse(["new", "site"]).status == 0)
    for name in ["practice/index.md", "modules/referral-criteria/who-can-be-referred.md"] {
      let page = try #require(packhorse.text("site/content/\(name)"))
      let place = try #require(page.range(of: old))
      try packhorse.write(page.replacingCharacters(in: place, with: new), to: "site/content/\(name)")
      let run = try packhorse(["check", "--site", "site", "--format", "json"] + Self.date)
      #expect(run.output.components(separatedBy: "\"id\"").count == 2, "\(name): \(run.output)")
      #expect(run.output.contains("\"\(id)\""))
      try packhorse.write(page, to: "site/content/\(name)")
    }
  }

  @Test func withoutACodeEveryPageSaysThatTheSiteIsBeingSetUp() throws {
    try make("--practice-name", "The Example Surgery")
    #expect(try pages().values.allSatisfy { $0.contains("This site is being set up.") })
  }

  @Test func aSiteWithACodeIsUnderThePracticesOwnName() throws {
    try make("--practice-name", "The Example Surgery", "--practice-code", "A00000")
    for (path, page) in try pages() where path != "404.html" {
      #expect(page.contains("<p class=\"practice-name\">The Example Surgery</p>"), "\(path)")
      #expect(!page.contains("being set up"), "\(path)")
    }
  }

  /// Under a real practice's name only the stories may tell of invented people, and they say so.
  @Test func holdsNothingOfTheSampleSitesPeopleGroupsAndFigures() throws {
    try make("--practice-name", "The Example Surgery", "--practice-code", "A00000")
    let sample = Self.project.appendingPathComponent("content")
    let groups = try String(contentsOf: sample.appendingPathComponent("data/groups.csv"), encoding: .utf8)
    let names = groups.split(separator: "\n").dropFirst().compactMap {
      $0.split(separator: ",").dropFirst().first
    }
    #expect(names.count > 20)
    let people = [
      "Thornbeck", "Beck Lane", "DEMO01", "Okoro", "Nair", "Rees", "Whitlow", "Birkett", "Ansell", "Room 5",
    ]
    for (path, page) in try pages() {
      let found = (people + names.map(String.init)).filter { page.contains($0) }
      #expect(found == [], "\(path)")
      if !path.hasPrefix("stories/") { #expect(!page.contains("Esther"), "\(path)") }
      if path.hasPrefix("stories/"), path != "stories/index.html" {
        #expect(page.contains("invented for training."), "\(path)")
      }
    }
    #expect(packhorse.text("site/public/data/outcomes.csv")?.split(separator: "\n").count == 1)
    let figures = try #require(packhorse.text("site/public/outcomes.html"))
    #expect(figures.contains("No figures are published yet.") && figures.contains("Not counted yet"))
    #expect(!figures.contains("<figure") && !figures.contains("data/"))
    #expect(packhorse.text("site/public/data/datapackage.json") == nil)
    #expect(packhorse.text("site/public/groups.html")?.contains("No groups are listed yet.") == true)
  }

  @Test(arguments: [
    "<script>alert(1)</script>", "\"; rm -rf / #", "yes", "null", "*alias", "&anchor x", "!tag", "- list",
    "key: value",
    "12:30", "'", "\\n", "{{practice}} {{{x}}}", ":word[link-worker] & Sons", "code: DEMO01", "[a, b]", "%",
    "@x",
    "Praktijk ’t Hof 🏥", "Meddygfa Tŷ’r Felin", "Trailing ", "عيادة", String(repeating: "x", count: 100),
  ])
  func aPracticesNameStaysText(_ name: String) throws {
    try make("--practice-name=\(name)", "--practice-code", "10002")
    let escaped = name.replacingOccurrences(of: "&", with: "&amp;").replacingOccurrences(
      of: "<", with: "&lt;"
    )
    .replacingOccurrences(of: ">", with: "&gt;").replacingOccurrences(of: "\"", with: "&quot;")
    let page = try #require(packhorse.text("site/public/index.html"))
    #expect(page.contains("<p class=\"practice-name\">\(escaped)</p>"))
    #expect(page.split(separator: "<script").dropFirst().allSatisfy { $0.hasPrefix(" src=") })
  }

  @Test(arguments: [
    "", " ", "two\nlines", "tab\tbed", "\u{1B}[31mred", "nul\u{1}", "\u{202E}turned", "line\u{2028}end",
    "\u{FEFF}",
    String(repeating: "x", count: 101),
  ])
  func refusesANameThatIsNoLineOfText(_ name: String) throws {
    let run = try packhorse("new", "site", "--practice-name", name)
    #expect(run.status == 64)
    #expect(run.error.hasPrefix("Error: --practice-name is one line of at most 100 characters"))
    #expect(packhorse.text("site/README.md") == nil)
  }

  @Test(arguments: ["", "a00000", "A00", "A00-00", "A000000000", "A00000\n", "É0000", "../x"])
  func refusesACodeThatIsNone(_ code: String) throws {
    let run = try packhorse("new", "site", "--practice-code=\(code)")
    #expect(run.status == 64)
    #expect(run.error.contains("--practice-code"))
    #expect(packhorse.text("site/README.md") == nil)
  }

  @Test(arguments: [["new"], ["new", ""], ["new", "two\nlines"], ["new", "a", "b"]])
  func refusesAWrongCall(_ arguments: [String]) throws {
    #expect(try packhorse(arguments).status == 64)
    #expect(try FileManager.default.contentsOfDirectory(atPath: packhorse.folder.path) == [])
  }

  @Test func leavesAFolderAloneThatIsNotEmpty() throws {
    try packhorse.write("mine", to: "site/notes.txt")
    let run = try packhorse("new", "site")
    #expect(run.status == 1)
    #expect(
      run.error == """
        error: 'site' cannot be the folder of a new site: 'notes.txt' lies in it already  [folder-not-empty]
           = choose a name that is not taken, or an empty folder

        Nothing was made.

        """)
    #expect(
      try FileManager.default.contentsOfDirectory(atPath: packhorse.folder.path + "/site") == ["notes.txt"])
    #expect(packhorse.text("site/notes.txt") == "mine")
  }

  @Test(arguments: ["file", "file/site", "nowhere/site"])
  func namesAPlaceWhereNoFolderCanBe(_ folder: String) throws {
    try packhorse.write("mine", to: "file")
    let run = try packhorse("new", folder)
    #expect(run.status == 1)
    #expect(run.error.hasPrefix("error: '\(folder)' cannot be made: "))
    #expect(run.error.contains("[unwritable-folder]"))
    #expect(run.error.hasSuffix("Nothing was made.\n"))
    #expect(packhorse.text("file") == "mine")
    #expect(try FileManager.default.contentsOfDirectory(atPath: packhorse.folder.path) == ["file"])
  }

  @Test func fillsTheFolderItIsRunIn() throws {
    #expect(try packhorse("new", ".").status == 0)
    #expect(try packhorse(["build"] + Self.date).status == 0)
  }

  @Test func keepsWhatIsConfidentialOutOfGit() throws {
    #expect(try packhorse("new", "site").status == 0)
    let lines = try #require(packhorse.text("site/.gitignore")).split(separator: "\n")
    #expect(lines.contains("private/") && lines.contains("public/") && lines.contains(".packhorse/*"))
  }

  /// Makes a site and builds it.
  private func make(_ practice: String...) throws {
    #expect(try packhorse(["new", "site"] + practice).status == 0)
    let build = try packhorse(["build", "--site", "site"] + Self.date)
    #expect(build.status == 0, "\(build.error)")
  }

  private func pages() throws -> [String: String] {
    let root = packhorse.folder.appendingPathComponent("site/public").path
    let walk = try #require(FileManager.default.enumerator(atPath: root))
    var pages: [String: String] = [:]
    while let path = walk.nextObject() as? String {
      if path.hasSuffix(".html") { pages[path] = packhorse.text("site/public/\(path)") }
    }
    #expect(pages.count > 30)
    return pages
  }
}
