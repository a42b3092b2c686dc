package import PackhorseCore

/// A plan with what its files are made by, so that those of a few pages can be planned anew.
package struct SitePlan: Sendable {
  package let output: OutputPlan
  let frame: Frame
  /// By index into `Publication.pages`.
  let places: [ModulePlace?]

  /// The same plan after the texts of some modules changed, given as indices into the pages of the site.
  ///
  /// What other files show of these is as it was, and so are their digests; only the files that show texts are planned
  /// anew. Nil where that cannot be told apart.
  package func revised(for site: EvidencedSite, modules: [Int]) -> SitePlan? {
    guard !frame.isKeptOffline, frame.publication.homes.isEmpty else { return nil }
    let frame = Frame(frame, after: site)
    let made = modules.map { frame.module(frame.publication.pages[$0], at: places[$0]).file }
    var files = output.files
    for file in made + frame.searchFiles() {
      guard let index = files.place(of: file.address, by: \.address) else { return nil }
      files[index] = file
    }
    return SitePlan(output: OutputPlan(files: files), frame: frame, places: places)
  }

  /// The pages of which the page of a module shows something, all as indices into the pages of the site.
  package func shown(by module: Int) -> [Int] {
    guard let place = places[module] else { return [] }
    let steps = place.steps.flatMap { [$0.previous, $0.next] }
    return Set(([place.previous, place.next] + steps).compactMap(\.self) + place.requires).sorted()
  }

  /// The digest of the file at an address; nil where there is none.
  package func digest(at address: Address) -> Digest? {
    output.files.place(of: address, by: \.address).flatMap { output.files[$0].digest }
  }

  /// True where a text is shown by the file of its own page alone: no file to search or to keep tells of all texts.
  package var tellsTextsApart: Bool {
    !frame.isKeptOffline && !frame.publication.settings.isSearched && frame.publication.homes.isEmpty
  }
}
