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

private enum YesNo: String, CaseIterable { case yes, no }

/// Reads `content/data/groups.csv`: a row for a group that people can be introduced to.
func readGroups(_ file: DataFile) -> Outcome<[CommunityGroup]> {
  var groups: [CommunityGroup] = []
  var first: [String: (row: Int, span: SourceSpan)] = [:]
  let faults = readTable(file, as: GroupColumn.self, optional: { _ in [.area] }, refusing: [.healthNumber]) {
    row in
    guard let group = group(&row) else { return }
    if let first = first[group.id.value] {
      row.report(.duplicateGroup(group.id, row.number, first.row, first: first.span))
    } else {
      first[group.id.value] = (row.number, group.id.span)
      groups.append(group)
    }
  }
  return Outcome(groups, faults)
}

/// The group of a row, as good as it could be read; nil without an id.
private func group(_ row: inout TableRow<GroupColumn>) -> CommunityGroup? {
  let id = row.id(.id)
  for column in [GroupColumn.name, .activity, .description, .safety] { _ = row.requiredText(column) }
  guard let id else { return nil }
  let url = url(&row)
  let area = row.isEmpty(.area) ? nil : Located(row.text(.area), at: row.span(.area))
  var group = CommunityGroup(
    id: id, area: area, name: row.text(.name), activity: row.text(.activity),
    description: row.text(.description), day: row.text(.day), time: row.text(.time),
    recurrence: row.text(.recurrence), place: row.text(.place), postcode: row.text(.postcode),
    cost: row.text(.cost), transport: row.text(.transport), firstVisit: row.text(.firstVisit),
    buddy: row.text(.buddy), safety: row.text(.safety), contact: row.text(.contact), url: url,
    source: row.text(.source))
  group.stepFree = row.isEmpty(.stepFree) ? nil : row.choice(.stepFree, of: YesNo.self).map { $0 == .yes }
  group.assured = row.requiredText(.assured) == nil ? nil : row.date(.assured)
  group.fundingEnd = row.date(.fundingEnd)
  group.sessions = row.isEmpty(.sessions) ? nil : row.count(.sessions)
  group.status = row.choice(.status, of: CommunityGroup.Status.self) ?? .inactive
  for column in [GroupColumn.transport, .firstVisit] where group.status == .active && row.isEmpty(column) {
    row.report(.groupDetailMissing(column.rawValue, row.number, at: row.span(column)))
  }
  group.cardFault(at: row.span(.firstVisit)).map { row.report($0) }
  return group
}

private func url(_ row: inout TableRow<GroupColumn>) -> String {
  let url = row.text(.url)
  if url.isEmpty || isWebAddress(url) { return url }
  row.fail(.url, found: "something else", due: "an address that begins with https:// or http://")
  return ""
}

extension CommunityGroup {
  /// The problem of a group that says more than its card for a first visit has room for.
  func cardFault(at span: SourceSpan) -> Diagnostic? {
    let texts = [
      name, day, time, recurrence, place, postcode, cost, transport, firstVisit, buddy, contact,
    ]
    // Bytes are counted at once, and never fewer than characters.
    guard isListed, texts.reduce(0, { $0 + $1.utf8.count }) > Self.cardRoom else { return nil }
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
