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
  measure.direction =
    fields.choice("direction", of: Measure.Direction.self, isRequired: true) ?? measure.direction
  measure.why = fields.requiredText("why")
  measure.source = fields.requiredText("source")
  measure.caveats = fields.texts("caveats", isRequired: true).map(\.value)
  measure.licence = fields.requiredText("licence")
  measure.author = fields.requiredText("author")
  measure.nextReview = fields.date("next-review")?.value
  measure.publishBy = fields.nested("publish-by", publishBy) ?? [:]
  measure.isCompared = fields.flag("beside-others") ?? measure.isCompared
  measure.events = datedNotes("events", &fields)
  measure.rebases = datedNotes("rebase", &fields)
  measure.screensMovingRanges = fields.word("moving-ranges", of: ["all", "screened"])?.value == "screened"
  readTerms(&fields, into: &measure)
  if measure.kind == .meanChange {
    readScale(&fields, into: &measure)
  } else {
    measure.importantChange = fields.text("important-change")?.value
  }
  return measure
}

/// What a kind counts, and below what.
private func readTerms(_ fields: inout Fields, into measure: inout Measure) {
  let kind = measure.kind
  if kind != .count { measure.denominator = fields.requiredText("denominator") }
  if kind == .proportion || kind == .rate || kind == .count {
    measure.numerator = fields.requiredText("numerator")
    measure.countedStatuses = fields.texts("counted-statuses").map(\.value)
  }
  if kind == .proportion { measure.target = sourcedNumber("target", in: 0...1, &fields) }
  if kind == .rate || kind == .count {
    measure.target = sourcedNumber("target", in: 0...1_000_000_000, &fields)
  }
  if kind == .rate { measure.per = fields.number("per", in: 1...1_000_000)?.value ?? measure.per }
  if kind == .flow {
    measure.statuses = fields.nested("statuses", isRequired: true, statuses) ?? []
  }
}

/// Words of the data with what a page calls them, in the order of the file.
private func statuses(_ fields: inout Fields) -> [Measure.Status] {
  fields.all().compactMap { entry in
    fields.text(entry.value, named: quoted(entry.key.value)).map {
      Measure.Status(word: entry.key.value, title: $0.value)
    }
  }
}

/// The scale of a score, the columns that hold it, and what is known of how it changes.
private func readScale(_ fields: inout Fields, into measure: inout Measure) {
  let scores = -1_000...1_000
  let lowest = fields.number("lowest", in: scores, isRequired: true)
  let highest = fields.number("highest", in: scores, isRequired: true)
  if let lowest, let highest {
    if lowest.value < highest.value {
      measure.scores = lowest.value...highest.value
    } else {
      fields.report(.noScale(at: highest.span))
    }
  }
  let columns = fields.nested("columns") { columns in
    (before: columns.text("before", isRequired: true), after: columns.text("after", isRequired: true))
  }
  measure.beforeColumn = columns?.before?.value
  measure.afterColumn = columns?.after?.value
  measure.populationMean = sourcedNumber("population-mean", in: -1_000...1_000, &fields)
  measure.populationSD = sourcedNumber("population-sd", in: 0...1_000, &fields)
  measure.retestCorrelation = sourcedNumber("retest-correlation", in: 0...1, &fields)
  let important = fields.nested("important-change") { change in
    (points: change.number("points", in: 1...1_000, isRequired: true), source: change.requiredText("source"))
  }
  measure.importantPoints = important?.points?.value
  measure.importantChange = important?.source
}

/// Words by period, in the order of the periods.
private func datedNotes(_ key: String, _ fields: inout Fields) -> [DatedNote] {
  let notes = fields.nested(key) { fields in
    fields.all().compactMap { entry -> DatedNote? in
      let note = fields.text(entry.value, named: quoted(entry.key.value))
      guard let period = Period(entry.key.value) else {
        fields.report(.badPeriod(entry.key))
        return nil
      }
      return note.map { DatedNote(period: entry.key.map { _ in period }, note: $0.value) }
    }
  }
  return (notes ?? []).sorted { $0.period.value < $1.period.value }
}

private func sourcedNumber(
  _ key: String, in range: ClosedRange<Double>, _ fields: inout Fields
) -> SourcedNumber? {
  fields.nested(key) { number in
    let value = number.decimal("value", in: range, isRequired: true)
    let source = number.requiredText("source")
    return value.map { SourcedNumber(value: $0.value, source: source) }
  } ?? nil
}

private func publishBy(_ fields: inout Fields) -> [AreaLevel: Period.Length] {
  var lengths: [AreaLevel: Period.Length] = [:]
  for level in AreaLevel.allCases { lengths[level] = fields.choice(level.rawValue, of: Period.Length.self) }
  return lengths
}

extension Diagnostic {
  fileprivate static func noScale(at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      .error, "bad-value", "'highest' is not above 'lowest'", at: span,
      because: "Scores lie between the two; 'direction' says which end is better.")
  }
}
