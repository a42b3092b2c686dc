import ArgumentParser

/// Where a site is.
struct SitePlace: ParsableArguments {
  @Option(
    help: ArgumentHelp("The site folder: the one that holds content/.", valueName: "dir"),
    completion: .directory)
  var site = "."

  /// What leads from here to the files of the site: `""` or `"my-site/"`.
  var prefix: String {
    if site == "." || site == "./" { return "" }
    return site.hasSuffix("/") ? site : site + "/"
  }

  func validate() throws {
    guard !site.isEmpty else { throw ValidationError("A folder's name cannot be empty.") }
  }
}
