import PackhorseCore

/// What reading the files of sources adds to a site.
struct DataReading: Sendable {
  var observations: [Observation] = []
  /// Figures that another build published.
  var published: [PublishedRow] = []
  var listSizes: [ListSize] = []
  var practiceNames: [String: String] = [:]
  var tables: [TableSummary] = []
  var diagnostics: [Diagnostic] = []

  mutating func add(_ other: DataReading) {
    // National records make many: they are handed on, not copied.
    if observations.isEmpty { observations = other.observations } else { observations += other.observations }
    published += other.published
    listSizes += other.listSizes
    practiceNames.merge(other.practiceNames) { _, later in later }
    tables += other.tables
    diagnostics += other.diagnostics
  }

  /// Puts what was read in its place.
  func add(to site: inout SourceSite) {
    if site.observations.isEmpty {
      site.observations = observations
    } else {
      site.observations += observations
    }
    site.published += published
    site.listSizes += listSizes
    site.practiceNames = practiceNames
    site.tables += tables
  }
}

/// What a data file is read with: the site's measures and practices.
struct DataContext: Sendable {
  var measures: [String: Measure]
  /// The codes whose rows count in a file of many practices.
  var practices: Set<String>
  /// The codes of practices, networks and boards whose published figures count.
  var areas: [AreaLevel: Set<String>] = [:]
  /// In which notes of published figures are written.
  var words = Words([:])
  var jobs: Int
}

/// Reads one data file, for a source or as what its header shows it to be.
func readData(_ file: DataFile, for source: DataSource?, _ context: DataContext) async -> DataReading {
  var reading = DataReading()
  let bound = bind(file, to: source)
  reading.diagnostics = bound.diagnostics
  if case .practices? = bound.value { return readPracticeList(file) }
  if case .published? = bound.value { return readPublished(file, context) }
  guard case .table(var table)? = bound.value else { return reading }
  if let fault = table.personColumn ?? (table.isMapped ? recordShapeFault(file) : nil) {
    reading.diagnostics.append(fault)
    return reading
  }
  let before = reading.diagnostics.count
  let found =
    table.shape.holdsRecords
    ? await readRecords(file, &table, context) : await readCounts(file, &table, context)
  reading.diagnostics += table.diagnostics
  reading.add(found)
  if reading.diagnostics.count > before { reading.observations = [] }
  return reading
}

/// What a file was found to be.
enum BoundFile: Sendable {
  case table(BoundTable)
  /// The national list of practices, which has no header.
  case practices
  /// Figures that another build published.
  case published
}

/// Finds the shape of a file from its source or its header; nil after a report.
func bind(_ file: DataFile, to source: DataSource?) -> Outcome<BoundFile?> {
  if source?.shape?.value == "epraccur" { return Outcome(.practices) }
  var first: CSVRow?
  let faults = readCSV(file) { row in
    first = row
    return .enough
  }
  guard let first else { return Outcome(nil, faults.isEmpty ? [.emptyTable(file.path)] : faults) }
  if source == nil, isPracticeList(first) { return Outcome(.practices) }
  let header = CSVHeader(path: file.path, record: first)
  let names = header.names.map(\.value)
  if source == nil, isPublishedTable(names) { return Outcome(.published) }
  let named = source?.shape.flatMap { shape in TableShape.known.first { $0.id == shape.value } }
  let recognised = named == nil ? TableShape.recognised(names) : nil
  let mapped = source?.columns[.practice] == nil ? nil : TableShape.mapped
  guard let shape = named ?? recognised ?? mapped else {
    return Outcome(nil, [.unknownShape(file.path, source?.id)])
  }
  if shape.holdsRecords, !file.path.hasPrefix("private/") {
    return Outcome(nil, [.recordsOutsidePrivate(file.path, source?.shape?.span)])
  }
  let table = BoundTable(
    header, shape: shape.changed(by: source), isRecognised: recognised != nil, source: source)
  // A first row without a name that is known may be data, which no message may quote.
  if table.indices.isEmpty, table.personColumn == nil { return Outcome(nil, [.noHeader(file.path)]) }
  return Outcome(.table(table))
}

extension Diagnostic {
  fileprivate static func unknownShape(_ path: String, _ source: Located<String>?) -> Diagnostic {
    Diagnostic(
      .error, "unknown-table-shape", "\(quoted(path)) is none of the files that are known", at: .file(path),
      because: "Its header does not show what its columns mean.",
      notes: source.map { [Note("the source that names it", at: $0.span)] } ?? [],
      suggestion: "name its columns under 'columns' of the source, as docs/data.md shows")
  }

  fileprivate static func recordsOutsidePrivate(_ path: String, _ span: SourceSpan?) -> Diagnostic {
    Diagnostic(
      .error, "records-outside-private", "\(quoted(path)) holds records, but does not lie in private/",
      at: span ?? .file(path),
      because: "Records about people belong in private/, from which nothing is ever published.",
      suggestion: "move the file to private/ and name it there")
  }
}
