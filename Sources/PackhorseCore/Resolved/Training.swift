/// What a site, or one of its practices, has to teach: all pages, with the modules by section and by path.
///
/// In that of a practice with modules of its own, these and what lists them have addresses of a practice (`Address.own`).
package struct Training: Sendable {
  /// Pages written in Markdown, in the site's order: by kind, then place, then title.
  package var pages: [ResolvedPage]
  package var sections: [ModuleSection]
  package var pathways: [ResolvedPathway]

  package init(pages: [ResolvedPage], sections: [ModuleSection], pathways: [ResolvedPathway]) {
    (self.pages, self.sections, self.pathways) = (pages, sections, pathways)
  }

  /// The practice's own modules and introductions of sections.
  package var ownPages: [ResolvedPage] { pages.filter { $0.source.practice != nil } }
}

extension Publication {
  /// Takes the modules, sections and paths of one of its practices in the place of those that all have.
  package mutating func take(_ training: Training) {
    (pages, sections, pathways) = (training.pages, training.sections, training.pathways)
    listOfModules = Address.modules.own
    if pathways.contains(where: \.address.isOfPractice) { listOfPathways = Address.pathways.own }
  }

  /// The pages that all practices have in common and those that one of them wrote for itself, in its folder.
  package var allPages: [ResolvedPage] {
    pages
      + homes.flatMap { home in
        home.training?.ownPages.map { $0.moved(to: $0.address.inside(home.folder)) } ?? []
      }
  }
}
