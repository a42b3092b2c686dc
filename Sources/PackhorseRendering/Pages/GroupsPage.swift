import PackhorseCore

/// `groups.html`: the directory, a part for each day of the week.
struct GroupsPage: PageTemplate {
  let frame: Frame
  let address: Address
  /// Groups by their places in the directory.
  private let days: [(anchor: String, title: String, groups: [Int])]

  init(frame: Frame, address: Address) {
    self.frame = frame
    self.address = address
    let week = Weekdays(words: frame.words)
    let order = week.order(of: frame.publication.groups)
    func groups(on day: Int?) -> [Int] { order.filter { $0.day == day }.map { $0.place } }
    let weekdays = week.titles.enumerated().map { day, name in
      (anchor: "_day-\(day + 1)", title: name, groups: groups(on: day))
    }
    let otherwise = (
      anchor: "_day-0", title: frame.words("page.groups.any-day"), groups: groups(on: nil)
    )
    days = (weekdays + [otherwise]).filter { !$0.groups.isEmpty }
  }

  static let template = "pages/groups"
  static let tags = TagTable<GroupsPage>([
    .text("link-worker") { $0.frame.publication.linkWorkerWord },
    .flag("is-empty") { $0.days.isEmpty },
    .html("contents") { page in contentsList(page.days.map { ($0.anchor, $0.title) }, words: page.frame.words)
    },
    .html("groups") { $0.groups },
    .html("practices") { $0.frame.practiceList(from: $0.address, to: .groups) },
    .url("data") { $0.days.isEmpty || !$0.frame.hasData ? nil : SafeURL(from: $0.address, to: .groupsData) },
    .text("stale-after") { String($0.frame.publication.settings.review.groupDays) },
  ])

  private var groups: HTML {
    var writer = GroupWriter(publication: frame.publication, at: address, date: frame.date)
    writer.out = ByteWriter(capacity: 65_536)
    for day in days {
      writer.out.write("<section class=\"day\">\n<h2 id=\"")
      writer.out.write(text: day.anchor)
      writer.out.write("\">")
      writer.out.write(text: day.title)
      writer.out.write("</h2>\n")
      writer.write(day.groups, of: frame.publication.groups)
      writer.out.write("</section>\n")
    }
    return writer.out.html
  }
}
