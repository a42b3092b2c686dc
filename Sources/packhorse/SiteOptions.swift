import ArgumentParser

/// Where a site is and where its output goes.
struct SiteOptions: ParsableArguments {
  @OptionGroup var place: SitePlace

  @Option(
    help: ArgumentHelp("The folder to write to. (default: public in the site folder)", valueName: "dir"),
    completion: .directory)
  var output: String?

  var site: String { place.site }
  var prefix: String { place.prefix }
  var outputPath: String { output ?? prefix + "public" }

  /// The output as a message names it.
  var outputName: String { outputPath.hasSuffix("/") ? outputPath : outputPath + "/" }

  func validate() throws {
    guard output?.isEmpty != true else { throw ValidationError("A folder's name cannot be empty.") }
  }
}
