import PackhorseCore

extension Feed {
  /// The feed in JSON Feed 1.1 (https://www.jsonfeed.org/version/1.1/).
  var json: [UInt8] {
    var writer = ByteWriter(capacity: 1024 * (entries.count + 1))
    writer.write(
      JSONValue.object([
        "version": .text("https://jsonfeed.org/version/1.1"), "title": .text(title),
        "home_page_url": .text(url(of: home)), "feed_url": .text(url(of: jsonFile)),
        "description": .said(description), "authors": .list([.object(["name": .text(author)])]),
        "language": .text(language), "items": .list(entries.map(item)),
      ]))
    writer.write("\n")
    return writer.bytes
  }

  /// An item must have content: what an entry holds, or its summary, or its title where it has none.
  private func item(_ entry: FeedEntry) -> JSONValue {
    let text = entry.summary.isEmpty ? entry.title : entry.summary
    return .object([
      "id": .text(id(of: entry)), "url": .text(url(of: entry.address)), "title": .text(entry.title),
      "summary": entry.content.isEmpty ? nil : .said(entry.summary),
      "content_text": entry.content.isEmpty ? .text(text) : nil,
      "content_html": entry.content.isEmpty ? nil : .text(entry.content.source),
      "date_modified": .text(Feed.moment(entry.since)), "language": entry.language.map(JSONValue.text),
    ])
  }
}
