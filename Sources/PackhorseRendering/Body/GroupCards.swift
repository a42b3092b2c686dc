import PackhorseCore

/// A sheet with two cards of A6 to cut out: what to expect on a first visit, and what a buddy does.
struct GroupCards {
  let group: CommunityGroup
  let publication: Publication
  let date: CalendarDate
  private var words: Words { publication.words }

  /// What somebody has in their hand on the way there.
  private static let labels: [GroupDetails.Label] = [
    .when, .place, .transport, .stepFree, .cost, .firstVisit, .buddy, .contact,
  ]

  var html: HTML {
    var out = ByteWriter(capacity: 8192)
    out.write("<div class=\"cards\"><div class=\"card-sheet\">\n<article class=\"card card-visit\">\n<h3>")
    out.write(text: group.name)
    out.write("</h3>\n")
    out.write(GroupDetails(of: Self.labels, in: publication).list(of: group))
    writeCode(&out)
    var notes = GroupWriter(publication: publication, at: address, date: date)
    notes.writeStatus(of: group)
    notes.writeChecked(group)
    out.write(notes.out.html)
    write("page.group.not-urgent", as: "card-note", &out)
    out.write("</article>\n")
    writeRole(&out)
    out.write("</div></div>\n")
    return out.html
  }

  private var address: Address { .group(group.id.value) }

  /// To the group's own site; where it has none, to its page here.
  private func writeCode(_ out: inout ByteWriter) {
    let own = isWebURL(group.bytes(.url)) && fitsCode(group.url) ? group.url : nil
    let url = own ?? publication.settings.url.map { SafeURL(address, on: $0).text }
    out.write(codeTo: url, title: group.name, words: words)
  }

  /// What a volunteer does who goes along, what they leave, and whom they tell.
  private func writeRole(_ out: inout ByteWriter) {
    out.write("<article class=\"card card-role\">\n<h3>")
    out.write(words, "page.group.role.title", ["name": HTML(text: group.name)])
    out.write("</h3>\n<ul>\n")
    for key in ["meet", "stay", "end", "no-advice", "no-money", "no-home"] {
      out.write("<li>")
      out.write(words, "page.group.role.\(key)")
      out.write("</li>\n")
    }
    out.write("</ul>\n")
    write("page.group.role.safeguarding", as: "card-note", &out)
    for key in ["tell", "phone"] {
      out.write("<p class=\"card-line\"><span>")
      out.write(words, "page.group.role.\(key)")
      out.write("</span></p>\n")
    }
    write("page.group.role.policy", as: "card-note", &out)
    out.write("</article>\n")
  }

  private func write(_ key: String, as name: StaticString, _ out: inout ByteWriter) {
    out.write("<p class=\"")
    out.write(name)
    out.write("\">")
    out.write(words, key)
    out.write("</p>\n")
  }
}
