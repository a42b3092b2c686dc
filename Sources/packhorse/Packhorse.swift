import ArgumentParser

@main
struct Packhorse: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "packhorse",
    abstract: "Builds training sites and evidence summaries for general practice.",
    discussion: """
      A site is a folder that holds content/. Run a command in it, or name it with --site.

        packhorse new our-site      make a site to begin with
        packhorse serve             show the site while you write
        packhorse build             make the site in public/
        packhorse check             say what is wrong, write nothing
        packhorse coverage          say how much of the study the pages take up
        packhorse data check        say what is understood of the data
        packhorse export zip        make one file for a shared drive
        packhorse release           note what you publish, so that later figures stay safe beside it
        packhorse audit public      look whether a built site gives a withheld count away
        packhorse withdraw garden   take a story down at once

      A command ends with 0 if all is well, 1 after an error, 64 if it was called wrongly.
      """,
    version: packhorseVersion,
    subcommands: [
      New.self, Build.self, Check.self, CoverageCommand.self, DataCommand.self, Export.self, Release.self,
      AuditCommand.self, Render.self, Serve.self, Withdraw.self,
    ])

  static func main() async {
    returnFreedMemory()
    await main(nil)
  }
}
