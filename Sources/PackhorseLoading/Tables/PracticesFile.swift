import PackhorseCore

/// Columns of `content/data/practices.csv`.
private enum PracticeColumn: String, CaseIterable {
  case code = "practice_code"
  case name = "practice_name"
  case pcnCode = "pcn_code"
  case pcnName = "pcn_name"
  case icbCode = "icb_code"
  case icbName = "icb_name"

  /// A practice may belong to no network or board.
  static let areas: Set<PracticeColumn> = [.pcnCode, .pcnName, .icbCode, .icbName]
}

/// Reads `content/data/practices.csv`: a row for a practice whose figures are published, with the network and the board
/// that it belongs to.
func readPractices(_ file: DataFile) -> Outcome<[ListedPractice]> {
  var practices: [ListedPractice] = []
  var first: [String: (row: Int, span: SourceSpan)] = [:]
  var areas = KnownAreas()
  let faults = readTable(file, as: PracticeColumn.self, optional: { _ in PracticeColumn.areas }) { row in
    guard let code = row.practiceCode(.code), let name = row.requiredText(.name) else { return }
    if let first = first[code.value] {
      row.report(.secondPractice(code, row.number, first: first))
      return
    }
    first[code.value] = (row.number, code.span)
    let pcn = row.area(.pcn, .pcnCode, .pcnName)
    let icb = row.area(.icb, .icbCode, .icbName)
    areas.check(pcn, icb, &row)
    practices.append(ListedPractice(code: code, name: name, pcn: pcn, icb: icb))
  }
  return Outcome(practices, faults)
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
      notes: [Note("row \(first.row)", at: first.span)], suggestion: "keep one row for each practice")
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
