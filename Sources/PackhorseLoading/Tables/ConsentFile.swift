import PackhorseCore

/// Columns of `private/consent.csv`.
private enum ConsentColumn: String, CaseIterable {
  case storyID = "story_id"
  case kind, basis
  case consentDate = "consent_date"
  case releaseDate = "release_date"
  case scope, expires
  case withdrawnOn = "withdrawn_on"
  case checkedBy = "checked_by"
  case textDigest = "text_sha256"
}

/// Reads `private/consent.csv`: a row for a story.
///
/// A row with any fault is left out, so that its story is left out as well.
func readConsent(_ file: DataFile) -> Outcome<[ConsentRecord]> {
  var records: [ConsentRecord] = []
  var first: [String: (row: Int, span: SourceSpan)] = [:]
  var repeated: Set<String> = []
  let faults = readTable(file, as: ConsentColumn.self) { row in
    let storyID = row.id(.storyID)
    if let storyID, let first = first[storyID.value] {
      row.report(.secondRow(storyID, first.row, row.number, first: first.span))
      repeated.insert(storyID.value)
      return
    }
    if let storyID { first[storyID.value] = (row.number, storyID.span) }
    let record = record(storyID, &row)
    if let record, row.diagnostics.isEmpty { records.append(record) }
  }
  return Outcome(records.filter { !repeated.contains($0.storyID.value) }, faults)
}

private func record(
  _ storyID: Located<String>?, _ row: inout TableRow<ConsentColumn>
) -> ConsentRecord? {
  let teller = row.choice(.kind, of: ConsentRecord.Teller.self)
  let basis = row.choice(.basis, of: ConsentRecord.Basis.self)
  let scope = scope(&row)
  let digest = digest(&row)
  let (consentDate, releaseDate) = (row.date(.consentDate), row.date(.releaseDate))
  let (expires, withdrawnOn) = (row.date(.expires), row.date(.withdrawnOn))
  if basis == .real {
    for column in [ConsentColumn.consentDate, .checkedBy] where row.isEmpty(column) {
      row.report(.incompleteConsent(column.rawValue, row.number, at: row.span(column)))
    }
  }
  if let consentDate, let withdrawnOn, withdrawnOn < consentDate {
    row.report(.withdrawnBeforeConsent(row.number, at: row.span(.withdrawnOn)))
  }
  guard let storyID, let teller, let basis else { return nil }
  return ConsentRecord(
    storyID: storyID, teller: teller, basis: basis, consentDate: consentDate, releaseDate: releaseDate,
    scope: scope,
    expires: expires, withdrawnOn: withdrawnOn, checkedBy: row.text(.checkedBy), textDigest: digest)
}

/// Words with `;` between them.
private func scope(_ row: inout TableRow<ConsentColumn>) -> Set<ConsentRecord.Scope> {
  guard row.requiredText(.scope) != nil else { return [] }
  let words = row.bytes(.scope).split(separator: UInt8(ascii: ";"))
  let scope = words.compactMap { ConsentRecord.Scope(rawValue: String(decoding: trimmed($0), as: UTF8.self)) }
  if scope.count < words.count || words.isEmpty {
    row.fail(
      .scope, found: "another word", due: list(ConsentRecord.Scope.allCases.map { "'\($0.rawValue)'" }, "or"))
  }
  return Set(scope)
}

private func digest(_ row: inout TableRow<ConsentColumn>) -> String? {
  let text = row.text(.textDigest).lowercased()
  guard !text.isEmpty else { return nil }
  let digits = Set("0123456789abcdef".utf8)
  if text.utf8.count == 64, text.utf8.allSatisfy(digits.contains) { return text }
  row.fail(.textDigest, found: "something else", due: "a SHA-256 of 64 hexadecimal digits")
  return nil
}

extension Diagnostic {
  fileprivate static func secondRow(
    _ id: Located<String>, _ firstRow: Int, _ row: Int, first: SourceSpan
  ) -> Diagnostic {
    Diagnostic(
      .error, "contradictory-consent", "'\(id.value)' has its consent in rows \(firstRow) and \(row)",
      at: id.span,
      because: "Nobody can say which of the two holds.", notes: [Note("row \(firstRow)", at: first)])
  }

  fileprivate static func withdrawnBeforeConsent(_ row: Int, at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      .error, "contradictory-consent", "Consent of row \(row) is withdrawn before it was given", at: span)
  }

  fileprivate static func incompleteConsent(_ column: String, _ row: Int, at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      .error, "incomplete-consent", "'\(column)' is empty in row \(row), which tells of a real person",
      at: span,
      because: "A real story needs the day of consent and who checked it.")
  }
}
