package import PackhorseCore

/// Finds what of a file a reader will see; nil for a file that shows no prose, or cannot be read.
///
/// Why a file cannot be read is said where it is loaded. The Markdown of a page is left to be parsed.
package func readManuscript(_ file: SourceFile) -> Manuscript? {
  let placement = Placement(path: file.path)
  if placement == .words { return readCatalogue(file) }
  guard let keys = shownKeys(of: placement), let text = checkedText(file).value else { return nil }
  guard case .page(let kind) = placement else {
    var manuscript = Manuscript(path: file.path, kind: nil, bytes: file.bytes)
    if let root = readYAML(text, path: file.path).value { manuscript.take(keys, from: root) }
    return manuscript
  }
  guard let block = FrontMatterBlock.cut(text, path: file.path).value else { return nil }
  var manuscript = Manuscript(path: file.path, kind: kind, bytes: file.bytes)
  manuscript.body = (block.body.startIndex, block.bodyLine)
  guard let root = readFrontMatter(block.yaml, path: file.path).value else { return manuscript }
  manuscript.take(keys, from: root)
  manuscript.ignoredRules = root.texts(below: FrontMatterKey.styleIgnore.rawValue)
  return manuscript
}

/// Every word of a site's own catalogue.
private func readCatalogue(_ file: SourceFile) -> Manuscript? {
  guard let text = checkedText(file).value else { return nil }
  var manuscript = Manuscript(path: file.path, kind: nil, bytes: file.bytes)
  if let root = readYAML(text, path: file.path).value { manuscript.takeForms(from: root) }
  return manuscript
}

/// The keys whose text is shown as prose; nil for a file without any.
private func shownKeys(of placement: Placement) -> [String: Manuscript.ShownText.Role]? {
  switch placement {
  case .page: ["title": .title, "summary": .text, "objectives": .text]
  case .site: ["title": .siteTitle, "description": .text]
  case .practice: ["introduction": .text, "how-to-refer": .text, "handover": .text]
  case .glossary: ["definition": .text]
  case .pathway: ["title": .title, "summary": .text]
  case .criteria:
    [
      "title": .title, "summary": .text, "safety-net": .text, "question": .text, "reason": .text,
      "means": .text, "action": .text,
    ]
  case .measures: ["title": .text, "why": .text, "caveats": .text]
  default: nil
  }
}

extension Manuscript {
  /// Takes the texts below keys, in the order of the file; every other key is walked through.
  fileprivate mutating func take(_ keys: [String: ShownText.Role], from node: SourceNode) {
    switch node.content {
    case .scalar: break
    case .sequence(let items): for item in items { take(keys, from: item) }
    case .mapping(let entries):
      for entry in entries {
        guard let role = keys[entry.key.value] else {
          take(keys, from: entry.value)
          continue
        }
        texts += entry.value.texts.map { ShownText($0, role: role) }
      }
    }
  }
}

extension Manuscript {
  /// Takes every text, whatever its key.
  fileprivate mutating func takeForms(from node: SourceNode) {
    switch node.content {
    case .scalar: texts += node.texts.map { ShownText($0, role: .form) }
    case .sequence(let items): for item in items { takeForms(from: item) }
    case .mapping(let entries): for entry in entries { takeForms(from: entry.value) }
    }
  }
}

extension SourceNode {
  /// The text of a scalar, or those of a list.
  fileprivate var texts: [Located<String>] {
    if case .sequence(let items) = content { return items.compactMap(\.text) }
    return text.map { [$0] } ?? []
  }

  fileprivate func texts(below key: String) -> [Located<String>] {
    guard case .mapping(let entries) = content else { return [] }
    return entries.first { $0.key.value == key }?.value.texts ?? []
  }
}
