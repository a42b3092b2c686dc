import Foundation
import Testing

@testable import PackhorseFiles
@testable import packhorse

@Suite final class CommandTests {
  let packhorse: BuiltCommand

  init() throws { packhorse = try BuiltCommand() }

  deinit { packhorse.remove() }

  @Test(arguments: [
    ["bild"], ["build", "--nope"], ["build", "--date", "2026-13-01"], ["build", "--jobs", "0"],
    ["build", "--jobs", "x"],
    ["build", "--format", "xml"], ["build", "--site", ""], ["withdraw"], ["check", "extra"],
    ["build", "--output", ""], ["serve", "--site", ""], ["serve", "--port", "65536"],
    ["serve", "--port", "http"],
    ["serve", "--output", "x"], ["serve", "--profile", "x"],
  ])
  func aWrongCallEndsWith64(_ arguments: [String]) throws {
    let run = try packhorse(arguments)
    #expect(run.status == 64)
    #expect(run.output == "")
    #expect(run.error.hasPrefix("Error: "))
    #expect(run.error.contains("Usage: packhorse"))
  }

  @Test func refusesABadDateOfTheEnvironment() throws {
    #expect(try packhorse("build", environment: ["SOURCE_DATE_EPOCH": "soon"]).status == 64)
    #expect(try packhorse("build", environment: ["SOURCE_DATE_EPOCH": "99999999999999"]).status == 64)
  }

  @Test(arguments: [
    "", "build", "check", "coverage", "data", "data check", "data sample", "export", "export zip", "new",
    "release", "render", "serve",
    "withdraw",
  ])
  func helpIsAsRecorded(_ command: String) throws {
    let run = try packhorse(
      command.split(separator: " ").map(String.init) + ["--help"], environment: ["COLUMNS": "80"])
    #expect(run.status == 0)
    let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appendingPathComponent("Help/\(command.isEmpty ? "packhorse" : command.replacing(" ", with: "-")).txt")
    if ProcessInfo.processInfo.environment["RECORD_SNAPSHOTS"] == "1" {
      try Data(run.output.utf8).write(to: file)
      Issue.record("recorded \(file.lastPathComponent)")
    }
    #expect(run.output == (try String(contentsOf: file, encoding: .utf8)))
  }

  @Test func tellsItsVersion() throws {
    let run = try packhorse("--version")
    #expect(run.status == 0)
    #expect(run.output.wholeMatch(of: /[0-9]+\.[0-9]+\.[0-9]+\n/) != nil)
    #expect(run.error == "")
  }

  @Test(arguments: ["bash", "zsh", "fish"])
  func writesCompletionsForAShell(_ shell: String) throws {
    let run = try packhorse("--generate-completion-script", shell)
    #expect(run.status == 0)
    for word in ["build", "check", "data", "new", "practice-code", "render", "serve", "withdraw"] {
      #expect(run.output.contains(word))
    }
  }

  @Test func aFolderThatIsNoSiteIsNamed() throws {
    let run = try packhorse("build")
    #expect(run.status == 1)
    #expect(run.output == "")
    #expect(
      run.error == """
        error: '.' cannot be read as a site: it has no folder content/  [no-site-folder]
           = run the command in the folder that holds content/, or name that folder with --site

        1 error, 0 warnings. Nothing was written; public/ is as it was.

        """)
    #expect(packhorse.text(".packhorse/lock") == nil)
  }

  @Test func servesNothingWhereThereIsNoSiteOrNoPort() throws {
    let port = try LoopbackPort(0)
    defer { port.close() }
    let refused = try packhorse("serve", "--port", "\(port.number)")
    #expect(refused.status == 1)
    #expect(
      refused.error == """
        error: Port \(port.number) cannot be used: Address already in use  [port-unavailable]
           = stop what uses it, or choose another with --port

        Nothing is served.

        """)
    let run = try packhorse("serve", "--port", "0")
    #expect(run.status == 1)
    #expect(run.output == "")
    #expect(
      run.error.hasPrefix("error: '.' cannot be read as a site: it has no folder content/  [no-site-folder]"))
    #expect(run.error.hasSuffix("\nNothing is served.\n"))
  }

  @Test func aFailingBuildLeavesTheOutputAsItWas() throws {
    try packhorse.write("title: x\n", to: "site/content/site.yml")
    try packhorse.write("old", to: "site/public/index.html")
    try FileManager.default.createSymbolicLink(
      atPath: packhorse.folder.path + "/site/content/x.md", withDestinationPath: "/etc/hostname")
    let run = try packhorse("build", "--site", "site")
    #expect(run.status == 1)
    #expect(
      run.error.contains(
        """
        error: Link leads out of the site folder  [symlink-leaves-site]
          --> site/content/x.md:1:1

        """))
    #expect(run.error.hasSuffix("Nothing was written; site/public/ is as it was.\n"))
    #expect(packhorse.text("site/public/index.html") == "old")
    let github = try packhorse("check", "--site", "site/", "--format", "github")
    #expect(
      github.output.contains(
        "::error file=site/content/x.md,line=1,endLine=1,col=1,endColumn=1,title=symlink-leaves-site::Link"))
    let json = try packhorse("check", "--site", "site", "--format", "json")
    #expect(json.status == 1)
    let records = try JSONSerialization.jsonObject(with: Data(json.output.utf8)) as? [[String: Any]]
    #expect(records?.contains { $0["id"] as? String == "symlink-leaves-site" } == true)
  }

  @Test func anUnwritableOutputIsNamed() throws {
    try packhorse.write("title: x\n", to: "content/site.yml")
    try packhorse.write("x", to: "file")
    let run = try packhorse("build", "--output", "file/public")
    #expect(run.status == 1)
    #expect(run.error.contains("'file/public' cannot be written: "))
    #expect(run.error.contains("[unwritable-output]"))
  }

  @Test func anUnknownStoryIsNamedWithTheNearest() throws {
    try packhorse.write("x", to: "content/stories/garden.md")
    let run = try packhorse("withdraw", "gardne")
    #expect(run.status == 1)
    #expect(
      run.error == """
        error: 'gardne' cannot be withdrawn: neither the output nor content/stories/ has a story of that name  [unknown-story]
           = did you mean 'garden'?

        Nothing was withdrawn.

        """)
  }

  @Test func withdrawsFromAnOutputWhoseSiteDoesNotBuild() throws {
    try packhorse.write(": nonsense [", to: "content/site.yml")
    try packhorse.write("<p>mine</p>", to: "public/stories/garden.html")
    try packhorse.write("<a href=\"stories/garden.html\">", to: "public/index.html")
    let run = try packhorse("withdraw", "garden")
    #expect(run.status == 0)
    #expect(run.error.contains("  replaced  public/stories/garden.html\n"))
    for page in ["public/index.html", "public/stories/garden.html"] {
      let text = try #require(packhorse.text(page))
      #expect(text.hasPrefix("<!doctype html>"))
      #expect(!text.contains("mine") && !text.contains("garden"))
      #expect(text.contains("<meta name=\"robots\" content=\"noindex\">"))
    }
  }

  @Test func namesAFileOfSomebodyElsesThatTellsOfTheStory() throws {
    try packhorse.write("title: x\n", to: "content/site.yml")
    try packhorse.write("x", to: "public/stories/garden.html")
    try packhorse.write("see stories/garden.html", to: "public/notes.txt")
    let notes = try SiteLock(site: packhorse.folder.path).notes
    var manifest = Manifest()
    try manifest.announce(["stories/garden.html": Manifest.File()], in: "public", to: notes)
    try Manifest.settle(in: notes)
    let run = try packhorse("withdraw", "garden")
    #expect(run.status == 0)
    #expect(run.error.hasPrefix("warning: File 'notes.txt' of the output names the story"))
    #expect(run.error.contains("[story-named-elsewhere]"))
    #expect(packhorse.text("public/notes.txt") == "see stories/garden.html")
  }

  @Test func renderNamesAFileThatIsNotThere() throws {
    let run = try packhorse("render", "none.md")
    #expect(run.status == 1)
    #expect(run.error.contains("error: 'none.md' cannot be read: No such file or directory  [file-failure]"))
  }
}
