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
    let listed = listedGroups(groups, by: week)
    guard !listed.isEmpty else { return out.writeNoGroups(at: address, in: publication) }
    out.write("<ol class=\"groups\">\n")
    for group in listed { write(group) }
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

/// Active and temporarily closed groups in the order of the week; those without a weekday come last.
private func listedGroups(_ groups: [CommunityGroup], by week: Weekdays) -> [CommunityGroup] {
  let keyed = groups.indices.filter { groups[$0].isListed }
    .map { place in
      let group = groups[place]
      return (
        day: week.days(in: group.day).first ?? .max, time: startMinutes(of: group.time) ?? .max,
        name: group.name.lowercased(), id: group.id.value, place: place
      )
    }
  return keyed.sorted {
    ($0.day, $0.time, $0.name, $0.id) < ($1.day, $1.time, $1.name, $1.id)
  }.map { groups[$0.place] }
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
