import PackhorseCore

@testable import PackhorseLoading

/// Data files that a source names, or whose header shows what they are.
extension FuzzSite {
  /// Records of referrals: read quickly in parts of any size they come to what they come to when read carefully.
  func readRecords(_ bytes: [UInt8]) async -> FuzzReading {
    let file = DataFile(path: "private/referrals.csv", bytes: bytes)
    var source = DataSource(id: Located("any", at: .file("content/data/sources.yml")))
    source.shape = Located("records", at: source.id.span)
    source.measures = ["change", "way", "share"].map { Located($0, at: source.id.span) }
    let reading = await readData(file, for: source, context)
    return FuzzReading(
      output: { described(reading) },
      faults: await readingFaults(reading, file, bytes, source) + partFaults(file, bytes))
  }

  /// A national file as its header shows it, and the same bytes as a table that a source describes.
  func readShape(_ bytes: [UInt8]) async -> FuzzReading {
    let file = DataFile(path: "content/data/any.csv", bytes: bytes)
    var known = DataSource(id: Located("any", at: .file("content/data/sources.yml")))
    known.measures = [Located("items", at: known.id.span)]
    var mapped = known
    for (meaning, name) in [
      Meaning.practice: "gp", .period: "month", .numerator: "seen", .denominator: "sent",
    ] { mapped.columns[meaning] = Located(name, at: known.id.span) }
    mapped.measures = [Located("share", at: known.id.span)]
    var faults: [String] = []
    var output = ""
    for source in [nil, known, mapped] {
      let reading = await readData(file, for: source, context)
      output += described(reading)
      faults += await readingFaults(reading, file, bytes, source)
    }
    return FuzzReading(output: { [output] in output }, faults: faults)
  }

  /// The sources of a site, with two files for them to name.
  func readSourcesFile(_ bytes: [UInt8]) async -> FuzzReading {
    let file = SourceFile(path: "content/data/sources.yml", bytes: bytes)
    let loaded = LoadedFile.read(file, isForOne: true)
    guard case .sources(let sources)? = loaded.value else { return settingsReading(of: loaded, file) }
    let files = [
      "private/referrals.csv":
        "referral_id,practice,referral_date,status,before,after\nR1,DEMO01,2025-04-02,active,3,6\n",
      "content/data/seen.csv": "gp,month,seen,sent\nDEMO01,2025-07,3,4\n",
    ].map { DataFile(path: $0, bytes: Array($1.utf8)) }
    let reading = await PackhorseLoading.readSources(
      sources, recognised: [], among: Dictionary(uniqueKeysWithValues: files.map { ($0.path, $0) }), context)
    return FuzzReading(
      output: { described((loaded, reading)) },
      faults: problemFaults(loaded.diagnostics + reading.diagnostics, in: file))
  }

  private func settingsReading(of loaded: Outcome<LoadedFile?>, _ file: SourceFile) -> FuzzReading {
    FuzzReading(output: { described(loaded) }, faults: problemFaults(loaded.diagnostics, in: file))
  }

  /// Whole or in pieces, on one task or on several, a file reads the same; its problems lie inside it.
  private func readingFaults(
    _ reading: DataReading, _ file: DataFile, _ bytes: [UInt8], _ source: DataSource?
  ) async -> [String] {
    let cut = DataFile(path: file.path) { take in try pieces(of: bytes).forEach(take) }
    let again = await readData(cut, for: source, context)
    return fault("problems", reading.diagnostics, again.diagnostics)
      + fault("values", described(reading), described(again))
      + problemFaults(reading.diagnostics, in: SourceFile(path: file.path, bytes: bytes))
  }

  private func partFaults(_ file: DataFile, _ bytes: [UInt8]) async -> [String] {
    let names = ["referral_id", "practice", "referral_date", "reason", "status", "before", "after"]
    let layout = TableLayout(path: file.path, names: names)
    var columns = RecordColumns(practice: 1, date: 2, id: 0, status: 4)
    columns.statuses = ["active", "left early"].map { Array($0.utf8) }
    columns.scores = [.init(before: 5, after: 6, range: 0...10, better: 1, important: 2)]
    columns.undeclared = [3]
    let fold = RecordFold(columns)
    let jobs = 1 + Int(fingerprint(bytes) % 4)
    guard let quick = await foldQuickly(file, layout, into: fold, jobs: jobs, smallestPart: 16) else {
      return []
    }
    let careful = foldCarefully(file, layout, into: fold)
    return fault("problems of what was read quickly", careful.diagnostics, [])
      + fault("rows", quick.rows, careful.value.rows)
      + fault("order of ids", quick.order.isRising, careful.value.order.isRising)
      + fault("sums", summed(quick), summed(careful.value))
  }

  /// Each group with its place and numbers.
  private func summed(_ fold: RecordFold) -> [String] {
    let width = fold.columns.width
    return fold.sums.groups.keys.enumerated().map { number, key in
      "\(key) \(fold.sums.places[number]) \(fold.sums.numbers[(number * width)..<((number + 1) * width)])"
    }
  }

  private var context: DataContext {
    var change = Measure(id: "change")
    (change.kind, change.scores) = (.meanChange, 0...10)
    (change.beforeColumn, change.afterColumn) = ("before", "after")
    var way = Measure(id: "way")
    way.kind = .flow
    way.statuses = ["active", "left early"].map { Measure.Status(word: $0, title: $0) }
    var share = Measure(id: "share")
    share.countedStatuses = ["active"]
    var items = Measure(id: "items")
    items.kind = .count
    let measures = [change, way, share, items]
    return DataContext(
      measures: Dictionary(uniqueKeysWithValues: measures.map { ($0.id, $0) }), practices: ["DEMO01"], jobs: 2
    )
  }
}
