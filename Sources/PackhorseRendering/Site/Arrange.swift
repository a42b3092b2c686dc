import PackhorseCore

/// The files in the order of their addresses, each address once: the first that claims it keeps it.
func arrange(_ files: [OutputFile], of publication: Publication) -> Outcome<OutputPlan> {
  var kept: [Address: OutputFile] = [:]
  kept.reserveCapacity(files.count)
  var refused: [Address] = []
  for file in files {
    if kept[file.address] == nil { kept[file.address] = file } else { refused.append(file.address) }
  }
  let names = Set(kept.keys.map { $0.path.lowercased() })
  for address in kept.keys where stands(in: names, above: address) {
    refused.append(address)
    kept[address] = nil
  }
  let diagnostics = refused.map { Diagnostic.takenAddress($0, at: aliasSpan(of: $0, in: publication)) }
  let arranged = Array(kept.values)
  // Numbers are moved about more cheaply than files.
  let order = arranged.indices.sorted { arranged[$0].address < arranged[$1].address }
  return Outcome(OutputPlan(files: order.map { arranged[$0] }), diagnostics)
}

/// True where another file has the name of one of the folders that this one needs, as disks without capitals see it.
private func stands(in names: Set<String>, above address: Address) -> Bool {
  let path = address.path.lowercased()
  return path.utf8.indices.contains { index in
    path.utf8[index] == UInt8(ascii: "/") && names.contains(String(path[..<index]))
  }
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
