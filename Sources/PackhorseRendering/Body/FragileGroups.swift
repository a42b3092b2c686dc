import PackhorseCore

/// A table of the groups whose funding ends within a year of the build, or that limit how often one person can come.
func renderFragileGroups(in publication: Publication, at address: Address, date: CalendarDate) -> HTML {
  let words = publication.words
  let groups = publication.groups.filter { group in
    guard group.isListed else { return false }
    let ends = group.fundingEnd.map { $0.dayNumber - date.dayNumber <= 366 } ?? false
    return ends || group.sessions != nil
  }.sorted {
    ($0.fundingEnd?.dayNumber ?? .max, $0.name, $0.id.value)
      < ($1.fundingEnd?.dayNumber ?? .max, $1.name, $1.id.value)
  }
  var writer = ByteWriter(capacity: 256 * (groups.count + 2))
  guard !groups.isEmpty else {
    writer.write("<p class=\"empty\">")
    writer.write(words, "block.fragile-groups.none")
    writer.write("</p>\n")
    return writer.html
  }
  writer.write("<div class=\"table-scroll\"><table>\n<caption>")
  writer.write(words, "block.fragile-groups.title")
  writer.write("</caption>\n<thead><tr>")
  for column in ["name", "activity", "funding-end", "sessions", "checked"] {
    writer.write("<th scope=\"col\">")
    writer.write(words, "block.fragile-groups.\(column)")
    writer.write("</th>")
  }
  writer.write("</tr></thead>\n<tbody>\n")
  for group in groups { writer.write(fragile: group, from: address, date: date, words: words) }
  writer.write("</tbody>\n</table></div>\n")
  return writer.html
}

extension ByteWriter {
  fileprivate mutating func write(
    fragile group: CommunityGroup, from address: Address, date: CalendarDate, words: Words
  ) {
    write("<tr><th scope=\"row\">")
    writeLink(from: address, to: .groups, fragment: Anchor.group(group.id.value), group.name)
    write("</th>")
    let cells = [
      group.activity, fundingText(group, date: date, words: words),
      group.sessions.map(String.init) ?? words("block.fragile-groups.no-limit"),
      group.assured.map { writtenDate($0, words: words) } ?? words("block.groups.never-checked"),
    ]
    for cell in cells {
      write("<td>")
      write(text: cell)
      write("</td>")
    }
    write("</tr>\n")
  }

  private func fundingText(_ group: CommunityGroup, date: CalendarDate, words: Words) -> String {
    guard let end = group.fundingEnd else { return words("block.fragile-groups.none-known") }
    let day = writtenDate(end, words: words)
    return end < date ? words("block.fragile-groups.ended", ["date": day]) : day
  }
}
