import PackhorseCore

/// The pages that changed last, as a feed tells of them; every form of the feed is made of these values.
///
/// Its dates are those of the pages, so that a build on another day gives the same.
struct Feed {
  struct Entry {
    let title: String
    let summary: String
    let url: String
    let since: CalendarDate
    /// Another language than the site's.
    let language: String?
  }

  let title: String
  let description: String
  let author: String
  let language: String
  /// The site's public address, ending in `/`.
  let site: String
  let entries: [Entry]

  init(of publication: Publication, at site: String) {
    let settings = publication.settings
    let practice = publication.practice.name
    self.site = site
    title = publication.localText(settings.title)
    description = publication.localText(settings.description)
    author = practice.isEmpty ? title : practice
    language = settings.language
    entries = newestPages(of: publication, limit: 50).map { page, since in
      let matter = page.source.frontMatter
      return Entry(
        title: publication.localText(matter.title), summary: publication.localText(matter.summary),
        url: SafeURL(page.address, on: site).text, since: since, language: matter.language)
    }
  }

  /// The full address of a file of the site.
  func url(of address: Address) -> String { SafeURL(address, on: site).text }

  /// The first moment of a day; of 1970 where nothing was ever reviewed, because a feed must have a date.
  static func moment(_ date: CalendarDate?) -> String {
    (date?.iso ?? "1970-01-01") + "T00:00:00Z"
  }
}
