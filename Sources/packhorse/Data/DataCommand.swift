import ArgumentParser

struct DataCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "data",
    abstract: "Says what is understood of data files, or makes invented ones.",
    subcommands: [DataCheck.self, DataSample.self])
}
