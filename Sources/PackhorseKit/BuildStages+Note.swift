import PackhorseCore
import PackhorseRendering

extension BuildStages {
  /// What a later process may go on from; `problems` are all of this build.
  ///
  /// Nil where a text shows in more files than its own page, or where a file's state tells nothing.
  func note(of problems: [Diagnostic]) -> SiteNote? {
    guard plan.tellsTextsApart, parsed.value.count == tree.pages.count,
      let surroundings = tree.surroundings(terms)
    else { return nil }
    var places: [String: Int] = [:]
    for (place, page) in parsed.value.enumerated() { places[page.source.path] = place }
    var notes = parsed.value.map { page in
      SiteNote.Page(state: page.source.version.state, digest: page.source.version.digest, shown: [])
    }
    let pages = evidenced.publication.pages
    let placesOfPages = pages.map { places[$0.source.path] }
    for (page, place) in placesOfPages.enumerated() {
      guard let place else { continue }
      notes[place].shown = plan.shown(by: page).compactMap { placesOfPages[$0] }
    }
    let files = plan.output.files.compactMap { file in
      file.digest.map { StandingFile(address: file.address, digest: $0) }
    }
    guard files.count == plan.output.files.count else { return nil }
    return SiteNote(
      surroundings: surroundings, settings: loaded.value.settingsDigest, stories: storiesDigest, pages: notes,
      common: commonPages, pathways: notedPathways, files: files, problems: problems)
  }

  /// The pathways; a module that a practice wrote itself stands for the shared one, as it does in a part of the site.
  private var notedPathways: [SiteNote.NotedPathway] {
    var places: [String: Int] = [:]
    for (place, page) in parsed.value.enumerated() where page.source.kind == .module {
      if page.source.practice != nil || places[page.source.moduleID] == nil {
        places[page.source.moduleID] = place
      }
    }
    return loaded.value.pathways.map { pathway in
      var alone = pathway
      alone.modules = []
      return SiteNote.NotedPathway(pathway: alone, modules: pathway.modules.compactMap { places[$0.value] })
    }
  }

  /// The digest of which stories are shown, with what is told of them, and where others stood.
  var storiesDigest: Digest {
    var builder = DigestBuilder()
    let publication = evidenced.publication
    for story in publication.pages where story.kind == .story {
      builder.add(story.shownDigest)
      builder.add(story.source.version.digest)
    }
    for address in publication.tombstones { builder.add(address.path) }
    return builder.digest
  }

  /// All pages but modules; of these one of each section and one that takes up something of the study, so that the
  /// menu is whole, and those with former addresses.
  private var commonPages: [Int] {
    let claiming = Set(evidenced.publication.pages.first(where: \.isClaiming).map { [$0.source.path] } ?? [])
    var sections: Set<String> = []
    return parsed.value.indices.filter { place in
      let page = parsed.value[place].source
      let isFirst = page.section.map { sections.insert($0).inserted } ?? false
      return isFirst || page.kind != .module || page.practice != nil || !page.frontMatter.aliases.isEmpty
        || claiming.contains(page.path)
    }
  }
}

extension FileTree {
  /// The digest of all that a build depends on besides the texts of pages; nil where a file's state tells nothing.
  func surroundings(_ terms: BuildTerms) -> Digest? {
    var builder = DigestBuilder()
    builder.add(terms.date.dayNumber)
    builder.add(terms.practice)
    builder.add(terms.isForServer ? 1 : 0)
    for (number, paths) in [withdrawnStories, pages.map(\.path)].enumerated() {
      builder.add(number)
      builder.add(paths.count)
      for path in paths { builder.add(path) }
    }
    builder.add(texts.count)
    for text in texts {
      builder.add(text.path)
      builder.add(text.bytes[...])
    }
    let states = data.map { ($0.path, $0.state) } + assets.map { ($0.path, $0.state) }
    for (path, state) in states {
      guard let state else { return nil }
      builder.add(path)
      builder.add(state)
    }
    return builder.digest
  }
}
