import PackhorseCore

extension Feed {
  /// The feed in JSON Feed 1.1 (https://www.jsonfeed.org/version/1.1/).
  var json: [UInt8] {
    var writer = ByteWriter(capacity: 1024 * (entries.count + 1))
    writer.write(
      JSONValue.object([
        "version": .text("https://jsonfeed.org/version/1.1"), "title": .text(title),
        "home_page_url": .text(url(of: .home)), "feed_url": .text(url(of: .jsonFeed)),
        "description": .said(description), "authors": .list([.object(["name": .text(author)])]),
        "language": .text(language), "items": .list(entries.map(\.json)),
      ]))
    writer.write("\n")
    return writer.bytes
  }
}

extension Feed.Entry {
  /// An item must have content: its summary, or its title where it has none.
  fileprivate var json: JSONValue {
    .object([
      "id": .text(url), "url": .text(url), "title": .text(title),
      "content_text": .text(summary.isEmpty ? title : summary),
      "date_modified": .text(Feed.moment(since)), "language": language.map(JSONValue.text),
    ])
  }
}
