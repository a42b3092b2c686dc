import PackhorseCore

/// An entry of `content/data/sources.yml`: files, and what to count in them.
struct DataSource: Sendable {
  var id: Located<String>
  /// Paths in the site folder: `private/referrals.csv`.
  var files: [Located<String>] = []
  /// The name of a known shape.
  var shape: Located<String>?
  var measures: [Located<String>] = []
  var columns: [Meaning: Located<String>] = [:]
  var conditions: [(column: Located<String>, words: [String])] = []
  var period: Period?
  var isCumulative: Bool?
  var hidden: String?
  /// Columns that are not looked at, about places and of any other kind.
  var places: [Located<String>] = []
  var ignored: [Located<String>] = []
  /// True where the entry has a fault, which was reported: what its files hold cannot be said.
  var isFaulty = false
}

/// Reads `content/data/sources.yml`.
func readSources(_ text: ArraySlice<UInt8>, path: String) -> Outcome<[DataSource]?> {
  readSettings(text, path: path) { fields in
    fields.byID { id, fields in source(id, &fields) }
  }
}

private func source(_ id: Located<String>, _ fields: inout Fields) -> DataSource {
  var source = DataSource(id: id)
  source.files = fields.texts("files", isRequired: true)
  source.shape = fields.word("shape", of: TableShape.known.map(\.id) + ["epraccur"])
  source.measures = fields.texts("measures")
  source.columns = fields.nested("columns", columns) ?? [:]
  source.conditions = fields.nested("where", conditions) ?? []
  source.period = period(&fields)
  source.isCumulative = fields.flag("cumulative")
  source.hidden = fields.text("hidden")?.value
  source.places = fields.texts("places")
  source.ignored = fields.texts("ignored")
  source.isFaulty = !fields.diagnostics.isEmpty
  return source
}

private func columns(_ fields: inout Fields) -> [Meaning: Located<String>] {
  var columns: [Meaning: Located<String>] = [:]
  for meaning in Meaning.allCases { columns[meaning] = fields.text(meaning.rawValue) }
  return columns
}

/// Words by column; one word may stand without brackets.
private func conditions(_ fields: inout Fields) -> [(column: Located<String>, words: [String])] {
  fields.all().map { entry in
    let name = quoted(entry.key.value)
    guard case .sequence(let items) = entry.value.content else {
      return (entry.key, [fields.text(entry.value, named: name)?.value].compactMap(\.self))
    }
    return (entry.key, items.compactMap { fields.text($0, named: "An item of \(name)")?.value })
  }
}

private func period(_ fields: inout Fields) -> Period? {
  guard let text = fields.text("period") else { return nil }
  let period = Period(text.value)
  if period?.packed == nil { fields.report(.badPeriod(text)) }
  return period
}

extension Diagnostic {
  static func badPeriod(_ text: Located<String>) -> Diagnostic {
    Diagnostic(
      .error, "bad-value", "\(quoted(text.value)) is no period", at: text.span,
      because: "Periods are written as 2025-07, 2025-Q3, 2025 or 2025/26.")
  }
}
