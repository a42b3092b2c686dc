import PackhorseCore

/// Looks at a CSV file's header for the shape of records about people.
///
/// Three things show it: a column that can only name or number a person; the number of a single referral, or a column
/// of the consent register; and something that tells people apart (a name, a postcode, an age) beside scores before and
/// after, a day of referral or a birth. Tables of places and totals have postcodes, ages and names too, but not beside
/// those.
func recordShapeFault(_ file: DataFile) -> Diagnostic? {
  guard file.path.hasPrefix("content/") else { return nil }
  var fault: Diagnostic?
  _ = readCSV(file) { record in
    let header = CSVHeader(path: file.path, record: record)
    fault = RecordShape(header).sign.map { .recordShapedFile($0) }
    return .enough
  }
  return fault
}

/// True for a column whose name says that it tells people apart: a name, a birth, a number of a patient.
func namesPeople(_ column: String) -> Bool {
  let name = RecordShape.normalised(column)
  return RecordShape.persons.contains(name) || ["name", "full name", "names"].contains(name)
    || name.split(separator: " ").contains { RecordShape.births.contains(String($0)) }
}

private struct RecordShape {
  private let columns: [(name: String, place: Located<String>)]

  init(_ header: CSVHeader) {
    columns = header.names.map { (RecordShape.normalised($0.value), $0) }
  }

  /// The column that shows it; nil for any other table.
  var sign: Located<String>? {
    if let column = first(in: RecordShape.persons) ?? first(in: RecordShape.records) { return column }
    guard let person = first(in: RecordShape.traits) else { return nil }
    if let column = first(in: RecordShape.events) ?? first(where: { has(RecordShape.births, $0) }) {
      return column
    }
    let isBefore = first { has(RecordShape.before, $0) } != nil
    return isBefore && first { has(RecordShape.after, $0) } != nil ? person : nil
  }

  private func first(in names: Set<String>) -> Located<String>? { first { names.contains($0) } }

  private func first(where test: (String) -> Bool) -> Located<String>? {
    columns.first { test($0.name) }?.place
  }

  /// Small letters, with one space for what stands between words.
  static func normalised(_ name: String) -> String {
    name.lowercased().split { !$0.isLetter && !$0.isNumber }.joined(separator: " ")
  }

  static let persons: Set<String> = [
    "patient", "patient id", "patient no", "patient number", "patient name", "patient ref",
    "patient reference",
    "patient dob", "patient address", "patient postcode", "patientid", "client id", "client name",
    "client ref",
    "service user", "service user id", "service user name", "nhs", "nhs number", "nhs no", "nhs num",
    "nhsnumber",
    "nhsno", "chi number", "h c number", "hospital number", "emis number", "emis id", "systmone id", "dob",
    "d o b",
    "date of birth", "dateofbirth", "birth date", "birthdate", "surname", "last name", "forename",
    "first name",
    "national insurance number",
  ]
  private static let records: Set<String> = [
    "referral id", "referralid", "referral ref", "referral reference", "referral number", "story id",
    "consent date",
  ]
  /// What many tables have, and what makes a row a person beside one of `events`, `births`, `before` and `after`.
  private static let traits: Set<String> = [
    "name", "full name", "person", "client", "postcode", "post code", "address", "email", "phone",
    "telephone", "mobile", "age",
    "sex", "gender", "ethnicity",
  ]
  private static let events: Set<String> = [
    "referred on", "referral date", "date of referral", "referred by",
  ]
  static let births: Set<String> = ["birth", "born", "birthday"]
  private static let before: Set<String> = ["before", "baseline", "pre", "initial"]
  private static let after: Set<String> = ["after", "followup", "follow", "post", "final"]

  /// True where a name that is no trait holds one of some words.
  private func has(_ words: Set<String>, _ name: String) -> Bool {
    !RecordShape.traits.contains(name) && name.split(separator: " ").contains { words.contains(String($0)) }
  }
}

extension Diagnostic {
  fileprivate static func recordShapedFile(_ column: Located<String>) -> Diagnostic {
    Diagnostic(
      .error, "record-shaped-file", "\(quoted(column.value)) is a column of records about people",
      at: column.span,
      because:
        "Records about people belong in private/, from which nothing is ever published; content/ holds totals."
    )
  }
}
