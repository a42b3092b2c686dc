import ArgumentParser

/// Where a site is and where its output goes.
struct SiteOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp("The site folder: the one that holds content/.", valueName: "dir"),
    completion: .directory)
  var site = "."

  @Option(
    help: ArgumentHelp("The folder to write to. (default: public in the site folder)", valueName: "dir"),
    completion: .directory)
  var output: String?

  /// What leads from here to the files of the site: `""` or `"my-site/"`.
  var prefix: String {
    if site == "." || site == "./" { return "" }
    return site.hasSuffix("/") ? site : site + "/"
  }

  var outputPath: String { output ?? prefix + "public" }

  /// The output as a message names it.
  var outputName: String { outputPath.hasSuffix("/") ? outputPath : outputPath + "/" }

  func validate() throws {
    guard !site.isEmpty, output?.isEmpty != true else {
      throw ValidationError("A folder's name cannot be empty.")
    }
  }
}
