import PackhorseCore

/// Writes groups of the directory, each with everything somebody needs before they send a person there.
struct GroupWriter {
  let publication: Publication
  private let common: GroupWords
  let date: CalendarDate
  /// The page that the groups stand on.
  let address: Address
  var out = ByteWriter()

  /// `date` is the day of the build, by which details count as checked too long ago.
  init(publication: Publication, at address: Address, date: CalendarDate) {
    self.publication = publication
    common = GroupWords(publication)
    self.address = address
    self.date = date
  }

  var week: Weekdays { common.week }
  private var words: Words { common.words }

  /// On the page that lists each group once, a group can be linked to and chosen.
  private var isDirectory: Bool { address.withoutFolder == .groups }

  mutating func write(_ group: CommunityGroup) {
    let isClosed = group.status == .temporarilyClosed
    out.write(isClosed ? "<li class=\"group group-closed\"" : "<li class=\"group\"")
    if isDirectory {
      out.write(" id=\"")
      out.write(text: Anchor.group(group.id.value))
      out.write("\"")
      writeFacets(of: group)
    }
    out.write(">\n")
    out.write("<p class=\"group-name\">")
    if publication.settings.has(.groupPages) {
      out.writeLink(from: address, to: .group(group.id.value), group.name)
    } else {
      out.write(text: group.name)
    }
    out.write("</p>\n")
    writeStatus(of: group)
    out.write("<p class=\"group-description\">")
    out.write(text: group.description)
    out.write("</p>\n")
    GroupDetails(of: group, common).write(to: &out)
    writeChecked(group)
    out.write("</li>\n")
  }

  /// What the script chooses by, and by what it tells that details have become old since the site was built.
  private mutating func writeFacets(of group: CommunityGroup) {
    let days = week.names(in: group.day)
    let isFree = group.cost.lowercased().hasPrefix(common.free)
    let facets = [
      ("activity", group.activity), ("days", days.joined(separator: ",")), ("place", group.place),
      ("free", isFree ? "yes" : ""), ("step-free", group.stepFree == true ? "yes" : ""),
      ("checked", group.assured?.iso ?? ""),
    ]
    for (name, value) in facets where !value.isEmpty && !CommunityGroup.isUnknown(value) {
      out.write(" data-")
      out.write(text: name)
      out.write("=\"")
      out.write(text: value)
      out.write("\"")
    }
  }

  /// Says so of a group that is closed for now.
  mutating func writeStatus(of group: CommunityGroup) {
    if group.status == .temporarilyClosed { writeNote("closed", as: "group-status") }
  }

  /// When the details were last checked; too long ago or never is said plainly.
  mutating func writeChecked(_ group: CommunityGroup) {
    guard let assured = group.assured else { return writeNote("never-checked", as: "group-stale") }
    let day = HTML(text: writtenDate(assured, words: words))
    if date.dayNumber - assured.dayNumber > publication.settings.review.groupDays {
      writeNote("stale", as: "group-stale", ["date": day])
    } else {
      writeNote("checked", as: "group-checked", ["date": day])
    }
  }

  private mutating func writeNote(
    _ key: String, as name: StaticString, _ places: KeyValuePairs<String, HTML> = [:]
  ) {
    out.write("<p class=\"")
    out.write(name)
    out.write("\">")
    out.write(words, "block.groups.\(key)", places)
    out.write("</p>\n")
  }
}
