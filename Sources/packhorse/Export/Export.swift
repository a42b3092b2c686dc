import ArgumentParser

struct Export: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Makes one file of the site, to hand on.",
    subcommands: [ExportZip.self])
}
