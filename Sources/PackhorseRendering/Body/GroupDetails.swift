import PackhorseCore

/// What the directory says of a group, label by label, for its entry, its page and its card.
struct GroupDetails {
  /// Labels in the order in which readers meet them; the catalogue has each under `block.groups`.
  enum Label: String, CaseIterable {
    case activity, when
    case place = "where"
    case cost, transport
    case stepFree = "step-free"
    case firstVisit = "first-visit"
    case buddy, safety, sessions
    case fundingEnd = "funding-end"
    case contact
  }

  private let group: CommunityGroup
  private let common: GroupWords
  private var words: Words { common.words }

  /// `common` is what the details of all groups of a page have around them.
  init(of group: CommunityGroup, _ common: GroupWords) {
    (self.group, self.common) = (group, common)
  }

  init(of group: CommunityGroup, in publication: Publication) {
    self.init(of: group, GroupWords(publication))
  }

  /// Some labels with what is known of each, as a list of terms; what nobody entered is left out.
  func list(of labels: [Label] = Label.allCases) -> HTML {
    HTML { write(labels, to: &$0) }
  }

  /// Writes what `list` gives.
  func write(_ labels: [Label] = Label.allCases, to out: inout ByteWriter) {
    out.write("<dl>\n")
    for label in labels {
      guard let value = value(of: label) else { continue }
      out.write("<div><dt>")
      common.titles[label].map { out.write($0) }
      out.write("</dt><dd>")
      out.write(value)
      out.write("</dd></div>\n")
    }
    out.write("</dl>\n")
  }

  private func value(of label: Label) -> HTML? {
    switch label {
    case .activity: shown(group.activity)
    case .when: joined([group.day, group.time, group.recurrence])
    case .place: joined([group.place, group.postcode])
    case .cost: shown(group.cost)
    case .transport: shown(group.transport)
    case .stepFree: HTML(text: words("block.groups.\(access)"))
    case .firstVisit: shown(group.firstVisit)
    case .buddy: shown(group.buddy)
    case .safety: shown(group.safety)
    case .sessions: group.sessions.map(limit)
    case .fundingEnd: group.fundingEnd.map { HTML(text: writtenDate($0, words: words)) }
    case .contact: contact
    }
  }

  /// A text as it was written; where it says that nobody knows, whom to ask.
  private func shown(_ text: String) -> HTML? {
    if text.isEmpty { return nil }
    return HTML(text: CommunityGroup.isUnknown(text) ? common.unknown : text)
  }

  private func joined(_ parts: [String]) -> HTML? {
    let written = parts.filter { !$0.isEmpty }
    let known = written.filter { !CommunityGroup.isUnknown($0) }
    return known.isEmpty ? shown(written.first ?? "") : HTML(text: known.joined(separator: ", "))
  }

  private var access: String {
    switch group.stepFree {
    case true: "step-free-yes"
    case false: "step-free-no"
    case nil: "step-free-unknown"
    }
  }

  private func limit(_ sessions: Int) -> HTML {
    let form = sessions == 1 ? "block.groups.sessions-one" : "block.groups.sessions-many"
    return HTML(text: words(form, ["number": String(sessions)]))
  }

  private var contact: HTML? {
    let url = Array(group.url.utf8)[...]
    let website = isWebURL(url) ? url : nil
    var out = ByteWriter(capacity: 256)
    if let target = contactURL(group.contact) {
      out.writeLink(to: target, text: group.contact)
    } else if let contact = shown(group.contact) {
      out.write(contact)
    }
    if let website {
      if !group.contact.isEmpty { out.write("<br>") }
      out.writeLink(to: website, text: words("block.groups.website", ["name": group.name]))
    }
    return out.bytes.isEmpty ? nil : out.html
  }
}

/// What stands around what is known of a group, made once for all groups of a page.
struct GroupWords {
  let words: Words
  let week: Weekdays
  /// Stands for what nobody knows: whom to ask.
  let unknown: String
  /// What the cost of something free begins with, in small letters.
  let free: String
  let titles: [GroupDetails.Label: HTML]

  init(_ publication: Publication) {
    words = publication.words
    week = Weekdays(words: words)
    unknown = words("block.groups.unknown", ["link-worker": publication.linkWorkerWord])
    free = words("block.groups.free").lowercased()
    var titles: [GroupDetails.Label: HTML] = [:]
    for label in GroupDetails.Label.allCases {
      titles[label] = HTML(text: words("block.groups.\(label.rawValue)"))
    }
    self.titles = titles
  }
}
