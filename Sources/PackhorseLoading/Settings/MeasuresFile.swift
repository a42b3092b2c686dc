import PackhorseCore

/// Reads `content/data/measures.yml`.
func readMeasures(_ text: ArraySlice<UInt8>, path: String) -> Outcome<[Measure]?> {
  readSettings(text, path: path) { fields in
    fields.byID { id, fields in measure(id.value, &fields) }
  }
}

private func measure(_ id: String, _ fields: inout Fields) -> Measure {
  var measure = Measure(id: id)
  measure.title = fields.requiredText("title")
  measure.kind = fields.choice("type", of: Measure.Kind.self, isRequired: true) ?? measure.kind
  measure.denominator = fields.requiredText("denominator")
  measure.numerator = fields.requiredText("numerator")
  measure.direction =
    fields.choice("direction", of: Measure.Direction.self, isRequired: true) ?? measure.direction
  measure.why = fields.requiredText("why")
  measure.source = fields.requiredText("source")
  measure.caveats = fields.texts("caveats", isRequired: true).map(\.value)
  measure.importantChange = fields.text("important-change")?.value
  measure.licence = fields.requiredText("licence")
  measure.author = fields.requiredText("author")
  measure.nextReview = fields.date("next-review")?.value
  measure.publishBy = fields.nested("publish-by", publishBy) ?? [:]
  return measure
}

private func publishBy(_ fields: inout Fields) -> [AreaLevel: Period.Length] {
  var lengths: [AreaLevel: Period.Length] = [:]
  for level in AreaLevel.allCases { lengths[level] = fields.choice(level.rawValue, of: Period.Length.self) }
  return lengths
}
