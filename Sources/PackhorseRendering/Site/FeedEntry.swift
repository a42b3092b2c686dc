import PackhorseCore

/// What a feed says of one page, or of the latest figures.
struct FeedEntry {
  var title: String
  /// What a reader of feeds knows it by; the address alone, unless one page has an entry for each new state.
  var fragment = ""
  var address: Address
  /// The day from which it is new.
  var since: CalendarDate
  var summary: String
  var content = HTML.empty
  /// Another language than the site's.
  var language: String?
}

extension Frame {
  /// The pages that changed last and the latest digest, the newest first.
  var feedEntries: [FeedEntry] {
    let pages = newestPages(of: publication.allPages, limit: mostFeedEntries).map { page, since in
      FeedEntry(
        title: publication.title(of: page), address: lies(page.address), since: since,
        summary: publication.summary(of: page), language: page.source.frontMatter.language)
    }
    // Figures stay, however many pages were reviewed since.
    let figures = [digestEntry].compactMap(\.self)
    return (pages.prefix(mostFeedEntries - figures.count) + figures)
      .sorted { ($1.since, $0.address) < ($0.since, $1.address) }
  }

  /// What the digest says of figures, new with each month that they reach; nil without any, where they are for the
  /// practice's own eyes, and in what several practices have in common.
  private var digestEntry: FeedEntry? {
    guard !isShared, publication.settings.audience == .public, publication.settings.has(.digest) else {
      return nil
    }
    let page = DigestPage(frame: self, address: lies(.digest))
    guard let month = page.figures.lastMonth, let end = month.dayAfter else { return nil }
    return FeedEntry(
      title: words("page.digest.title"), fragment: month.code, address: lies(.digest), since: min(end, date),
      summary: words("page.digest.description"), content: page.feedContent)
  }
}

private let mostFeedEntries = 50

extension Period {
  /// The first day that is not in it any more; nil beyond all calendars.
  fileprivate var dayAfter: CalendarDate? {
    let month = firstMonth + months
    return CalendarDate(year: month / 12, month: month % 12 + 1, day: 1)
  }
}

extension DigestPage {
  /// The figures with their headings, and what they cannot show, as the page has them.
  fileprivate var feedContent: HTML {
    var writer = ByteWriter(capacity: 4096)
    if let network = figures.area?.name {
      writer.write("<p>")
      writer.write(text: frame.words("page.digest.instead", ["network": network]))
      writer.write("</p>\n")
    }
    for (part, key) in zip(DigestFigures.Part.allCases, ["better", "level", "worse"]) {
      let said = self.part(part)
      guard !said.isEmpty else { continue }
      writer.write("<h2>")
      writer.write(text: frame.words("page.digest.\(key)"))
      writer.write("</h2>\n")
      writer.write(said)
    }
    for said in [HTML(text: frame.words("page.digest.no-cause")), frame.countingStatement] {
      writer.write("<p>")
      writer.write(said)
      writer.write("</p>\n")
    }
    return writer.html
  }
}
