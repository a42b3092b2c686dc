import PackhorseCore

/// The menu of every page: sections and roles, never single pages, so that it stays small however large a site grows.
struct Navigation: Sendable {
  struct Item: Sendable {
    var address: Address
    /// `modules/index.html"` ready for an attribute and the label ready for a page.
    fileprivate var path: HTML
    fileprivate var label: HTML
    /// False for what leads elsewhere although its address reads like that of a page with this menu.
    fileprivate var isMarked: Bool

    init(_ label: String, _ address: Address, isMarked: Bool = true) {
      self.address = address
      self.isMarked = isMarked
      path = HTML(text: percentEncoded(address.path))
      self.label = HTML(text: label)
    }
  }

  struct Group: Sendable {
    /// Empty for the first group, which needs none.
    var title: String
    var items: [Item]
  }

  private let groups: [Group]
  /// The folders between the root and a practice's pages, where this is the menu of one of several practices.
  private let folders: Int
  /// The menu for pages in the root of the site, one folder down, and so on: most pages lie no deeper.
  private let menus: [Menu]

  init(groups: [Group], folders: Int = 0) {
    let groups = groups.filter { !$0.items.isEmpty }
    self.groups = groups
    self.folders = folders
    menus = (0...3).map { Menu(groups, depth: $0, folders: folders) }
  }

  /// The menu for one page; the page itself, or the nearest page above it that the menu lists, is marked.
  func html(for head: PageHead) -> HTML {
    let depth = head.rootPrefix.utf8.count / "../".utf8.count - folders
    let menu = menus.indices.contains(depth) ? menus[depth] : Menu(groups, depth: depth, folders: folders)
    let nearestFirst = [head.address.withoutFolder] + head.crumbs.reversed().map(\.address)
    guard let marked = nearestFirst.first(where: { menu.places[$0] != nil }),
      let place = menu.places[marked]
    else { return HTML(ready: menu.bytes) }
    var writer = ByteWriter(capacity: menu.bytes.count + 32)
    writer.writeReady(menu.bytes[..<place])
    writer.write(marked == nearestFirst[0] ? " aria-current=\"page\"" : " aria-current=\"true\"")
    writer.writeReady(menu.bytes[place...])
    return writer.html
  }
}

/// A menu with nothing marked, and the place in each item's tag where a mark belongs.
private struct Menu: Sendable {
  private(set) var bytes: [UInt8] = []
  private(set) var places: [Address: Int] = [:]

  /// `depth` folders below the root, or below the folder of a practice, which lies `folders` below it.
  init(_ groups: [Navigation.Group], depth: Int, folders: Int) {
    let toOwn = String(repeating: "../", count: depth)
    let toRoot = String(repeating: "../", count: depth + folders)
    var writer = ByteWriter(capacity: 4096)
    for group in groups {
      if !group.title.isEmpty {
        writer.write("<p class=\"menu-title\">")
        writer.write(text: group.title)
        writer.write("</p>\n")
      }
      writer.write("<ul>\n")
      for item in group.items {
        writer.write("<li><a href=\"")
        writer.write(text: item.address.isOfPractice ? toOwn : toRoot)
        writer.write(item.path)
        writer.write("\"")
        if item.isMarked, places[item.address] == nil { places[item.address] = writer.count }
        writer.write(">")
        writer.write(item.label)
        writer.write("</a></li>\n")
      }
      writer.write("</ul>\n")
    }
    bytes = writer.bytes
  }
}

extension Navigation {
  /// The menu of a site: its paths, its training, what is used with patients, its evidence, the practice.
  ///
  /// One of several practices has a menu of its own, which leads to its own pages and back to all practices.
  init(_ site: EvidencedSite, isOfOneOfSeveral: Bool = false) {
    let publication = site.publication
    let words = publication.words
    func item(_ key: String, _ address: Address, if isThere: Bool = true) -> Item? {
      isThere ? Item(words(key), address) : nil
    }
    func has(_ kind: PageKind) -> Bool { publication.pages.contains { $0.kind == kind } }
    let all = Item(words("page.nav.network"), .network, isMarked: false)
    let start = [item("page.nav.home", .home), isOfOneOfSeveral ? all : nil]
    let paths = publication.pathways.map { Item(publication.localText($0.role.title), $0.address) }
    let training = [
      item("page.nav.all-modules", publication.listOfModules, if: !publication.sections.isEmpty)
    ]
    let sections = publication.sections.map { Item(publication.localText($0.title), $0.address) }
    let patients = [
      publication.settings.has(.linkWorker)
        ? Item(words("page.worker.title", ["link-worker": publication.linkWorkerWord]), .linkWorker) : nil,
      item("page.nav.criteria", .criteria, if: !publication.criteria.isEmpty),
      item("page.nav.groups", .groups, if: !publication.groups.isEmpty || !publication.localGroups.isEmpty),
      item("page.nav.stories", .stories, if: has(.story)),
    ]
    let evidence = [
      item("page.nav.evidence", .evidence, if: has(.evidence)),
      item("page.nav.digest", .digest, if: site.evidence.hasSeries && publication.settings.has(.digest)),
      item("page.nav.outcomes", .outcomes, if: site.evidence.hasSeries),
      item("page.nav.summaries", .summaries, if: has(.summary)),
    ]
    let practice = [
      item("page.nav.practice", .practice, if: has(.practice)),
      item("page.nav.glossary", .glossary, if: !publication.glossary.isEmpty),
    ]
    let groups = [
      Group(title: "", items: start.compactMap(\.self)),
      Group(title: words("page.nav.paths"), items: paths),
      Group(title: words("page.nav.training"), items: training.compactMap(\.self) + sections),
      Group(title: words("page.nav.patients"), items: patients.compactMap(\.self)),
      Group(title: words("page.nav.what-works"), items: evidence.compactMap(\.self)),
      Group(title: words("page.nav.reference"), items: practice.compactMap(\.self)),
    ]
    self.init(groups: groups, folders: isOfOneOfSeveral ? PracticeHome.folders : 0)
  }
}
