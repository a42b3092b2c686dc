import PackhorseCore

/// Every place that a link can lead to, by the path that an author writes, with the anchors found there.
struct AddressBook: Sendable {
  struct Place: Sendable {
    var address: Address
    /// Nil where any fragment is accepted: a file that is not a page.
    var anchors: Anchors?
    /// The path inside content/ of a file that is copied; nil for a page.
    var file: String?
    /// A story that may not be shown: its headings are nobody's business.
    var isWithheld = false
    /// Several practices or areas have a page of their own: at its address stands a list, and its headings stand there.
    var isList = false
  }

  /// The anchors of a page: those of its headings, or ids that were made for it.
  struct Anchors: Sendable {
    private var headings = Headings()
    private var ids: Set<String> = []

    /// A page without any.
    init() {}

    init(ids: Set<String>) { self.ids = ids }

    /// Few headings are looked through as they are; many are worth a set.
    init(headings: Headings) {
      if headings.count > 64 { ids = Set(headings.map(\.anchor)) } else { self.headings = headings }
    }

    func contains(_ anchor: String) -> Bool {
      ids.contains(anchor) || headings.contains { $0.anchor == anchor }
    }

    var all: [String] { ids.sorted() + headings.map(\.anchor) }
  }

  /// Places by path inside content/: `modules/a/b.md`, `groups.html`, `stories/garden.jpg`.
  private(set) var places: [String: Place] = [:]
  private(set) var diagnostics: [Diagnostic] = []
  private var owners: [Address: Owner] = [:]

  private struct Owner {
    var path: String
    var span: SourceSpan
  }

  init(_ site: ParsedSite) {
    let source = site.source
    places.reserveCapacity(site.pages.count)
    owners.reserveCapacity(site.pages.count)
    for page in site.pages { claim(page) }
    let isForSeveral = source.settings.practice == nil
    for page in site.pages
    where isForSeveral && page.source.isOfPractice
      || source.practices.hasSeveralAreas(at: page.source.frontMatter.level)
    {
      places[page.source.contentPath]?.isList = true
    }
    for pathway in source.pathways { claim(pathway.slug, path: pathway.path, anchors: Anchors()) }
    for criteria in source.criteria {
      claim(criteria.slug, path: criteria.path, anchors: Anchors(ids: Self.anchors(of: criteria)))
    }
    if source.settings.has(.groupPages) {
      for group in source.shownGroups where group.isListed { claim(group) }
    }
    for section in Set(site.pages.compactMap(\.source.section)) {
      offer(Address.section(section), anchors: Anchors())
    }
    for place in Address.places where source.settings.makes(place) { offer(place, anchors: Anchors()) }
    places[Address.glossary.path]?.anchors = Anchors(ids: Set(source.glossary.map(\.id)))
    places[Address.outcomes.path]?.anchors = Anchors(
      ids: Set(source.measures.map { Anchor.measure($0.id) }))
    if isForSeveral {
      for area in source.settings.chosen(from: source.practices).areas {
        offer(.area(area), anchors: Anchors(ids: Set(source.measures.map { Anchor.measure($0.id) })))
      }
      for place in Address.places where place.isOfPractice { places[place.path]?.isList = true }
    }
    offerAssets(of: source)
  }

  /// Takes the address of a practice's own module, in the practice's folder; reports one that is taken.
  mutating func claimOwn(_ page: SourcePage, at address: Address) {
    claim(address, path: page.path, span: page.span)
  }

  /// The same places as a practice's own pages find them: the modules that it wrote in the place of the shared ones.
  ///
  /// `own` are the addresses of all that it has for itself because of them.
  func seen(by code: String, with modules: [ParsedPage], own: Set<Address>) -> AddressBook {
    var book = self
    for (path, place) in places where own.contains(place.address) {
      book.places[path]?.address = place.address.own
    }
    for page in modules {
      book.places[page.source.contentPath] = Place(
        address: Address.page(of: page.source), anchors: Anchors(headings: page.outline.headings))
    }
    for section in Set(modules.compactMap(\.source.section)) {
      let list = Address.section(section).own
      book.places[list.path] =
        book.places["modules/\(section)/index.md"] ?? Place(address: list, anchors: Anchors())
    }
    book.putFilesInPlace(of: code)
    return book
  }

  /// Takes an address for a former place of a page; reports one that is taken.
  mutating func claimAlias(_ address: Address, for page: SourcePage, at span: SourceSpan) -> Bool {
    claim(address, path: page.path, span: span)
  }

  /// Keeps a story's place and forgets what stands in it.
  mutating func withhold(_ story: SourcePage) {
    places[contentPath(story.path)]?.anchors = Anchors()
    places[contentPath(story.path)]?.isWithheld = true
  }
}

extension AddressBook {
  /// Puts the pictures beside a practice's own modules in the place of those beside the shared ones.
  private mutating func putFilesInPlace(of code: String) {
    let folder = "practices/\(code)/"
    for (path, place) in places where place.file != nil && path.hasPrefix(folder + "modules/") {
      places[String(path.dropFirst(folder.count))] = place
    }
  }

  fileprivate mutating func claim(_ page: ParsedPage) {
    let address = Address.page(of: page.source)
    guard claim(address, path: page.source.path, span: page.source.span) else { return }
    places[page.source.contentPath] = Place(
      address: address, anchors: Anchors(headings: page.outline.headings))
  }

  /// A page made from a YAML file; links may name the file or its output.
  fileprivate mutating func claim(_ slug: String, path: String, anchors: Anchors) {
    let address = Address.page(slug: slug)
    guard claim(address, path: path, span: .file(path)) else { return }
    let place = Place(address: address, anchors: anchors)
    places[contentPath(path)] = place
    places[address.path] = place
  }

  /// The page of a group.
  fileprivate mutating func claim(_ group: CommunityGroup) {
    let address = Address.group(group.id.value)
    guard claim(address, path: group.id.span.path, span: group.id.span) else { return }
    places[address.path] = Place(address: address, anchors: Anchors())
  }

  @discardableResult
  fileprivate mutating func claim(_ address: Address, path: String, span: SourceSpan) -> Bool {
    let folded = Address(folded(address.path))
    if let owner = owners[folded] {
      diagnostics.append(.duplicateAddress(address, at: span, owner: owner.path, ownerSpan: owner.span))
      return false
    }
    if Self.madeAlways.contains(folded) {
      diagnostics.append(.takenAddress(address, at: span))
      return false
    }
    owners[folded] = Owner(path: path, span: span)
    return true
  }

  /// A place that Packhorse makes where nobody wrote a page for it.
  fileprivate mutating func offer(_ address: Address, anchors: Anchors) {
    guard places[address.path] == nil else { return }
    let written = places[String(address.path.dropLast(".html".utf8.count)) + ".md"]
    places[address.path] = written ?? Place(address: address, anchors: anchors)
  }

  /// Files that pages may link to; those beside a practice's own modules lie where the modules do.
  fileprivate mutating func offerAssets(of source: SourceSite) {
    let alone = source.settings.practice?.value
    let own = source.assets.compactMap { OwnPath($0) }.filter { $0.isTraining && $0.code == alone }
    let replaced = Set(own.map { "content/" + $0.inside })
    for path in source.assets where !replaced.contains(path) {
      guard path.hasPrefix("content/"), !path.hasPrefix("content/data/") else { continue }
      let address = address(ofFile: path, alone: alone)
      guard claim(address, path: path, span: .file(path)) else { continue }
      places[contentPath(path)] = Place(address: address, anchors: nil, file: contentPath(path))
    }
    if let alone { putFilesInPlace(of: alone) }
  }

  private func address(ofFile path: String, alone: String?) -> Address {
    guard let own = OwnPath(path), own.isTraining, isPracticeCode(own.code) else {
      return Address(contentPath(path))
    }
    if alone == nil { return Address(own.inside).inside(PracticeHome.folder(of: own.code)) }
    return Address(own.code == alone ? own.inside : contentPath(path))
  }

  fileprivate static func anchors(of criteria: Criteria) -> Set<String> {
    Set(
      criteria.questions.map { Anchor.question($0.id.value) }
        + criteria.outcomes.map { Anchor.outcome($0.id.value) })
  }

  /// Pages that a site always gets, whatever it writes; home, sections and practice/index may be written.
  fileprivate static let madeAlways = Set(Address.places).subtracting([Address.home, Address.practice])
}

extension SiteSettings {
  /// Whether the site has one of the places that Packhorse makes.
  fileprivate func makes(_ place: Address) -> Bool {
    switch place {
    case .search: isSearched
    case .digest: has(.digest)
    case .linkWorker: has(.linkWorker)
    case .outcomesData, .groupsData: has(.data)
    default: true
    }
  }
}

extension [ListedPractice] {
  /// True of a level with more than one network or board.
  fileprivate func hasSeveralAreas(at level: AreaLevel?) -> Bool {
    guard let level else { return false }
    return areas.count { $0.level == level } > 1
  }
}

/// A path as disks compare it that tell no capital from a small letter.
private func folded(_ path: String) -> String {
  let isPlain = path.utf8.allSatisfy { $0 < 0x80 && !(UInt8(ascii: "A")...UInt8(ascii: "Z")).contains($0) }
  return isPlain ? path : path.lowercased()
}

/// The path inside content/.
func contentPath(_ path: String) -> String {
  String(Substring(path.utf8.dropFirst("content/".utf8.count)))
}

extension Diagnostic {
  fileprivate static func duplicateAddress(
    _ address: Address, at span: SourceSpan, owner: String, ownerSpan: SourceSpan
  ) -> Diagnostic {
    Diagnostic(
      .error, "duplicate-address", "Two files would become '\(address.path)'", at: span,
      because:
        "One would overwrite the other. Names that differ only in capitals count as one, as they do on many disks.",
      notes: [Note("'\(owner)' has this address as well", at: ownerSpan)],
      suggestion: "give one of them another name")
  }

  fileprivate static func takenAddress(_ address: Address, at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      .error, "duplicate-address", "'\(address.path)' is a page that Packhorse makes by itself", at: span,
      because: "A file with this address would overwrite it.", suggestion: "give the file another name")
  }
}
