import PackhorseCore

/// Reads a table of counts into the measure that its source names, or into sizes of lists.
func readCounts(_ file: DataFile, _ table: inout BoundTable, _ context: DataContext) async -> DataReading {
  var reading = DataReading()
  let isList = table.indices[.listSize] != nil
  let measures = sourceMeasures(of: table, context, &reading.diagnostics)
  if !isList, let fault = fault(of: measures, in: table) { reading.diagnostics.append(fault) }
  let columns = countColumns(table, measures.first?.value, context)
  guard let columns, table.diagnostics.isEmpty, !reading.diagnostics.hasErrors else {
    if columns == nil, table.diagnostics.isEmpty, !reading.diagnostics.hasErrors {
      reading.diagnostics.append(.incompleteShape(table.layout.path, table.source?.id))
    }
    return reading
  }
  let folded = await foldTable(file, table.layout, into: CountFold(columns), jobs: context.jobs)
  reading.diagnostics += folded.diagnostics
  let fold = folded.value
  if isList {
    reading.listSizes = fold.inOrder.compactMap { key, group in
      guard let period = Period(packed: key.period) else { return nil }
      return ListSize(
        practice: unpackedCode(key.code), month: period.firstMonth, patients: group.numerator)
    }
  } else if let measure = measures.first {
    let counted = fold.observations(of: measure, isCumulative: table.shape.isCumulative, path: file.path)
    reading.observations = counted.value
    reading.diagnostics += counted.diagnostics
  }
  var summary = table.summary()
  summary.rows = fold.rows
  summary.otherRows = fold.otherRows
  summary.hiddenCells = fold.hiddenCells
  summary.describe(fold.table.keys)
  reading.tables = [summary]
  return reading
}

private func countColumns(
  _ table: BoundTable, _ measure: Measure?, _ context: DataContext
) -> CountColumns? {
  guard let practice = table.indices[.practice],
    let numerator = table.indices[.listSize] ?? table.indices[.numerator],
    table.indices[.period] != nil || table.shape.period != nil
  else { return nil }
  let denominator = measure?.kind == .count ? nil : table.indices[.denominator]
  var columns = CountColumns(
    practice: practice, period: table.indices[.period], fixedPeriod: table.shape.period?.packed,
    length: table.indices[.length], numerator: numerator, denominator: denominator)
  columns.isShare = measure?.kind == .proportion
  columns.conditions = table.conditions.map { column, words in
    let beginnings = words.filter { $0.hasSuffix("*") }.map { Array($0.utf8.dropLast()) }
    let whole = words.filter { !$0.hasSuffix("*") }.map { Array($0.utf8) }
    return CountColumns.Condition(column: column, words: whole, beginnings: beginnings)
  }
  columns.hidden = table.shape.hidden.map { Array($0.utf8) }
  columns.addsUp = table.shape.addsUp
  columns.isPublished = !table.shape.header.isEmpty
  columns.undeclared = table.undeclared
  if columns.isPublished {
    columns.practices = Set(
      context.practices.compactMap { code in
        Array(code.utf8).withUnsafeBufferPointer { packedCode($0) }
      })
  }
  return columns
}

/// What speaks against counting the measures of a source in a table.
private func fault(of measures: [Located<Measure>], in table: BoundTable) -> Diagnostic? {
  guard let first = measures.first, measures.count == 1 else {
    if measures.isEmpty, table.source?.measures.isEmpty == false { return nil }
    return .needsOneMeasure(
      table.layout.path, table.shape, at: measures.dropFirst().first?.span ?? table.source?.id.span)
  }
  switch first.value.kind {
  case .count, .rate: return nil
  case .proportion:
    return table.indices[.denominator] == nil ? .kindMismatch(first, table.shape) : nil
  case .meanChange, .flow: return .kindMismatch(first, table.shape)
  }
}

extension TableSummary {
  /// The practices and periods of a fold's groups.
  fileprivate mutating func describe(_ keys: [GroupTable.Key]) {
    practices = Set(keys.map(\.code)).count
    firstPeriod = keys.map(\.period).min().flatMap(Period.init(packed:))
    lastPeriod = keys.map(\.period).max().flatMap(Period.init(packed:))
  }
}

extension Diagnostic {
  fileprivate static func needsOneMeasure(
    _ path: String, _ shape: TableShape, at span: SourceSpan?
  ) -> Diagnostic {
    Diagnostic(
      .error, "source-measure-mismatch",
      "\(quoted(path)) is taken for \(shape.title), and it is not said what to count in it",
      at: span ?? .file(path), because: "Its rows count for one measure.",
      suggestion:
        "name the file in content/data/sources.yml, with 'measures: […]' and, where it holds more, 'where'")
  }

  fileprivate static func kindMismatch(_ measure: Located<Measure>, _ shape: TableShape) -> Diagnostic {
    Diagnostic(
      .error, "source-measure-mismatch",
      "\(quoted(measure.value.id)) is a \(measure.value.kind.rawValue), which \(shape.title) cannot give",
      at: measure.span,
      because: measure.value.kind == .proportion
        ? "A proportion needs a column of denominators." : "It is made from records.")
  }

  fileprivate static func incompleteShape(_ path: String, _ source: Located<String>?) -> Diagnostic {
    Diagnostic(
      .error, "source-measure-mismatch",
      "\(quoted(path)) has no column for the practice, the period or the count",
      at: source?.span ?? .file(path),
      because: "A count is of one practice and one period.",
      suggestion: "name the columns under 'columns'; a period for all rows is written as 'period: 2025/26'")
  }
}
