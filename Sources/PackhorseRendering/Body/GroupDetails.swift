import PackhorseCore

/// What the directory says of groups, label by label, for their entries, pages and cards.
///
/// What it has around each is made once for all groups of a page.
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

  private let words: Words
  /// Stands for what nobody knows: whom to ask.
  private let unknown: String
  /// Each label with the markup that leads to its value.
  private let terms: [(label: Label, opening: HTML)]

  init(of labels: [Label] = Label.allCases, in publication: Publication) {
    let words = publication.words
    self.words = words
    unknown = words("block.groups.unknown", ["link-worker": publication.linkWorkerWord])
    terms = labels.map { label in
      let opening = HTML {
        $0.write("<div><dt>")
        $0.write(words, "block.groups.\(label.rawValue)")
        $0.write("</dt><dd>")
      }
      return (label, opening)
    }
  }

  /// The labels with what is known of each, as a list of terms; what nobody entered is left out.
  func list(of group: CommunityGroup) -> HTML {
    HTML { write(group, to: &$0) }
  }

  /// Writes what `list` gives.
  func write(_ group: CommunityGroup, to out: inout ByteWriter) {
    out.write("<dl>\n")
    for (label, opening) in terms {
      let start = out.count
      out.write(opening)
      if writeValue(of: label, group, to: &out) {
        out.write("</dd></div>\n")
      } else {
        out.removeLast(out.count - start)
      }
    }
    out.write("</dl>\n")
  }

  /// Writes nothing and gives false where nobody entered anything.
  private func writeValue(of label: Label, _ group: CommunityGroup, to out: inout ByteWriter) -> Bool {
    let start = out.count
    switch label {
    case .activity: write([.activity], of: group, to: &out)
    case .when: write([.day, .time, .recurrence], of: group, to: &out)
    case .place: write([.place, .postcode], of: group, to: &out)
    case .cost: write([.cost], of: group, to: &out)
    case .transport: write([.transport], of: group, to: &out)
    case .stepFree: out.write(words, access(of: group))
    case .firstVisit: write([.firstVisit], of: group, to: &out)
    case .buddy: write([.buddy], of: group, to: &out)
    case .safety: write([.safety], of: group, to: &out)
    case .sessions: writeLimit(of: group, to: &out)
    case .fundingEnd: group.fundingEnd.map { out.write($0, words) }
    case .contact: writeContact(of: group, to: &out)
    }
    return out.count > start
  }

  /// Writes texts as they were written, in a row; where none says more than that nobody knows, whom to ask.
  private func write(
    _ texts: [CommunityGroup.Text], of group: CommunityGroup, to out: inout ByteWriter
  ) {
    let start = out.count
    var nobodyKnows = false
    for text in texts {
      let bytes = group.bytes(text)
      if bytes.isEmpty { continue }
      if CommunityGroup.isUnknown(bytes) {
        nobodyKnows = true
        continue
      }
      if out.count > start { out.write(", ") }
      out.write(text: bytes)
    }
    if nobodyKnows, out.count == start { out.write(text: unknown) }
  }

  private func access(of group: CommunityGroup) -> String {
    switch group.stepFree {
    case true: "block.groups.step-free-yes"
    case false: "block.groups.step-free-no"
    case nil: "block.groups.step-free-unknown"
    }
  }

  private func writeLimit(of group: CommunityGroup, to out: inout ByteWriter) {
    guard let sessions = group.sessions else { return }
    let form = sessions == 1 ? "block.groups.sessions-one" : "block.groups.sessions-many"
    out.write(words, form, ["number": HTML(text: String(sessions))])
  }

  private func writeContact(of group: CommunityGroup, to out: inout ByteWriter) {
    let contact = group.bytes(.contact)
    if let target = contactURL(contact) {
      out.writeLink(to: target, text: contact)
    } else {
      write([.contact], of: group, to: &out)
    }
    let website = group.bytes(.url)
    guard isWebURL(website) else { return }
    if !contact.isEmpty { out.write("<br>") }
    out.writeLink(to: website, text: words("block.groups.website", ["name": group.name]))
  }
}
