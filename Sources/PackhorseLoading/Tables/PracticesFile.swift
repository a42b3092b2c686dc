import PackhorseCore

/// Columns of `content/data/practices.csv`.
private enum PracticeColumn: String, CaseIterable {
  case code = "practice_code"
  case name = "practice_name"
  case pcnCode = "pcn_code"
  case pcnName = "pcn_name"
  case icbCode = "icb_code"
  case icbName = "icb_name"
  case memberSince = "member_since"

  /// A practice may belong to no network or board.
  static let areas: Set<PracticeColumn> = [.pcnCode, .pcnName, .icbCode, .icbName, .memberSince]
}

/// Reads `content/data/practices.csv`: a row for a practice whose figures are published, with the network and the board
/// that it belongs to, and one more for each time that it moved to others.
func readPractices(_ file: DataFile) -> Outcome<[ListedPractice]> {
  var practices: [PracticeRows] = []
  var places: [String: Int] = [:]
  var areas = KnownAreas()
  let faults = readTable(file, as: PracticeColumn.self, optional: { _ in PracticeColumn.areas }) { row in
    guard let code = row.practiceCode(.code), let name = row.requiredText(.name) else { return }
    let pcn = row.area(.pcn, .pcnCode, .pcnName)
    let icb = row.area(.icb, .icbCode, .icbName)
    areas.check(pcn, icb, &row)
    guard let since = row.firstMonth() else { return }
    let membership = Membership(pcn: pcn, icb: icb, since: since)
    let place = places[code.value] ?? practices.count
    places[code.value] = place
    if place == practices.count { practices.append(PracticeRows(code: code, name: name)) }
    practices[place].add(membership, named: name, code, &row)
  }
  return Outcome(practices.map(\.practice), faults)
}

/// The rows of one practice.
private struct PracticeRows {
  let code: Located<String>
  let name: String
  private var memberships: [(membership: Membership, row: Int, span: SourceSpan)] = []

  init(code: Located<String>, name: String) {
    self.code = code
    self.name = name
  }

  var practice: ListedPractice {
    ListedPractice(code: code, name: name, memberships: memberships.map(\.membership))
  }

  /// Reports a row that does not say when the practice moved, or that names it otherwise.
  mutating func add(
    _ membership: Membership, named name: String, _ code: Located<String>,
    _ row: inout TableRow<PracticeColumn>
  ) {
    if let first = memberships.first(where: { $0.membership.since == membership.since }) {
      row.report(.secondPractice(code, row.number, first: (first.row, first.span)))
      return
    }
    if name != self.name {
      let practice = Area(level: .practice, code: code.value, name: name)
      row.report(.areaRenamed(practice, at: row.span(.name), first: self.code.span))
    }
    memberships.append((membership, row.number, code.span))
  }
}

/// What earlier rows say of networks and boards.
private struct KnownAreas {
  private var names: [String: (name: String, span: SourceSpan)] = [:]
  private var boards: [String: (code: String, span: SourceSpan)] = [:]
  private var levels: [String: (level: AreaLevel, span: SourceSpan)] = [:]

  /// Reports an area with two names, a network in two boards, whose sums would not add up, and a code of both a network and
  /// a board.
  mutating func check(_ pcn: Area?, _ icb: Area?, _ row: inout TableRow<PracticeColumn>) {
    for (area, column) in [(pcn, PracticeColumn.pcnName), (icb, .icbName)] {
      guard let area else { continue }
      let key = area.level.rawValue + " " + area.code
      let known = names[key] ?? (area.name, row.span(column))
      names[key] = known
      if known.name != area.name { row.report(.areaRenamed(area, at: row.span(column), first: known.span)) }
      let codeSpan = row.span(area.level == .pcn ? .pcnCode : .icbCode)
      let first = levels[area.code] ?? (area.level, codeSpan)
      levels[area.code] = first
      if first.level != area.level { row.report(.codeOfTwo(area, at: codeSpan, first: first.span)) }
    }
    guard let pcn else { return }
    let board = icb?.code ?? ""
    let known = boards[pcn.code] ?? (board, row.span(.icbCode))
    boards[pcn.code] = known
    if known.code != board {
      row.report(.networkInTwoBoards(pcn, at: row.span(.icbCode), first: known.span))
    }
  }
}

extension TableRow<PracticeColumn> {
  /// The first month that is counted with the row's areas: the first that began when the practice belonged to them.
  ///
  /// `Int.min` where no day is given; nil after a report.
  fileprivate mutating func firstMonth() -> Int? {
    guard !isEmpty(.memberSince) else { return .min }
    guard let day = date(.memberSince) else { return nil }
    guard Period.years.contains(day.year) else {
      fail(.memberSince, found: "another year", due: "a date from 1900 to 2100 as YYYY-MM-DD")
      return nil
    }
    return day.year * 12 + day.month - (day.day == 1 ? 1 : 0)
  }

  fileprivate mutating func area(
    _ level: AreaLevel, _ code: PracticeColumn, _ name: PracticeColumn
  ) -> Area? {
    guard !isEmpty(code) else { return nil }
    guard isAreaCode(text(code)) else {
      fail(code, found: "something else", due: "a code of at most 12 capital letters, digits and hyphens")
      return nil
    }
    return Area(level: level, code: text(code), name: isEmpty(name) ? text(code) : text(name))
  }
}

extension Diagnostic {
  fileprivate static func secondPractice(
    _ code: Located<String>, _ row: Int, first: (row: Int, span: SourceSpan)
  ) -> Diagnostic {
    Diagnostic(
      .error, "duplicate-practice", "'\(code.value)' stands in rows \(first.row) and \(row)", at: code.span,
      because: "Its people would be counted twice in the figures of its areas.",
      notes: [Note("row \(first.row)", at: first.span)],
      suggestion:
        "keep one row for each practice; where it moved to another network, give the day it moved in 'member_since'"
    )
  }

  fileprivate static func areaRenamed(_ area: Area, at span: SourceSpan, first: SourceSpan) -> Diagnostic {
    Diagnostic(
      .error, "contradictory-area", "'\(area.code)' has two names", at: span,
      because: "A reader could take it for two areas.", notes: [Note("the first name", at: first)])
  }

  fileprivate static func codeOfTwo(_ area: Area, at span: SourceSpan, first: SourceSpan) -> Diagnostic {
    Diagnostic(
      .error, "contradictory-area", "'\(area.code)' is the code of a network and of a board", at: span,
      because: "Pages and groups are found by the code alone.", notes: [Note("the other", at: first)])
  }

  fileprivate static func networkInTwoBoards(_ pcn: Area, at span: SourceSpan, first: SourceSpan)
    -> Diagnostic
  {
    Diagnostic(
      .error, "contradictory-area", "'\(pcn.code)' belongs to two boards", at: span,
      because: "The board's figures would not be the sum of its networks'.",
      notes: [Note("the first board", at: first)])
  }
}
