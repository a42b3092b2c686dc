import PackhorseCore

/// An Atom feed (RFC 4287) of the pages that changed last.
///
/// Its dates are those of the pages, so that a build on another day gives the same bytes.
func atomFeed(of publication: Publication, at url: String) -> [UInt8] {
  let pages = newestPages(of: publication, limit: 50)
  let title = publication.localText(publication.settings.title)
  var writer = ByteWriter(capacity: 1024 * (pages.count + 1))
  writer.write("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<feed xmlns=\"http://www.w3.org/2005/Atom\">\n")
  writer.writeElement("title", title)
  writer.writeElement("subtitle", publication.localText(publication.settings.description))
  writer.writeElement("id", url)
  writer.writeElement("updated", moment(pages.first?.since))
  writer.write("<author><name>")
  writer.write(xmlText: publication.practice.name.isEmpty ? title : publication.practice.name)
  writer.write("</name></author>\n")
  writer.writeLink("self", to: .feed, at: url)
  writer.writeLink("alternate", to: .home, at: url)
  for (page, since) in pages {
    writer.write("<entry>\n")
    writer.writeElement("title", publication.localText(page.source.frontMatter.title))
    writer.writeElement("id", SafeURL(page.address, on: url).text)
    writer.writeLink("alternate", to: page.address, at: url)
    writer.writeElement("updated", moment(since))
    if !page.source.frontMatter.summary.isEmpty {
      writer.writeElement("summary", publication.localText(page.source.frontMatter.summary))
    }
    writer.write("</entry>\n")
  }
  writer.write("</feed>\n")
  return writer.bytes
}

/// The first moment of a day; of 1970 where nothing was ever reviewed, because a feed must have a date.
private func moment(_ date: CalendarDate?) -> String {
  (date?.iso ?? "1970-01-01") + "T00:00:00Z"
}

extension ByteWriter {
  fileprivate mutating func writeLink(_ relation: StaticString, to address: Address, at url: String) {
    write("<link rel=\"")
    write(relation)
    write("\" href=\"")
    write(xmlText: SafeURL(address, on: url).text)
    write("\"/>\n")
  }
}
