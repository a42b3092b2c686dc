import ArgumentParser

/// Where to write how long a build took.
struct ProfileOption: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Writes how long each stage took, as a trace that Chrome and Perfetto show.", valueName: "file"),
    completion: .file())
  var profile: String?
}
