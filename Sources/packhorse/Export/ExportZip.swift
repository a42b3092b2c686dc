import ArgumentParser
import PackhorseCore
import PackhorseFiles
import PackhorseKit

struct ExportZip: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "zip",
    abstract: "Makes one zip file for a shared drive.",
    discussion: """
      The zip holds a folder with start.html, which says how to begin, and the site beside it. Everything works from a \
      folder: search, quizzes, forms. Made again on the same day from the same content it has the same bytes. A site \
      with exact counts ('disclosure: none') is refused: a zip is too easily passed on.

        packhorse export zip
        packhorse export zip --to /srv/shared/training.zip

      People copy the folder out of the zip and open start.html. A story that is withdrawn is in every copy that was \
      made before: replace them.
      """)

  @OptionGroup var site: SitePlace
  @OptionGroup var options: BuildOptions
  @OptionGroup var one: PracticeOption

  @Option(
    help: ArgumentHelp(
      "The file to write. (default: the site's id and .zip, in this folder)", valueName: "file"),
    completion: .file(extensions: ["zip"]))
  var to: String?

  func validate() throws {
    guard to?.isEmpty != true else { throw ValidationError("A file's name cannot be empty.") }
  }

  func run() async throws {
    let run = SiteRun(place: site, options: options, practice: one.practice)
    let day = try options.day()
    try await run.conclude(output: to ?? "the zip file", profile: nil) { result in
      let lock = try SiteLock(site: site.site)
      defer { withExtendedLifetime(lock) {} }
      result = try await run.plan(isForServer: false)
      guard let built = result.built, !result.diagnostics.hasErrors else { return "" }
      guard !built.evidence.isExact else {
        result.diagnostics.append(.exactFiguresInArchive)
        return ""
      }
      run.begin("Writing")
      let file = to ?? built.name + ".zip"
      let count = try writeArchive(
        of: result.plan, from: site.site, to: file, named: built.name, startPage: built.startPage, day: day)
      return "Wrote \(file) (start.html and \(count) files, \(result.diagnostics.tally))."
    }
  }
}

extension Diagnostic {
  fileprivate static let exactFiguresInArchive = Diagnostic(
    .error, "exact-figures", "A site with 'disclosure: none' is not put into a zip file", at: nil,
    because: "Its counts are exact and for the practice's own eyes; a zip file is too easily passed on.",
    suggestion: "remove 'disclosure: none' from content/site.yml, or share the folder that 'build' makes")
}
