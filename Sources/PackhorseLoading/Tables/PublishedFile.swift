import PackhorseCore

/// Reads a file of published figures, as a build makes it.
///
/// Rows of other practices and areas are passed over. Every cell has to be one that such a file can hold.
func readPublished(_ file: DataFile, _ context: DataContext) -> DataReading {
  var reading = DataReading()
  var first: [PublishedRow.Key: SourceSpan] = [:]
  var summary = TableSummary(path: file.path, shape: "open data of a site")
  summary.isRecognised = true
  summary.usedColumns = PublishedColumn.allCases.filter(\.isRead).map(\.rawValue)
  summary.ignoredColumns = PublishedColumn.allCases.filter { !$0.isRead }.map(\.rawValue)
  reading.diagnostics = readTable(file, as: PublishedColumn.self, refusing: Set(Identifier.allCases)) { row in
    guard let key = row.key() else { return }
    guard context.areas[key.level]?.contains(key.area) == true else {
      summary.otherRows += 1
      return
    }
    let span = row.span(.areaType)
    if let first = first[key] { return row.report(.repeatedFigure(row.number, at: span, first: first)) }
    first[key] = span
    guard let figure = row.figure(key, words: context.words) else { return }
    reading.published.append(figure)
  }
  let read = reading.published.map(\.key)
  summary.rows = read.count
  summary.practices = Set(read.filter { $0.level == .practice }.map(\.area)).count
  (summary.firstPeriod, summary.lastPeriod) = (read.map(\.period).min(), read.map(\.period).max())
  summary.hiddenCells = reading.published.count { $0.numerator == .withheld || $0.n == .withheld }
  reading.tables = [summary]
  return reading
}

/// True for the header of a file of published figures.
func isPublishedTable(_ names: [String]) -> Bool {
  Set(PublishedColumn.allCases.map(\.rawValue)).isSubset(of: names)
}

extension PublishedColumn {
  /// Names of areas are those of practices.csv; nothing is compared.
  fileprivate var isRead: Bool { self != .areaName && self != .comparison }
}

extension TableRow<PublishedColumn> {
  fileprivate mutating func key() -> PublishedRow.Key? {
    guard let level = choice(.areaType, of: AreaLevel.self), let area = requiredText(.areaCode),
      let measure = id(.measure), let period = period(), let statistic = statistic()
    else { return nil }
    return PublishedRow.Key(
      level: level, area: area, measure: measure.value, period: period, statistic: statistic)
  }

  private mutating func period() -> Period? {
    guard let text = requiredText(.period) else { return nil }
    if let period = Period(text) { return period }
    fail(.period, found: "something else", due: "a period")
    return nil
  }

  private mutating func statistic() -> PublishedStatistic? {
    guard let text = requiredText(.statistic) else { return nil }
    if let statistic = PublishedStatistic(word: text) { return statistic }
    fail(.statistic, found: "another word", due: "a statistic of published figures")
    return nil
  }

  fileprivate mutating func figure(_ key: PublishedRow.Key, words: Words) -> PublishedRow? {
    let before = diagnostics.count
    var row = PublishedRow(key: key, at: span(.areaType))
    row.note = note(of: key.period, words)
    let needed = key.statistic.countColumns
    for column in [PublishedColumn.n, .numerator, .denominator]
    where !isEmpty(column) || needed.contains(column) {
      // The people on a list are public.
      let isList = key.statistic == .figure(.rate) && column == .denominator
      row[column] = isList ? list() : told(column, row.note.possible[column])
    }
    row.value = number(.value)
    row.deviation = number(.sd)
    row.intervals = intervals(row.value)
    return diagnostics.count == before ? row : nil
  }

  private mutating func list() -> PublishedCount? {
    if FigureMark(bytes(.denominator)) == .notAvailable { return .notAvailable }
    return count(.denominator).map(PublishedCount.exact)
  }

  /// A count as it was told; any other number was entered by hand.
  private mutating func told(_ column: PublishedColumn, _ possible: ClosedRange<Int>?) -> PublishedCount? {
    switch FigureMark(bytes(column)) {
    case .withheld: return .withheld
    case .notAvailable: return .notAvailable
    case nil: break
    }
    guard let count = count(column) else { return nil }
    if column == .n, let possible, possible.contains(count) { return .summed(count, possible: possible) }
    if count == 0 { return .exact(0) }
    if count > PublishedCount.smallestRounded, count.isMultiple(of: 5) { return .rounded(count) }
    fail(column, found: "a number that no release prints", due: "0, 10, 15 and so on, [c] or [x]")
    return nil
  }

  /// Nil for an empty cell, for a mark, and after a report.
  private mutating func number(_ column: PublishedColumn) -> Double? {
    let bytes = bytes(column)
    if bytes.isEmpty || FigureMark(bytes) != nil { return nil }
    if let number = decimalNumber(bytes) { return number }
    fail(column, found: "something else", due: "a number, [c] or [x]")
    return nil
  }

  /// All of them or none.
  private mutating func intervals(_ value: Double?) -> Estimate? {
    let columns: [PublishedColumn] = [.lower95, .upper95, .lower998, .upper998]
    let ends = columns.compactMap { number($0) }
    guard let value, ends.count == 4 else { return nil }
    return Estimate(value: value, lower95: ends[0], upper95: ends[1], lower998: ends[2], upper998: ends[3])
  }
}

extension PublishedStatistic {
  /// The counts that a row of it has.
  fileprivate var countColumns: Set<PublishedColumn> {
    switch self {
    case .figure(.count), .bothScores: [.numerator]
    case .figure(.meanChange), .meanBefore, .expectedWithoutEffect: [.n]
    case .figure, .status, .importantChange: [.numerator, .denominator]
    }
  }
}

extension PublishedRow {
  fileprivate subscript(_ column: PublishedColumn) -> PublishedCount? {
    get {
      switch column {
      case .n: n
      case .numerator: numerator
      case .denominator: denominator
      default: nil
      }
    }
    set {
      switch column {
      case .n: n = newValue
      case .numerator: numerator = newValue
      case .denominator: denominator = newValue
      default: break
      }
    }
  }
}

extension Diagnostic {
  fileprivate static func repeatedFigure(_ row: Int, at span: SourceSpan, first: SourceSpan) -> Diagnostic {
    Diagnostic(
      .error, "duplicate-outcome", "Row \(row) repeats the area, period, measure and statistic of another",
      at: span, because: "Of one figure only one value can be published.",
      notes: [Note("the other row", at: first)])
  }

  fileprivate static func publishedBesideCounts(at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      .error, "published-beside-counts", "Published figures stand beside counts of the site's own", at: span,
      because: "What is withheld in one could be worked out from the other.",
      suggestion: "keep the counts, or the published figures, and take the other files out of content/data/")
  }

  fileprivate static func publishedNeedsRounding(at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      .error, "published-needs-nhs-digital",
      "Published figures are read back under 'disclosure: nhs-digital' alone",
      at: span, because: "Their counts are rounded, and are neither exact nor sums of cells.",
      suggestion: "write 'disclosure: nhs-digital' in content/site.yml")
  }
}

/// What stands against showing figures that another build published: counts beside them, or other rules.
func publishedProblems(_ site: SourceSite) -> [Diagnostic] {
  guard let first = site.published.first else { return [] }
  if !site.observations.isEmpty { return [.publishedBesideCounts(at: first.span)] }
  return site.settings.disclosure == .nhsDigital
    ? [] : [.publishedNeedsRounding(at: site.settings.disclosureSpan)]
}
