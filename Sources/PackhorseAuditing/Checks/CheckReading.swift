import PackhorseCore

/// Holds what a file tells against the published figures.
struct CheckReading {
  let table: FigureTable
  /// What readers of the pages see beside numbers.
  let pairs: Set<WordPair>
  let authorsPairs: Set<WordPair>
  /// Values that are published of each measure, in order.
  private let valuesOfMeasures: [String: [Double]]
  private let names: [String]

  init(_ table: FigureTable, _ readings: [Reading]) {
    self.table = table
    pairs = readings.reduce(into: []) { $0.formUnion($1.pairs) }
    authorsPairs = readings.reduce(into: []) { $0.formUnion($1.authorsPairs) }
    // A name may begin as another does: "Surgery 1" as "Surgery 10".
    names = Set(table.areas.values).union(table.areas.keys).union(table.measures).subtracting([""])
      .sorted { ($0.count, $0) > ($1.count, $1) }
    valuesOfMeasures = Dictionary(grouping: table.rows, by: \.key.measure).mapValues { places in
      places.flatMap(\.value).compactMap { row in
        row.written["value"].flatMap(Double.init) ?? row.numerator?.shown.map { Double($0.0) }
      }.sorted()
    }
  }

  func problems(of file: BuiltFile, _ reading: Reading) -> [Diagnostic] {
    let lines = LinesOfFile(file.bytes)
    var found: [Diagnostic] = []
    func report(_ offset: Int, _ make: (String, Int, Int) -> Diagnostic?) {
      let (line, column) = lines.place(offset)
      if let problem = make(file.path, line, column) { found.append(problem) }
    }
    for value in reading.values { report(value.offset) { self.problem(of: value, $0, $1, $2) } }
    for text in reading.texts { report(text.offset) { self.problem(of: text, $0, $1, $2) } }
    for drawing in reading.drawings {
      guard let offset = strayMark(of: drawing) else { continue }
      report(offset) { path, line, column in
        .leak(
          "unpublished-mark", "A mark of a chart stands where no published figure is", in: path, line: line,
          column: column,
          because: "Its place can be read against the axis, and tells a figure that the table does not.",
          suggestion: "build the site again; charts are drawn from published figures alone")
      }
    }
    return found
  }

  private func problem(of value: Reading.Value, _ path: String, _ line: Int, _ column: Int) -> Diagnostic? {
    let printed = PrintedNumber(value.printed)
    func leak(_ id: String, _ summary: String, _ because: String) -> Diagnostic {
      .leak(
        id, summary, in: path, line: line, column: column, because: because,
        suggestion: "build the site again, or take out what was put there by hand")
    }
    switch (table.published(value.id), printed) {
    case (.number(let number, let rounding), let printed?):
      // "0.6 points lower" has no sign.
      let distance = min(abs(number - printed.value), abs(abs(number) - abs(printed.value)))
      guard !printed.bounds(number), distance > rounding + printed.rounding + 1e-9 else { return nil }
      return leak(
        "contradicting-figure", "Figure '\(value.id)' is told otherwise than in \(FigureTable.path)",
        "Two figures of the same people tell more than either.")
    case (.withheld, .some), (.absent, .some):
      return leak(
        "withheld-figure-told", "Figure '\(value.id)' is told here and withheld in \(FigureTable.path)",
        "What is withheld in one place has to be withheld in all.")
    case (.number, nil):
      return leak(
        "withheld-figure-told", "Figure '\(value.id)' is told in \(FigureTable.path) and withheld here",
        "What is withheld in one place has to be withheld in all.")
    case (.unknown, .some):
      return leak(
        "unnamed-figure", "Figure '\(value.id)' is not among the published ones",
        "A number that leads to no published row cannot be checked.")
    default: return nil
    }
  }

  private func problem(of text: Reading.Text, _ path: String, _ line: Int, _ column: Int) -> Diagnostic? {
    let leaks =
      switch text.kind {
      case .comment: text.text.hasDigit
      case .bare: true
      case .figure: hasUnknownNumber(text.text)
      case .repeated: text.text.contains(" ") && hasUnseenNumber(text.text)
      case .described: tellsOfAnArea(text.text)
      }
    guard leaks else { return nil }
    return .leak(
      "untraced-number",
      text.kind == .figure
        ? "A number in a figure does not name the published value that it prints"
        : "A number stands here that no reader of the pages sees",
      in: path, line: line, column: column,
      because:
        "Whatever is told of people has to be a published figure that can be checked, here as on the pages.",
      suggestion: "build the site again, or take out what was put there by hand")
  }

  /// Digits of a generated figure that are neither periods, levels of confidence, names nor an author's own words, as in
  /// "answered at 12 weeks".
  private func hasUnknownNumber(_ text: String) -> Bool {
    var rest = text
    for name in names where name.hasDigit { rest = rest.replacing(name, with: "") }
    return WordPair.numbers(in: rest).contains { word, around in
      let before = around.first { $0.second == word }?.first
      return !isOfAPeriod(word, after: before) && !isOfALevel(word, after: before)
        && !around.contains { $0.first == word && $0.second == "000" } && word != "000"
        && (around.isEmpty || !around.allSatisfy { authorsPairs.contains($0) })
    }
  }

  /// A year, or the end of a financial year as in 2025/26.
  private func isOfAPeriod(_ word: String, after before: String?) -> Bool {
    guard let number = Int(word) else { return false }
    if Period.years.contains(number) { return true }
    return before.flatMap { Int($0) }.map { Period.years.contains($0) && ($0 + 1) % 100 == number } ?? false
  }

  /// 95% and 99.8%.
  private func isOfALevel(_ word: String, after before: String?) -> Bool {
    word == "95" || word == "99" || word == "8" && before == "99"
  }

  /// Digits that stand beside other words on every page; one that stands alone says nothing, unless something is named before it.
  private func hasUnseenNumber(_ text: String, evenAlone: Bool = false) -> Bool {
    WordPair.numbers(in: text).contains { _, around in
      around.isEmpty ? evenAlone : !around.allSatisfy { pairs.contains($0) }
    }
  }

  /// A description that names an area or a measure beside a number.
  private func tellsOfAnArea(_ text: String) -> Bool {
    guard names.contains(where: { text.contains($0) }) else { return false }
    return hasUnseenNumber(text, evenAlone: true) && hasUnknownNumber(text)
  }

  /// Where a mark stands at no published value, or where there are more marks than figures.
  private func strayMark(of drawing: Drawing) -> Int? {
    guard let id = drawing.valueID, let (place, _) = table.place(of: id),
      let values = valuesOfMeasures[place.measure]
    else { return nil }
    let stray = drawing.marks.first { mark in !values.holds(mark.value, within: drawing.tolerance) }
    if let stray { return stray.offset }
    guard drawing.kind == .periods else { return nil }
    let figures = table.rows.count { other, rows in
      other.measure == place.measure && other.area == place.area
        && rows.contains { Double($0.written["value"] ?? "") != nil || $0.numerator?.shown != nil }
    }
    return drawing.marks.count > figures ? drawing.marks.last?.offset : nil
  }
}

extension [Double] {
  /// Whether one of the numbers, which stand in order, is as near as that.
  fileprivate func holds(_ number: Double, within tolerance: Double) -> Bool {
    var (low, high) = (0, count)
    while low < high {
      let middle = (low + high) / 2
      if self[middle] < number - tolerance { low = middle + 1 } else { high = middle }
    }
    return low < count && self[low] <= number + tolerance
  }
}
