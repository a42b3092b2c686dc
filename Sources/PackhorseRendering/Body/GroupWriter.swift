import PackhorseCore

/// Writes groups of the directory, each with everything somebody needs before they send a person there.
struct GroupWriter: ~Copyable {
  let publication: Publication
  let week: Weekdays
  let date: CalendarDate
  /// The page that the groups stand on.
  let address: Address
  var out = ByteWriter()
  private let details: GroupDetails
  /// What the cost of something free begins with, in small letters.
  private let free: String
  /// On the page that lists each group once, a group can be linked to and chosen.
  private let isDirectory: Bool
  private let hasPages: Bool

  /// `date` is the day of the build, by which details count as checked too long ago.
  init(publication: Publication, at address: Address, date: CalendarDate) {
    self.publication = publication
    week = Weekdays(words: publication.words)
    self.address = address
    self.date = date
    details = GroupDetails(in: publication)
    free = publication.words("block.groups.free").lowercased()
    isDirectory = address.withoutFolder == .groups
    hasPages = publication.settings.has(.groupPages)
  }

  mutating func write(_ group: CommunityGroup) {
    let isClosed = group.status == .temporarilyClosed
    out.write(isClosed ? "<li class=\"group group-closed\"" : "<li class=\"group\"")
    if isDirectory {
      out.write(" id=\"")
      out.write(text: Anchor.group(group.id.value))
      out.write("\"")
      writeFacets(of: group)
    }
    out.write(">\n<p class=\"group-name\">")
    if hasPages {
      out.writeLink(from: address, to: .group(group.id.value), group.name)
    } else {
      out.write(text: group.bytes(.name))
    }
    out.write("</p>\n")
    writeStatus(of: group)
    out.write("<p class=\"group-description\">")
    out.write(text: group.bytes(.description))
    out.write("</p>\n")
    details.write(group, to: &out)
    writeChecked(group)
    out.write("</li>\n")
  }

  /// What the script chooses by, and by what it tells that details have become old since the site was built.
  private mutating func writeFacets(of group: CommunityGroup) {
    write(" data-activity=\"", group.bytes(.activity))
    let days = week.days(in: group.day).map { week.titles[$0] }
    if !days.isEmpty { write(" data-days=\"", Array(days.joined(separator: ",").utf8)[...]) }
    write(" data-place=\"", group.bytes(.place))
    if group.cost.lowercased().hasPrefix(free) { out.write(" data-free=\"yes\"") }
    if group.stepFree == true { out.write(" data-step-free=\"yes\"") }
    if let assured = group.assured {
      out.write(" data-checked=\"")
      out.write(text: assured.iso)
      out.write("\"")
    }
  }

  /// Writes an attribute, where its text says anything.
  private mutating func write(_ opening: StaticString, _ text: ArraySlice<UInt8>) {
    if text.isEmpty || CommunityGroup.isUnknown(text) { return }
    out.write(opening)
    out.write(text: text)
    out.write("\"")
  }

  /// Says so of a group that is closed for now.
  mutating func writeStatus(of group: CommunityGroup) {
    if group.status == .temporarilyClosed { writeNote("block.groups.closed", as: "group-status") }
  }

  /// When the details were last checked; too long ago or never is said plainly.
  mutating func writeChecked(_ group: CommunityGroup) {
    guard let assured = group.assured else {
      return writeNote("block.groups.never-checked", as: "group-stale")
    }
    if date.dayNumber - assured.dayNumber > publication.settings.review.groupDays {
      writeNote("block.groups.stale", as: "group-stale", assured)
    } else {
      writeNote("block.groups.checked", as: "group-checked", assured)
    }
  }

  /// Writes a form in a paragraph of its own, with a day in its place for a `date`.
  private mutating func writeNote(_ key: String, as name: StaticString, _ day: CalendarDate? = nil) {
    let words = publication.words
    out.write("<p class=\"")
    out.write(name)
    out.write("\">")
    words.write(key, to: &out) { place, out in
      guard let day, place == "date" else { return false }
      out.write(day, words)
      return true
    }
    out.write("</p>\n")
  }
}
