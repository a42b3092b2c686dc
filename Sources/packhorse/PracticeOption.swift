import ArgumentParser

/// The one of several practices that is meant.
struct PracticeOption: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Only this one of the practices that the site is for, as a site of its own.", valueName: "code"))
  var practice: String?
}
