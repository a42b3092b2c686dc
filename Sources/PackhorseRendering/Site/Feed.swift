import PackhorseCore

/// An Atom feed (RFC 4287) of the pages that changed last, and of the latest digest.
///
/// Its dates are those of the pages and of the periods of figures, so that a build on another day gives the same bytes.
func atomFeed(of frame: Frame, at url: String) -> [UInt8] {
  let publication = frame.publication
  let entries = frame.feedEntries
  let title = publication.localText(publication.settings.title)
  var writer = ByteWriter(capacity: 1024 * (entries.count + 1))
  writer.write("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<feed xmlns=\"http://www.w3.org/2005/Atom\">\n")
  writer.writeElement("title", title)
  writer.writeElement("subtitle", publication.localText(publication.settings.description))
  writer.writeElement("id", url)
  writer.writeElement("updated", moment(entries.first?.since))
  writer.write("<author><name>")
  writer.write(xmlText: publication.practice.name.isEmpty ? title : publication.practice.name)
  writer.write("</name></author>\n")
  writer.writeLink("self", to: .feed, at: url)
  writer.writeLink("alternate", to: .home, at: url)
  for entry in entries { writer.write(entry, at: url) }
  writer.write("</feed>\n")
  return writer.bytes
}

/// The first moment of a day; of 1970 where nothing was ever reviewed, because a feed must have a date.
private func moment(_ date: CalendarDate?) -> String {
  (date?.iso ?? "1970-01-01") + "T00:00:00Z"
}

extension ByteWriter {
  fileprivate mutating func write(_ entry: FeedEntry, at url: String) {
    let place = SafeURL(entry.address, on: url).text
    write("<entry>\n")
    writeElement("title", entry.title)
    writeElement("id", entry.fragment.isEmpty ? place : "\(place)#\(entry.fragment)")
    writeLink("alternate", to: entry.address, at: url)
    writeElement("updated", moment(entry.since))
    if !entry.summary.isEmpty { writeElement("summary", entry.summary) }
    if !entry.content.isEmpty {
      write("<content type=\"html\">")
      write(xmlText: entry.content.source)
      write("</content>\n")
    }
    write("</entry>\n")
  }

  fileprivate mutating func writeLink(_ relation: StaticString, to address: Address, at url: String) {
    write("<link rel=\"")
    write(relation)
    write("\" href=\"")
    write(xmlText: SafeURL(address, on: url).text)
    write("\"/>\n")
  }
}
