package import PackhorseCore

/// Groups and services as a list by weekday, time and name; those that no longer run are left out.
///
/// `address` is the page the list stands on, `date` the day of the build, by which details count as checked too long
/// ago.
package func renderGroups(
  _ groups: [CommunityGroup], at address: Address, in publication: Publication, date: CalendarDate
) -> HTML {
  var writer = GroupWriter(publication: publication, at: address, date: date)
  writer.write(list: groups)
  return writer.out.html
}

extension GroupWriter {
  /// Writes groups as a list by weekday, time and name; those that no longer run are left out.
  mutating func write(list groups: [CommunityGroup]) {
    let places = week.order(of: groups).map { $0.place }
    if places.isEmpty { return out.writeNoGroups(at: address, in: publication) }
    write(places, of: groups)
  }

  /// Writes those of the groups that lie in these places, in their order.
  mutating func write(_ places: [Int], of groups: [CommunityGroup]) {
    out.write("<ol class=\"groups\">\n")
    for place in places { write(groups[place]) }
    out.write("</ol>\n")
  }
}

/// The groups that `:::groups` asks for: of one activity, on one day, or all.
func groups(of activity: String?, on day: String?, in publication: Publication) -> [CommunityGroup] {
  let week = Weekdays(words: publication.words)
  let days = day.map(week.days(in:)) ?? []
  let wantedActivity = activity?.lowercased()
  let wantedDay = day?.lowercased()
  return publication.groups.filter { group in
    if let wantedActivity, group.activity.lowercased() != wantedActivity { return false }
    guard let wantedDay else { return true }
    return days.isEmpty
      ? group.day.lowercased() == wantedDay : week.days(in: group.day).contains { days.contains($0) }
  }
}

extension ByteWriter {
  /// Says that nothing is listed, and leads to the whole directory where there is one.
  fileprivate mutating func writeNoGroups(at address: Address, in publication: Publication) {
    write("<p class=\"empty\">")
    write(publication.words, "block.groups.none")
    let directory = Address.groups
    if address.withoutFolder != directory, !publication.groups.isEmpty {
      write(" <a href=\"")
      write(text: address.href(to: directory))
      write("\">")
      write(publication.words, "block.groups.all")
      write("</a>")
    }
    write("</p>\n")
  }
}
