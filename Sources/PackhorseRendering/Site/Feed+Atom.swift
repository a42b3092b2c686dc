import PackhorseCore

extension Feed {
  /// The feed in Atom (RFC 4287).
  var atom: [UInt8] {
    var writer = ByteWriter(capacity: 1024 * (entries.count + 1))
    writer.write("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<feed xmlns=\"http://www.w3.org/2005/Atom\">\n")
    writer.writeElement("title", title)
    writer.writeElement("subtitle", description)
    writer.writeElement("id", id)
    writer.writeElement("updated", Feed.moment(entries.first?.since))
    writer.write("<author><name>")
    writer.write(xmlText: author)
    writer.write("</name></author>\n")
    writer.writeLink("self", to: url(of: atomFile))
    writer.writeLink("alternate", to: url(of: home))
    for entry in entries { writer.write(entry, of: self) }
    writer.write("</feed>\n")
    return writer.bytes
  }
}

extension ByteWriter {
  fileprivate mutating func write(_ entry: FeedEntry, of feed: Feed) {
    write("<entry>\n")
    writeElement("title", entry.title)
    writeElement("id", feed.id(of: entry))
    writeLink("alternate", to: feed.url(of: entry.address))
    writeElement("updated", Feed.moment(entry.since))
    if !entry.summary.isEmpty { writeElement("summary", entry.summary) }
    if !entry.content.isEmpty {
      write("<content type=\"html\">")
      write(xmlText: entry.content.source)
      write("</content>\n")
    }
    write("</entry>\n")
  }

  fileprivate mutating func writeLink(_ relation: StaticString, to url: String) {
    write("<link rel=\"")
    write(relation)
    write("\" href=\"")
    write(xmlText: url)
    write("\"/>\n")
  }
}
