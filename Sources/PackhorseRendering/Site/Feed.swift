import PackhorseCore

/// What changed last, pages and figures, as a feed tells of it; every form of the feed is made of these values.
///
/// Its dates are those of the pages and of the periods of figures, so that a build on another day gives the same.
struct Feed {
  let title: String
  let description: String
  let author: String
  let language: String
  /// The site's public address, ending in `/`.
  let site: String
  let entries: [FeedEntry]

  init(_ frame: Frame, at site: String) {
    let publication = frame.publication
    let settings = publication.settings
    let practice = publication.practice.name
    self.site = site
    title = publication.localText(settings.title)
    description = publication.localText(settings.description)
    author = practice.isEmpty ? title : practice
    language = settings.language
    entries = frame.feedEntries
  }

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
