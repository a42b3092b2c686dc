import PackhorseCore

/// What changed last, pages and figures, as a feed tells of it; every form of the feed is made of these values.
///
/// Its dates are those of the pages and of the periods of figures, so that a build on another day gives the same. Each of
/// several practices has a feed with its own pages and figures.
struct Feed {
  let title: String
  let description: String
  let author: String
  let language: String
  /// The site's public address, ending in `/`.
  let site: String
  /// The page that the feed is about, and the two files that have it.
  let home: Address
  let atomFile: Address
  let jsonFile: Address
  private let isOfOneOfSeveral: Bool
  let entries: [FeedEntry]

  init(_ frame: Frame, at site: String) {
    let publication = frame.publication
    let settings = publication.settings
    let practice = publication.practice.name
    let name = publication.localText(settings.title)
    self.site = site
    (home, atomFile, jsonFile) = (frame.place(.home), frame.place(.atomFeed), frame.place(.jsonFeed))
    isOfOneOfSeveral = frame.home != nil
    title =
      isOfOneOfSeveral && !name.contains(practice)
      ? frame.words("page.summary.about", ["title": name, "area": practice]) : name
    description = publication.localText(settings.description)
    author = practice.isEmpty ? title : practice
    language = settings.language
    entries = frame.feedEntries
  }

  /// What a reader of feeds knows the feed by.
  var id: String { isOfOneOfSeveral ? url(of: home) : site }

  /// The full address of a file of the site.
  func url(of address: Address) -> String { SafeURL(address, on: site).text }

  /// What a reader of feeds knows an entry by.
  func id(of entry: FeedEntry) -> String {
    url(of: entry.address) + (entry.fragment.isEmpty ? "" : "#\(entry.fragment)")
  }

  /// The first moment of a day; of 1970 where nothing was ever reviewed, because a feed must have a date.
  static func moment(_ date: CalendarDate?) -> String {
    (date?.iso ?? "1970-01-01") + "T00:00:00Z"
  }
}
