import PackhorseCore

/// Where a module stands: what comes before and after it in its section and in each path that holds it.
struct ModulePlace: Sendable {
  struct Step: Sendable {
    /// Index into `Publication.pathways`.
    var pathway: Int
    /// Index into `Publication.pages`; nil at the path's beginning.
    var previous: Int?
    /// Index into `Publication.pages`; nil at the path's end.
    var next: Int?
  }

  var section: Int
  var previous: Int?
  var next: Int?
  var steps: [Step] = []
  /// Indices into `Publication.pages` of the modules to read first.
  var requires: [Int] = []
}

/// The places of all modules, by index into `Publication.pages`; other pages have none.
func modulePlaces(in publication: Publication) -> [ModulePlace?] {
  var places = [ModulePlace?](repeating: nil, count: publication.pages.count)
  let required = Set(
    publication.pages.flatMap { $0.source.frontMatter.requires.map { "modules/" + $0.value } })
  let bySlug = Dictionary(
    publication.pages.enumerated().filter { required.contains($1.source.slug) }.map { ($1.source.slug, $0) },
    uniquingKeysWith: { first, _ in first })
  for (section, value) in publication.sections.enumerated() {
    let modules = value.modules
    for (index, page) in modules.enumerated() {
      places[page] = ModulePlace(
        section: section, previous: index > 0 ? modules[index - 1] : nil,
        next: index + 1 < modules.count ? modules[index + 1] : nil,
        requires: publication.pages[page].source.frontMatter.requires.compactMap {
          bySlug["modules/" + $0.value]
        })
    }
  }
  for (pathway, value) in publication.pathways.enumerated() {
    for (index, page) in value.modules.enumerated() {
      let previous = index > 0 ? value.modules[index - 1] : nil
      let next = index + 1 < value.modules.count ? value.modules[index + 1] : nil
      places[page]?.steps.append(ModulePlace.Step(pathway: pathway, previous: previous, next: next))
    }
  }
  return places
}
