import PackhorseCore

/// The pages of a site of several practices: a folder for each with what it has for itself, and a page for each network
/// and board.
extension Frame {
  /// What each practice has for itself, practice by practice; nothing in a site of one practice.
  func practices() -> [(pages: [PlannedPage], feeds: [OutputFile])] {
    guard isShared else { return [] }
    let menu = Navigation(site, isOfOneOfSeveral: true)
    return publication.homes.enumerated().map { place, home in
      let frame = Frame(self, forHomeAt: place, navigation: navigation(of: home, shared: menu))
      return (frame.practicePages(), frame.feeds())
    }
  }

  private func practicePages() -> [PlannedPage] {
    [homePage()] + ownReferences() + ownWrittenPages() + [practiceFolder].compactMap(\.self)
      + ownTraining()
  }

  func areaPages() -> [PlannedPage] {
    guard isShared else { return [] }
    let crumb = Crumb(title: words("page.outcomes.title"), address: .outcomes)
    return publication.areas.map { area in
      let head = PageHead(
        address: .area(area), title: area.name, description: words("page.area.\(area.level.rawValue)"),
        kind: "outcomes", crumbs: [crumb])
      return page(head) { OutcomesPage(frame: $0, address: head.address, about: area) }
    }
  }

  /// The practices, each with a link to its own page at an address, below the names of their networks; nothing in a site of
  /// one practice.
  ///
  /// `area` is the network or board whose practices they are; `withAreas` adds the pages of boards; `level` is that of the
  /// headings.
  func practiceList(
    from here: Address, to address: Address, in area: Area? = nil, withAreas: Bool = false, level: Int = 2
  ) -> HTML {
    var writer = ByteWriter(capacity: 64 * publication.homes.count)
    for part in practiceParts(to: address, in: area, withAreas: withAreas) {
      writer.write("<section class=\"practices\">\n<h")
      writer.write(level)
      writer.write(">")
      if let address = part.address, address != here {
        writer.writeLink(from: here, to: address, part.title)
      } else {
        writer.write(text: part.title)
      }
      writer.write("</h")
      writer.write(level)
      writer.write(">\n<ul>\n")
      for entry in part.entries {
        writer.write("<li>")
        writer.writeLink(from: here, to: entry.address, entry.title)
        writer.write("</li>\n")
      }
      writer.write("</ul>\n</section>\n")
    }
    return writer.html
  }

  /// The practices by network, in the order of boards and networks.
  private func practiceParts(
    to address: Address, in area: Area? = nil, withAreas: Bool = false
  ) -> [ListPage.Part] {
    let homes =
      area.map { (homesByArea[$0] ?? []).map { publication.homes[$0] } } ?? publication.homes
    let networks = Dictionary(grouping: homes) { $0.pcn ?? $0.icb }
    let order = networks.keys.sorted {
      (networks[$0]?.first?.order ?? "") < (networks[$1]?.first?.order ?? "")
    }
    let boards = withAreas && area == nil ? publication.areas.filter { $0.level == .icb } : []
    let above = ListPage.Part(
      title: words("page.network.boards"), entries: boards.map { entry($0.name, .area($0)) })
    return (boards.isEmpty ? [] : [above])
      + order.map { network in
        ListPage.Part(
          title: network?.name ?? words("page.network.others"),
          address: network.map(Address.area),
          entries: (networks[network] ?? []).map { entry($0.practice.name, address.inside($0.folder)) })
      }
  }

  private func entry(_ title: String, _ address: Address) -> ListingEntry {
    ListingEntry(address: address, title: title, summary: "", facts: [])
  }
}

extension PlannedPage {
  /// What stands at the address of a page that each practice has for itself: the practices to choose from.
  init(choiceOf page: ResolvedPage, in folder: Crumb, _ frame: Frame) {
    let isIndex = page.address == folder.address
    let head = frame.head(page, in: isIndex ? [] : [folder], kind: "list")
    self = frame.page(head, digest: frame.contentDigest(of: page)) { frame in
      let others = isIndex ? frame.entries(of: page.kind).filter { $0.address != page.address } : []
      return ChoicePage(frame: frame, head: head, others: others)
    }
  }
}

extension PracticeHome {
  /// Boards by code, then networks by code; those without come last.
  fileprivate var order: String { "\(icb?.code ?? "~") \(pcn?.code ?? "~")" }
}

extension Publication {
  /// The networks and boards of its practices, the finer first, by code.
  fileprivate var areas: [Area] { Set(homes.flatMap { [$0.pcn, $0.icb] }.compactMap(\.self)).sorted() }
}

extension ResolvedPage {
  /// The same page where a practice has it.
  func moved(by place: (Address) -> Address) -> ResolvedPage {
    let address = place(self.address)
    return address == self.address ? self : moved(to: address)
  }
}
