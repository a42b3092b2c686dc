import PackhorseCore

/// Reads records of referrals into the measures that their source names.
func readRecords(_ file: DataFile, _ table: inout BoundTable, _ context: DataContext) async -> DataReading {
  var reading = DataReading()
  var summary = table.summary()
  let measures = sourceMeasures(of: table, context, &reading.diagnostics)
  let columns = recordColumns(&table, measures, &reading.diagnostics)
  guard let columns, table.diagnostics.isEmpty, !reading.diagnostics.hasErrors else { return reading }
  let fold = await foldTable(file, table.layout, into: RecordFold(columns), jobs: context.jobs)
  reading.diagnostics += fold.diagnostics
  if let id = columns.id, !fold.value.order.isRising {
    reading.diagnostics += await repeatedIDs(
      file, table.layout, id: id, rows: fold.value.rows, jobs: context.jobs)
  }
  reading.observations = fold.value.observations(of: measures, path: file.path)
  summary = table.summary()
  fold.value.describe(in: &summary)
  reading.tables = [summary]
  return reading
}

/// The measures of a table's source that are defined, each with where it is named.
func sourceMeasures(
  of table: BoundTable, _ context: DataContext, _ diagnostics: inout [Diagnostic]
) -> [Located<Measure>] {
  (table.source?.measures ?? []).compactMap { name in
    if let measure = context.measures[name.value] { return name.map { _ in measure } }
    diagnostics.append(
      Diagnostic(
        .error, "unknown-measure", "Measure \(quoted(name.value)) is not in measures.yml", at: name.span,
        suggestion: nearMiss(for: name.value, in: context.measures.keys).map { "did you mean '\($0)'?" }))
    return nil
  }
}

private func recordColumns(
  _ table: inout BoundTable, _ measures: [Located<Measure>], _ diagnostics: inout [Diagnostic]
) -> RecordColumns? {
  guard let practice = table.indices[.practice], let date = table.indices[.date] else { return nil }
  var columns = RecordColumns(
    practice: practice, date: date, id: table.indices[.id], status: table.indices[.status])
  for measure in measures where measure.value.kind == .meanChange {
    if let scores = scores(of: measure, &table, &diagnostics) { columns.scores.append(scores) }
  }
  let words = measures.flatMap { $0.value.statuses.map(\.word) + $0.value.countedStatuses }
  columns.statuses = Set(words).sorted().map { Array($0.utf8) }
  columns.takesOtherStatuses = !measures.contains { $0.value.kind == .flow }
  if let first = measures.first(where: { $0.value.needsStatus }), columns.status == nil {
    diagnostics.append(.noStatusColumn(first.map(\.id), in: table.layout.path))
  }
  columns.isByMonth = measures.contains { $0.value.isPublishedByMonth }
  columns.undeclared = table.undeclared
  return columns
}

private func scores(
  of measure: Located<Measure>, _ table: inout BoundTable, _ diagnostics: inout [Diagnostic]
) -> RecordColumns.Scores? {
  guard let before = measure.value.beforeColumn, let after = measure.value.afterColumn,
    let range = measure.value.scores
  else {
    diagnostics.append(.noScoreColumns(measure.map(\.id)))
    return nil
  }
  guard let before = table.index(of: before, at: measure.span),
    let after = table.index(of: after, at: measure.span)
  else { return nil }
  let better = [Measure.Direction.higher: 1, .lower: -1, .neither: 0]
  return RecordColumns.Scores(
    before: before, after: after, range: range, better: better[measure.value.direction] ?? 0,
    important: measure.value.direction == .neither ? nil : measure.value.importantPoints)
}

extension Measure {
  /// True where a file of records has to say how far somebody came.
  fileprivate var needsStatus: Bool { kind == .flow || kind == .proportion || !countedStatuses.isEmpty }
}

extension Diagnostic {
  fileprivate static func noStatusColumn(_ measure: Located<String>, in path: String) -> Diagnostic {
    Diagnostic(
      .error, "source-measure-mismatch",
      "\(quoted(measure.value)) needs statuses, but \(quoted(path)) has no column of them", at: measure.span,
      because: "A flow counts people by status, and a proportion those of 'counted-statuses'.",
      suggestion: "name the column under 'columns' as 'status: …'")
  }

  fileprivate static func noScoreColumns(_ measure: Located<String>) -> Diagnostic {
    Diagnostic(
      .error, "source-measure-mismatch",
      "\(quoted(measure.value)) does not say which columns hold its scores",
      at: measure.span, because: "A mean change is made from two columns of a file of records.",
      suggestion: "write 'columns: {before: …, after: …}' for it in measures.yml")
  }
}
