import PackhorseCore

/// The files in the order of their addresses, each address once: the first that claims it keeps it.
func arrange(_ files: [OutputFile], of publication: Publication) -> Outcome<OutputPlan> {
  let paths = files.map(\.address.path)
  // Numbers are moved about more cheaply than files.
  let order = files.indices.sorted { one, other in
    paths[one] < paths[other] || (paths[one] == paths[other] && one < other)
  }
  var kept: [Int] = []
  var refused: [Int] = []
  for index in order {
    if let last = kept.last, paths[last] == paths[index] { refused.append(index) } else { kept.append(index) }
  }
  let blocked = filesInPlaceOfFolders(kept.map { paths[$0] })
  if !blocked.isEmpty {
    let isBlocked = kept.map { foldersAbove(paths[$0].lowercased()).contains(where: blocked.contains) }
    refused += zip(kept, isBlocked).filter(\.1).map(\.0)
    kept = zip(kept, isBlocked).filter { !$0.1 }.map(\.0)
  }
  let diagnostics = refused.map {
    Diagnostic.takenAddress(files[$0].address, at: aliasSpan(of: files[$0].address, in: publication))
  }
  return Outcome(OutputPlan(files: kept.map { files[$0] }), diagnostics)
}

/// The files that have the name of a folder that another file needs, as disks without capitals see it.
private func filesInPlaceOfFolders(_ paths: [String]) -> Set<String> {
  let folded = paths.map { $0.lowercased() }
  return allFolders(above: folded).intersection(folded)
}

/// Where a page asks for this address as a former one of its own.
private func aliasSpan(of address: Address, in publication: Publication) -> SourceSpan? {
  for page in publication.allPages {
    let alias = page.source.frontMatter.aliases.first {
      page.address.nearest(Address($0.value).own) == address
    }
    if let alias { return alias.span }
  }
  return nil
}

extension Diagnostic {
  fileprivate static func takenAddress(_ address: Address, at span: SourceSpan?) -> Diagnostic {
    Diagnostic(
      .error, "taken-address", "'\(address.path)' is already the address of another file of the site",
      at: span,
      because: "Only one of the two could be written.", suggestion: "give one of them another name")
  }
}
