import ArgumentParser

@main
struct Packhorse: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "packhorse", abstract: "Builds training sites and evidence summaries for general practice.")
}
