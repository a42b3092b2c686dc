import PackhorseCore

/// Columns of `content/data/groups.csv`.
private enum GroupColumn: String, CaseIterable {
  case id, name, activity, description, day, time, recurrence, place, postcode, cost, transport
  case stepFree = "step_free"
  case firstVisit = "first_visit"
  case buddy, safety, contact, url
  case assured = "assured_date"
  case status, sessions
  case fundingEnd = "funding_end"
  case source
  case area = "area_code"
}

extension CommunityGroup.Text {
  fileprivate var column: GroupColumn {
    switch self {
    case .id: .id
    case .area: .area
    case .name: .name
    case .activity: .activity
    case .description: .description
    case .day: .day
    case .time: .time
    case .recurrence: .recurrence
    case .place: .place
    case .postcode: .postcode
    case .cost: .cost
    case .transport: .transport
    case .firstVisit: .firstVisit
    case .buddy: .buddy
    case .safety: .safety
    case .contact: .contact
    case .url: .url
    case .source: .source
    }
  }
}

private enum YesNo: String, CaseIterable { case yes, no }

/// Reads `content/data/groups.csv`: a row for a group that people can be introduced to.
func readGroups(_ file: DataFile) -> Outcome<[CommunityGroup]> {
  var groups: [CommunityGroup] = []
  var first: [String: (row: Int, group: Int)] = [:]
  let faults = readTable(file, as: GroupColumn.self, optional: { _ in [.area] }, refusing: [.healthNumber]) {
    row in
    guard let group = group(&row) else { return }
    let id = group.id
    if let first = first[id.value] {
      row.report(.duplicateGroup(id, row.number, first.row, first: groups[first.group].id.span))
    } else {
      first[id.value] = (row.number, groups.count)
      groups.append(group)
    }
  }
  return Outcome(groups, faults)
}

/// The group of a row, as good as it could be read; nil without an id.
private func group(_ row: inout TableRow<GroupColumn>) -> CommunityGroup? {
  let id = row.id(.id)
  for column in [GroupColumn.name, .activity, .description, .safety] { row.require(column) }
  guard let id else { return nil }
  let leadsNowhere = !isWebAddress(&row)
  let texts = CommunityGroup.Text.allCases.map { text in
    text == .url && leadsNowhere ? 0..<0 : row.textRange(text.column)
  }
  var group = CommunityGroup(
    at: id.span, areaSpan: row.isEmpty(.area) ? nil : row.span(.area), texts: texts, in: row.record.bytes)
  group.stepFree = row.isEmpty(.stepFree) ? nil : row.choice(.stepFree, of: YesNo.self).map { $0 == .yes }
  group.assured = row.require(.assured) ? row.date(.assured) : nil
  group.fundingEnd = row.date(.fundingEnd)
  group.sessions = row.isEmpty(.sessions) ? nil : row.count(.sessions)
  group.status = row.choice(.status, of: CommunityGroup.Status.self) ?? .inactive
  for column in [GroupColumn.transport, .firstVisit] where group.status == .active && row.isEmpty(column) {
    row.report(.groupDetailMissing(column.rawValue, row.number, at: row.span(column)))
  }
  group.cardFault(at: row.span(.firstVisit)).map { row.report($0) }
  return group
}

/// False where nothing is to be linked to; reports what is no address.
private func isWebAddress(_ row: inout TableRow<GroupColumn>) -> Bool {
  if row.isEmpty(.url) { return false }
  if isWebAddress(row.text(.url)) { return true }
  row.fail(.url, found: "something else", due: "an address that begins with https:// or http://")
  return false
}

extension CommunityGroup {
  /// The problem of a group that says more than its card for a first visit has room for.
  func cardFault(at span: SourceSpan) -> Diagnostic? {
    // All bytes are counted at once, and never fewer than characters.
    guard isListed, packedTexts.count > Self.cardRoom else { return nil }
    let texts = [
      name, day, time, recurrence, place, postcode, cost, transport, firstVisit, buddy, contact,
    ]
    let length = texts.reduce(0) { $0 + $1.count }
    return length > Self.cardRoom ? .groupCardTooLong(length, at: span) : nil
  }

  /// Characters of a card of A6, beside its labels and its code.
  private static let cardRoom = 600
}

extension Diagnostic {
  fileprivate static func groupDetailMissing(_ column: String, _ row: Int, at span: SourceSpan) -> Diagnostic
  {
    Diagnostic(
      .error, "group-detail-missing", "'\(column)' is empty in row \(row)", at: span,
      because: "Whoever goes there for the first time needs to know it.",
      suggestion: "ask the group, and write it here; write 'unknown' where nobody can say")
  }

  fileprivate static func groupCardTooLong(_ length: Int, at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      .warning, "group-card-too-long", "Details of \(length) characters; a card has room for 600", at: span,
      because: "The card for a first visit is printed on A6, and the rest would not be on it.",
      suggestion: "say less in 'first_visit', 'buddy' or 'transport'")
  }

  fileprivate static func duplicateGroup(
    _ id: Located<String>, _ row: Int, _ firstRow: Int, first: SourceSpan
  ) -> Diagnostic {
    Diagnostic(
      .error, "duplicate-group", "'\(id.value)' is the id of rows \(firstRow) and \(row)", at: id.span,
      notes: [Note("row \(firstRow)", at: first)])
  }
}
