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
      guard let index = files.index(of: file.address) else { return nil }
      files[index] = file
    }
    return SitePlan(output: OutputPlan(files: files), frame: frame, places: places)
  }
}

extension [OutputFile] {
  /// Where in a plan, which is in the order of addresses, the file of an address stands.
  fileprivate func index(of address: Address) -> Int? {
    var (low, high) = (0, count)
    while low < high {
      let middle = (low + high) / 2
      if self[middle].address < address { low = middle + 1 } else { high = middle }
    }
    return low < count && self[low].address == address ? low : nil
  }
}
