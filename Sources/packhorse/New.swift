import ArgumentParser
import PackhorseCore
import PackhorseFiles
import PackhorseKit
import PackhorseStarter

struct New: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Makes a site for your practice to begin with.",
    discussion: """
      The folder gets the social prescribing pack: training modules, paths, referral criteria, evidence with its \
      references, three invented stories, and pages for you to fill in. It builds as it is. Of the sample site's \
      people, groups and figures it holds none. Without --practice-code every page says that the site is being set up.

        packhorse new our-site
        packhorse new our-site --practice-name "The Surgery" --practice-code A00000
      """)

  @Argument(
    help: ArgumentHelp("The folder to make. It may be there already if it is empty.", valueName: "dir"),
    completion: .directory)
  var folder: String

  @Option(help: ArgumentHelp("Your practice's name.", valueName: "name"))
  var practiceName: String?

  @Option(help: ArgumentHelp("Your practice's code, as A00000.", valueName: "code"))
  var practiceCode: String?

  func validate() throws {
    guard isOneLine(folder) else { throw ValidationError("A folder's name is one line, and not empty.") }
    if let practiceName, !isOneLine(practiceName) || practiceName.unicodeScalars.count > 100 {
      throw ValidationError(
        "--practice-name is one line of at most 100 characters, none of them invisible.")
    }
    if let practiceCode, !isPracticeCode(practiceCode) {
      throw ValidationError("--practice-code is 4 to 8 capital letters and digits, as A00000.")
    }
  }

  func run() throws {
    let terminal = Terminal()
    let files = newSite(practiceName: practiceName, practiceCode: practiceCode)
    do throws(FileFailure) {
      try makeSite(files, at: folder)
    } catch {
      terminal.show([error.diagnostic], sources: [])
      terminal.conclude("Nothing was made.")
      throw ExitCode.failure
    }
    terminal.conclude(told(files.count))
  }

  private func told(_ count: Int) -> String {
    let site = folder.hasSuffix("/") ? folder : folder + "/"
    return """
      Made a site in \(site) (\(count) files):

        README.md              what to fill in before anybody reads it
        content/practice.yml   your practice and your link worker
        content/               everything else that the site says
        private/               consent for stories; never a part of the site

      Next:

        cd \(shellWord(folder))
        packhorse serve    shows the site in a browser while you write
        packhorse build    makes it in public/, for others to read
      """
  }

  /// A path as a shell takes it for one word.
  private func shellWord(_ path: String) -> String {
    if path.allSatisfy({ $0.isLetter || $0.isNumber || "/._-".contains($0) }) { return path }
    return "'" + path.split(separator: "'", omittingEmptySubsequences: false).joined(separator: "'\\''") + "'"
  }
}
