import PackhorseCore

/// Writes groups of the directory, each with everything somebody needs before they send a person there.
struct GroupWriter {
  let words: Words
  /// Days after which unchecked details count as stale.
  let staleAfter: Int
  let date: CalendarDate
  /// On the page that lists each group once, a group can be linked to.
  var isDirectory = false
  var out = ByteWriter()

  init(publication: Publication, date: CalendarDate) {
    self.words = publication.words
    self.staleAfter = publication.settings.review.groupDays
    self.date = date
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
    out.write(">\n")
    out.write("<p class=\"group-name\">")
    out.write(text: group.name)
    out.write("</p>\n")
    if isClosed { writeNote("closed", as: "group-status") }
    out.write("<p class=\"group-description\">")
    out.write(text: group.description)
    out.write("</p>\n<dl>\n")
    writeDetails(of: group)
    writeContact(of: group)
    out.write("</dl>\n")
    writeChecked(group)
    out.write("</li>\n")
  }

  /// What the script chooses by, and by what it tells that details have become old since the site was built.
  private mutating func writeFacets(of group: CommunityGroup) {
    let days = Weekdays(words: words).names(in: group.day)
    let isFree = group.cost.lowercased().hasPrefix(words("block.groups.free").lowercased())
    let facets = [
      ("activity", group.activity), ("days", days.joined(separator: ",")), ("place", group.place),
      ("free", isFree ? "yes" : ""), ("step-free", group.stepFree == true ? "yes" : ""),
      ("checked", group.assured?.iso ?? ""),
    ]
    for (name, value) in facets where !value.isEmpty {
      out.write(" data-")
      out.write(text: name)
      out.write("=\"")
      out.write(text: value)
      out.write("\"")
    }
  }

  private mutating func writeDetails(of group: CommunityGroup) {
    writeTerm("activity", group.activity)
    writeTerm("when", joined([group.day, group.time, group.recurrence]))
    writeTerm("where", joined([group.place, group.postcode]))
    writeTerm("cost", group.cost)
    writeTerm("transport", group.transport)
    let access =
      switch group.stepFree {
      case true: "step-free-yes"
      case false: "step-free-no"
      case nil: "step-free-unknown"
      }
    writeTerm("step-free", words("block.groups.\(access)"))
    writeTerm("first-visit", group.firstVisit)
    writeTerm("buddy", group.buddy)
    writeTerm("safety", group.safety)
    if let sessions = group.sessions {
      let form = sessions == 1 ? "block.groups.sessions-one" : "block.groups.sessions-many"
      writeTerm("sessions", words(form, ["number": String(sessions)]))
    }
    if let end = group.fundingEnd { writeTerm("funding-end", writtenDate(end, words: words)) }
  }

  private mutating func writeContact(of group: CommunityGroup) {
    let url = Array(group.url.utf8)[...]
    let website = isWebURL(url) ? url : nil
    guard !group.contact.isEmpty || website != nil else { return }
    openTerm("contact")
    if let target = contactURL(group.contact) {
      out.writeLink(to: target, text: group.contact)
    } else {
      out.write(text: group.contact)
    }
    if let website {
      if !group.contact.isEmpty { out.write("<br>") }
      out.writeLink(to: website, text: words("block.groups.website", ["name": group.name]))
    }
    out.write("</dd></div>\n")
  }

  /// When the details were last checked; too long ago or never is said plainly.
  private mutating func writeChecked(_ group: CommunityGroup) {
    guard let assured = group.assured else { return writeNote("never-checked", as: "group-stale") }
    let day = writtenDate(assured, words: words)
    if date.dayNumber - assured.dayNumber > staleAfter {
      writeNote("stale", as: "group-stale", ["date": HTML(text: day)])
    } else {
      writeNote("checked", as: "group-checked", ["date": HTML(text: day)])
    }
  }

  private mutating func writeTerm(_ label: String, _ value: String) {
    guard !value.isEmpty else { return }
    openTerm(label)
    out.write(text: value)
    out.write("</dd></div>\n")
  }

  private mutating func openTerm(_ label: String) {
    out.write("<div><dt>")
    out.write(words, "block.groups.\(label)")
    out.write("</dt><dd>")
  }

  private mutating func writeNote(
    _ key: String, as name: StaticString, _ places: [String: HTML] = [:]
  ) {
    out.write("<p class=\"")
    out.write(name)
    out.write("\">")
    out.write(words, "block.groups.\(key)", places)
    out.write("</p>\n")
  }

  private func joined(_ parts: [String]) -> String {
    parts.filter { !$0.isEmpty }.joined(separator: ", ")
  }
}
