import PackhorseCore

/// What the files of a site depend on in common, as digests.
struct SiteDigests: Sendable {
  /// Everything that a page can show besides other pages: settings, words, templates, references, the menu, the groups,
  /// the published figures, the day of the build, whether there is a page of what the study asks for.
  let settings: Digest
  /// The same, with all that any page shows of any other.
  let site: Digest

  init(of site: EvidencedSite, date: CalendarDate, navigation: Navigation, hasCoverage: Bool) {
    let publication = site.publication
    var builder = DigestBuilder()
    builder.add(publication.settingsDigest)
    builder.add(date.dayNumber)
    builder.add(
      navigation.html(for: PageHead(address: .home, title: "", description: "", kind: "home")).bytes[...])
    builder.add(hasCoverage ? 1 : 0)
    builder.add(publication.practicePhoto?.path)
    for text in [publication.practice.code, publication.practice.name] { builder.add(text) }
    for home in publication.homes {
      for text in [home.practice.code, home.practice.name, home.photo?.path] { builder.add(text) }
      for area in [home.pcn, home.icb] {
        builder.add(area?.code)
        builder.add(area?.name)
      }
    }
    for group in publication.groups { builder.add(group) }
    for group in publication.localGroups { builder.add(group) }
    builder.add(site.evidence)
    for address in publication.tombstones { builder.add(address.path) }
    for redirect in publication.redirects {
      builder.add(redirect.from.path)
      builder.add(redirect.to.path)
    }
    settings = builder.digest
    for section in publication.sections {
      builder.add(section.id)
      builder.add(section.page ?? -1)
    }
    for page in publication.allPages {
      builder.add(page.shownDigest)
      builder.add(page.bindings.images.count)
      for technique in page.bindings.techniques { builder.add(technique) }
    }
    self.site = builder.digest
  }
}

extension Frame {
  /// The digest of a page's own text with the rest of the site, of which it may show anything.
  func contentDigest(of page: ResolvedPage) -> Digest {
    var builder = DigestBuilder()
    builder.add(digests.site)
    builder.add(own: page)
    return builder.digest
  }

  /// The digest of a module: its own text, and of other pages only those that it names.
  func contentDigest(of page: ResolvedPage, at place: ModulePlace?) -> Digest {
    guard let place, home == nil, !page.bindings.showsOtherPages else { return contentDigest(of: page) }
    var builder = DigestBuilder()
    builder.add(digests.settings)
    builder.add(own: page)
    let section = publication.sections[place.section]
    builder.add(section.title)
    builder.add(section.address.path)
    for home in ownVersions[page.source.slug] ?? [] { builder.add(home.practice.code) }
    for index in [place.previous, place.next] { builder.add(shownAt: index, in: publication) }
    for index in place.requires { builder.add(shownAt: index, in: publication) }
    for step in place.steps {
      builder.add(step.pathway)
      builder.add(shownAt: step.previous, in: publication)
      builder.add(shownAt: step.next, in: publication)
    }
    return builder.digest
  }

  /// The digest of a file that is copied as it lies there.
  func contentDigest(of copy: CopiedFile, in state: FileState) -> Digest {
    var builder = DigestBuilder()
    builder.add(copy.source)
    builder.add(state)
    return builder.digest
  }
}

extension DigestBuilder {
  fileprivate mutating func add(own page: ResolvedPage) {
    add(page.shownDigest)
    add(page.source.version.digest)
    add(page.bindings.digest)
  }

  /// All that another page can show of a page; nil where none stands there.
  fileprivate mutating func add(shownAt index: Int?, in publication: Publication) {
    guard let index else { return add(0) }
    add(publication.pages[index].shownDigest)
  }
}
