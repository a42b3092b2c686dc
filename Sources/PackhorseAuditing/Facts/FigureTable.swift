import PackhorseCore

/// The published figures of a release, as `data/outcomes.csv`, `data/areas.csv` and `data/moves.csv` tell them.
struct FigureTable: Sendable {
  static let path = "data/outcomes.csv"
  static let areasPath = "data/areas.csv"
  static let movesPath = "data/moves.csv"
  static let paths: Set = [path, areasPath, movesPath]
  /// Stands for the area of a practice that was part of none.
  static let none = ""

  /// One row: a statistic of a measure, area and period.
  struct Row: Sendable {
    var line: Int
    var statistic: String
    /// Under `n`, `numerator` and `denominator`; nil where the column does not apply.
    var n: Told?
    var numerator: Told?
    var denominator: Told?
    /// The value, standard deviation and intervals as they are written.
    var written: [String: String]
    var note: String

    /// Whether its counts are added up from rounded ones, of which a note names the ends.
    var isSum: Bool { notesOfSums.contains(true) }

    /// Whether only some months are counted: what a note says besides.
    var isPartial: Bool { notesOfSums.contains(false) }

    private var notesOfSums: [Bool] {
      note.split(separator: ";").map { part in
        ["n ", "numerator ", "denominator "].contains { part.trimmingSpaces.hasPrefix($0) }
      }
    }
  }

  /// What a practice was a part of in which months.
  struct Stay: Hashable, Sendable {
    var whole: String
    var months: Range<Int>
  }

  struct Place: Hashable, Sendable {
    var measure: String
    var area: String
    var period: Period
  }

  private(set) var rows: [Place: [Row]] = [:]
  /// Every measure, and every area by its code with its name.
  private(set) var measures: Set<String> = []
  private(set) var areas: [String: String] = [:]
  /// The smallest area that each is a part of now.
  private(set) var parents: [String: String] = [:]
  /// Of practices that moved, what they were part of in which months; `none` among them.
  private var stays: [String: [Stay]] = [:]
  /// Codes of practices.
  private(set) var practices: Set<String> = []
  /// Whether there are figures of networks or boards.
  private(set) var hasAreasOfPractices = false
  /// Rows that cannot be read: their files and lines.
  private(set) var unreadable: [(path: String, line: Int)] = []

  /// Nil where a site has no figures.
  init?(_ files: [BuiltFile]) {
    guard let outcomes = files.first(where: { $0.path == Self.path }) else { return nil }
    let table = CSVRows(outcomes.bytes)
    for row in table.rows {
      let text = { (column: String) in plain(table.cell(row, column)) }
      guard let period = Period(text("period")), !text("measure").isEmpty,
        row.cells.count == table.header.count
      else {
        unreadable.append((Self.path, row.line))
        continue
      }
      let place = Place(measure: text("measure"), area: text("area_code"), period: period)
      let note = text("note")
      func told(_ column: String) -> Told? { Told(table.cell(row, column), column: column, note: note) }
      let columns = ["value", "sd", "lower_95", "upper_95", "lower_998", "upper_998"]
      rows[place, default: []].append(
        Row(
          line: row.line, statistic: text("statistic"), n: told("n"), numerator: told("numerator"),
          denominator: told("denominator"),
          written: Dictionary(uniqueKeysWithValues: columns.map { ($0, table.cell(row, $0)) }), note: note))
      measures.insert(place.measure)
      areas[place.area] = text("area_name")
      if text("area_type") != "practice" { hasAreasOfPractices = true }
    }
    readAreas(files)
    readMoves(files)
  }

  private mutating func readAreas(_ files: [BuiltFile]) {
    guard let list = files.first(where: { $0.path == Self.areasPath }) else { return }
    let areaTable = CSVRows(list.bytes)
    for row in areaTable.rows {
      let code = plain(areaTable.cell(row, "area_code"))
      areas[code] = plain(areaTable.cell(row, "area_name"))
      if areaTable.cell(row, "area_type") == "practice" { practices.insert(code) }
      let parent = plain(areaTable.cell(row, "part_of"))
      if !parent.isEmpty { parents[code] = parent }
    }
  }

  private mutating func readMoves(_ files: [BuiltFile]) {
    guard let file = files.first(where: { $0.path == Self.movesPath }) else { return }
    let table = CSVRows(file.bytes)
    var moves: [String: [(month: Int, from: String, to: String)]] = [:]
    for row in table.rows {
      guard let month = Period(table.cell(row, "month")), month.months == 1 else {
        unreadable.append((Self.movesPath, row.line))
        continue
      }
      let area = plain(table.cell(row, "area_code"))
      moves[area, default: []].append(
        (month.firstMonth, plain(table.cell(row, "part_of_before")), plain(table.cell(row, "part_of"))))
    }
    stays = moves.mapValues { moves in
      let moves = moves.sorted { $0.month < $1.month }
      let starts = [Int.min] + moves.map(\.month)
      let ends = moves.map(\.month) + [.max]
      let wholes = [moves[0].from] + moves.map(\.to)
      return zip(wholes, zip(starts, ends)).map { Stay(whole: $0, months: $1.0..<max($1.0, $1.1)) }
    }
  }

  /// What an area is a part of in a period: several where it moved within it, nothing where it is part of no other.
  func wholes(of area: String, in period: Period) -> Set<String> {
    guard let stays = stays[area] else { return parents[area].map { [$0] } ?? [] }
    return Set(stays.filter { $0.months.overlaps(period.monthNumbers) }.map(\.whole))
  }

  /// What a practice is and was a part of, the oldest first.
  func stays(of practice: String) -> [Stay] {
    stays[practice] ?? [Stay(whole: parents[practice] ?? Self.none, months: .min ..< .max)]
  }

  /// What some practices are in an area in a period: each with its months there.
  func months(of practices: [String], in area: String, _ period: Period) -> [[Range<Int>]] {
    practices.map { practice in
      stays(of: practice).filter { isWithin($0.whole, area) }
        .map { $0.months.clamped(to: period.monthNumbers) }.filter { !$0.isEmpty }
    }
  }

  /// Whether an area is another or a part of it.
  private func isWithin(_ part: String, _ area: String) -> Bool {
    // No chain of areas is longer than the list of them, even where a broken file lets it lead back.
    var code: String? = part
    for _ in 0...areas.count {
      guard let current = code else { return false }
      if current == area { return true }
      code = parents[current]
    }
    return false
  }

  /// Whether counts of the site are sums of cells that were rounded one by one.
  var hasSums: Bool { rows.values.contains { $0.contains(where: \.isSum) } }

  /// The codes of the practices within an area.
  func practices(of area: String) -> Set<String> {
    practices.filter { isWithin($0, area) }
  }
}

/// A text cell without the apostrophe that keeps a spreadsheet from taking it for a formula.
private func plain(_ cell: String) -> String {
  guard cell.hasPrefix("'"), let second = cell.dropFirst().first, "=+-@".contains(second) else { return cell }
  return String(cell.dropFirst())
}

extension Told {
  /// Reads a cell of counts; nil for an empty one.
  ///
  /// Of a sum the note says between which numbers it lies, as "numerator from 40 to 56".
  fileprivate init?(_ cell: String, column: String, note: String) {
    switch cell {
    case "": return nil
    case "[c]": self = .withheld
    case "[x]": self = .absent
    default:
      guard let number = Int(cell), number >= 0, number <= Span.unlimited else { return nil }
      let isRounded = number % Told.roundedTo == 0 && !Told.smallest.contains(number)
      let span = isRounded ? Told.rounded(number) : Span(least: number, most: number)
      self = .number(number, Told.range(of: column, in: note) ?? span)
    }
  }

  private static func range(of column: String, in note: String) -> Span? {
    for part in note.split(separator: ";") where part.trimmingSpaces.hasPrefix(column + " ") {
      let numbers = part.split { !$0.isASCIIDigit }.compactMap { Int($0) }
      if numbers.count == 2, numbers[0] <= numbers[1] { return Span(least: numbers[0], most: numbers[1]) }
    }
    return nil
  }
}

extension Substring {
  fileprivate var trimmingSpaces: Substring { drop { $0 == " " } }
}
