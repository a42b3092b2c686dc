import PackhorseCore

/// Reads `content/data/groups.json`: services as Open Referral UK writes them, a page of its API or a list.
///
/// Fields that nothing shows are passed over. Days and times are put in the catalogue's words.
func readServices(_ text: ArraySlice<UInt8>, path: String, words: Words) -> Outcome<[CommunityGroup]> {
  let node = readJSON(text, path: path)
  guard let root = node.value else { return Outcome([], node.diagnostics) }
  guard let services = services(in: root) else { return Outcome([], [.noServices(root)]) }
  var groups: [CommunityGroup] = []
  var first: [String: SourceSpan] = [:]
  var diagnostics: [Diagnostic] = []
  for service in services {
    let read = Fields.read(service, of: "a service", ignoringOthers: true) { fields in
      fields.group(times: GroupTimes(words: words))
    }
    diagnostics += read.diagnostics
    if let group = read.value ?? nil {
      if let place = first.updateValue(group.id.span, forKey: group.id.value) {
        diagnostics.append(.groupTwice(group.id, first: place))
      } else {
        groups.append(group)
      }
    }
    if diagnostics.count >= mostProblems {
      diagnostics.append(.tooManyProblems(at: service.span))
      break
    }
  }
  return Outcome(groups, diagnostics)
}

/// The list itself, the `contents` of a page, or one service.
private func services(in root: SourceNode) -> [SourceNode]? {
  switch root.content {
  case .sequence(let items): return items
  case .mapping(let entries):
    let list = entries.first { ["contents", "services"].contains($0.key.value) }
    if case .sequence(let items)? = list?.value.content { return items }
    return list == nil && entries.contains { $0.key.value == "name" } ? [root] : nil
  case .scalar: return nil
  }
}

/// The groups of both files: those of `groups.csv` first, each id once.
func merged(_ rows: [CommunityGroup], _ services: [CommunityGroup]) -> Outcome<[CommunityGroup]> {
  let known = Dictionary(rows.map { ($0.id.value, $0.id.span) }) { first, _ in first }
  let faults = services.compactMap { service in
    known[service.id.value].map { Diagnostic.groupTwice(service.id, first: $0) }
  }
  return Outcome(rows + services.filter { known[$0.id.value] == nil }, faults)
}

extension Diagnostic {
  fileprivate static func noServices(_ root: SourceNode) -> Diagnostic {
    Diagnostic(
      .error, "wrong-type", "groups.json holds \(root.kind) where a list of services is due", at: root.span,
      suggestion: "write a list, or a page as an API gives it: '{\"contents\": […]}'")
  }

  fileprivate static func groupTwice(_ id: Located<String>, first: SourceSpan) -> Diagnostic {
    Diagnostic(
      .error, "duplicate-group", "\(quoted(id.value)) is the id of two groups", at: id.span,
      because: "Each group has a page of its own, which is named for its id.",
      notes: [Note("the other", at: first)], suggestion: "take one of them out")
  }
}
