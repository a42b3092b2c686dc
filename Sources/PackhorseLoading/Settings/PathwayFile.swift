import PackhorseCore

/// Reads a file of `content/pathways/`; nil without a role or a budget of minutes.
func readPathway(_ text: ArraySlice<UInt8>, path: String) -> Outcome<Pathway?> {
  let outcome = readSettings(text, path: path) { fields -> Pathway? in
    let role = fields.text("role", isRequired: true)
    let minutes = fields.number("minutes", in: 1...100_000, isRequired: true)
    let title = fields.requiredText("title")
    let summary = fields.requiredText("summary")
    let modules = fields.texts("modules", isRequired: true)
    let checkIns = fields.numbers("check-ins", in: 1...520).map(\.value)
    guard let role, let minutes else { return nil }
    var pathway = Pathway(path: path, role: role, minutes: minutes)
    (pathway.title, pathway.summary, pathway.modules, pathway.checkIns) = (title, summary, modules, checkIns)
    return pathway
  }
  return Outcome(outcome.value ?? nil, outcome.diagnostics + checkFileName(path))
}

/// A file that becomes a page is named as an id.
func checkFileName(_ path: String) -> [Diagnostic] {
  let name = path.split(separator: "/").last?.dropLast(".yml".utf8.count) ?? ""
  return isSlug(name) ? [] : [.badFileName(path, name: String(name))]
}
