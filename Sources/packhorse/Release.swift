import ArgumentParser
import PackhorseCore
import PackhorseFiles
import PackhorseKit

struct Release: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Notes the figures that are published today, so that later ones stay safe beside them.",
    discussion: """
      Whoever holds two releases can take one figure from the other: a year of which nine months were counted, and the \
      whole year. So everything that a site publishes is noted in content/data/released.csv, and later builds withhold \
      whatever would give a small count away beside it. Only published figures are noted. Run it each time you put the \
      site where others can read it, and keep the file with the site's source.

        packhorse build
        packhorse release
      """)

  @OptionGroup var site: SitePlace
  @OptionGroup var options: BuildOptions
  @OptionGroup var profile: ProfileOption

  func run() async throws {
    let run = SiteRun(place: site, options: options)
    let day = try options.day()
    try await run.conclude(output: releasedFile, profile: profile.profile) { result in
      let lock = try SiteLock(site: site.site)
      result = try await run.plan()
      guard !result.diagnostics.hasErrors else { return "" }
      guard result.built?.isSummed != true else {
        result.diagnostics.append(.sumsNeedNoRelease)
        return ""
      }
      guard result.built?.isReadBack != true else {
        result.diagnostics.append(.publishedElsewhere)
        return ""
      }
      guard let table = result.built?.release(on: day) else {
        result.diagnostics.append(.exactFigures)
        return ""
      }
      if table.added > 0 { try lock.replaceSource(releasedFile, with: table.bytes) }
      let figures = table.added == 1 ? "1 new figure" : "\(table.added) new figures"
      return "Noted \(figures) of \(day.iso) in \(releasedFile)."
    }
  }
}

private let releasedFile = "content/data/released.csv"

extension Diagnostic {
  fileprivate static let exactFigures = Diagnostic(
    .error, "exact-figures", "A site with 'disclosure: none' is not published", at: nil,
    because: "Its counts are exact and for the practice's own eyes.",
    suggestion: "remove 'disclosure: none' from content/site.yml before you publish the site")

  fileprivate static let publishedElsewhere = Diagnostic(
    .error, "published-elsewhere", "Nothing is noted of figures that another build published", at: nil,
    because: "The site that has their counts notes them; here nobody could take one from another.",
    suggestion: "run 'packhorse release' where the counts are")

  fileprivate static let sumsNeedNoRelease = Diagnostic(
    .error, "sums-need-no-release", "Nothing is noted of a site with 'disclosure: sum-of-cells'", at: nil,
    because:
      "Each cell is told once: later figures add nothing, as long as the rows of the data keep their periods.",
    suggestion: "publish without it, and stay with 'sum-of-cells'")
}
