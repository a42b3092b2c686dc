import PackhorseCore
import PackhorseResolving

/// A module whose text changed.
struct ChangedModule: Sendable {
  /// Its place among the pages of the site.
  let place: Int
  /// What an earlier build parsed.
  let before: ParsedPage
  let after: ParsedPage

  var address: Address { Address.page(of: after.source) }
}

extension EarlierBuild {
  /// More pages than these are not looked at one by one.
  private static let mostChanged = 64

  /// The modules whose texts changed; nil where other pages did, where too many did or where one has a fault.
  func changedModules(of tree: FileTree, jobs: Int) async -> [ChangedModule]? {
    let touched = tree.pages.indices.filter { place in
      tree.pages[place].state == nil || tree.pages[place].state != note.pages[place].state
    }
    guard touched.count <= EarlierBuild.mostChanged else { return nil }
    let parsed = await parsePages(
      touched.map { tree.pages[$0] }, memory: PageMemory(), shelf: .memory, allowsHTML: pages.allowsHTML,
      jobs: jobs)
    guard parsed.value.count == touched.count else { return nil }
    let faulty = Set(parsed.diagnostics.map(\.span?.path))
    var changed: [ChangedModule] = []
    for (place, after) in zip(touched, parsed.value)
    where after.source.version.digest != note.pages[place].digest {
      guard after.source.kind == .module, !faulty.contains(after.source.path),
        let before = page(at: place, of: tree.pages)
      else { return nil }
      changed.append(ChangedModule(place: place, before: before, after: after))
    }
    return changed
  }

  /// A page as it was noted; nil where it was not kept.
  fileprivate func page(at place: Int, of files: [PageFile]) -> ParsedPage? {
    let page = pages.page(at: place, of: files)
    return page?.source.version.digest == note.pages[place].digest ? page : nil
  }
}

/// The pages of a site that tell how a few of its modules look, before these changed and after.
struct PartOfSite: Sendable {
  /// The files of the site but pathways, of pages these alone.
  let tree: FileTree
  /// The pathways with no other modules than these.
  let pathways: [Pathway]
  let before: [ParsedPage]
  let after: [ParsedPage]

  /// Nil where a page is no longer what was noted.
  init?(of tree: FileTree, around changed: [ChangedModule], _ earlier: EarlierBuild, jobs: Int) async {
    let places = PartOfSite.places(in: tree, around: changed, earlier.note)
    var part = tree
    part.pages = places.map { tree.pages[$0] }
    let pathways = Set(earlier.note.pathways.map(\.pathway.path))
    part.texts.removeAll { pathways.contains($0.path) }
    var known: [String: ParsedPage] = [:]
    for module in changed { known[module.before.source.path] = module.before }
    for place in places where known[tree.pages[place].path] == nil {
      known[tree.pages[place].path] = earlier.page(at: place, of: tree.pages)?.withoutLinks
    }
    // Stories, and pages in which a fault was found.
    let read = await parsePages(
      part.pages.filter { known[$0.path] == nil }, memory: PageMemory(), shelf: nil,
      allowsHTML: earlier.pages.allowsHTML, jobs: jobs)
    for page in read.value { known[page.source.path] = page.withoutLinks }
    let before = part.pages.compactMap { known[$0.path] }
    guard before.count == places.count,
      zip(before, places).allSatisfy({ $0.source.version.digest == earlier.note.pages[$1].digest })
    else { return nil }
    for module in changed { known[module.after.source.path] = module.after }
    (self.tree, self.before) = (part, before)
    after = part.pages.compactMap { known[$0.path] }
    self.pathways = earlier.note.pathways(among: places, of: before)
  }

  /// The places, in order, of these modules, of what their pages show and name, and of what any part of the site needs.
  private static func places(in tree: FileTree, around changed: [ChangedModule], _ note: SiteNote) -> [Int] {
    var places = Set(note.common)
    for module in changed {
      places.insert(module.place)
      places.formUnion(note.pages[module.place].shown)
      let linked = linkedPaths(of: module.before) + linkedPaths(of: module.after)
      places.formUnion(linked.compactMap { tree.pages.place(of: "content/" + $0, by: \.path) })
    }
    return places.sorted()
  }
}

extension SiteNote {
  /// The pathways of a part of the site; `places` are those of its pages, in order.
  fileprivate func pathways(among places: [Int], of pages: [ParsedPage]) -> [Pathway] {
    let names = Dictionary(uniqueKeysWithValues: zip(places, pages.lazy.map(\.source.moduleID)))
    return pathways.map { noted in
      var pathway = noted.pathway
      pathway.modules = noted.modules.compactMap { place in
        names[place].map { Located($0, at: .file(pathway.path)) }
      }
      return pathway
    }
  }
}

extension ParsedPage {
  /// The page as others show it: where it leads to need not be among a part of the site.
  fileprivate var withoutLinks: ParsedPage {
    var outline = outline
    outline.links = []
    return ParsedPage(source: source, outline: outline, document: document)
  }
}
