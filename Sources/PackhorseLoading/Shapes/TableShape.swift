import PackhorseCore

/// What a column of a data file is to a count.
enum Meaning: String, CaseIterable, Sendable {
  case practice, period
  /// How long the period is that begins on the day in the column of periods.
  case length
  case numerator, denominator
  case listSize = "list-size"
  /// Of records: the number of the referral, its day, how far it came.
  case id, date, status
}

/// What the columns of a table mean: of a file as it is published, or as `sources.yml` says.
struct TableShape: Sendable {
  /// As `shape` in `sources.yml` names it.
  var id: String
  /// As a message names it.
  var title: String
  /// Every column of the file as it is published; nothing in them is about one person.
  var header: [String] = []
  /// Columns that together are in no other file; none for a shape that has to be named.
  var signs: Set<String> = []
  var columns: [Meaning: String] = [:]
  /// Rows count where each of these columns holds one of the words.
  var conditions: [String: [String]] = [:]
  /// Rows of one practice and period are parts of a sum; otherwise a second row is one too many.
  var addsUp = false
  /// Each row counts from 1 April to its period's end.
  var isCumulative = false
  /// What stands in place of a figure that the file hides.
  var hidden: String?
  /// A period for all rows, where the file has no column for it.
  var period: Period?
  /// Columns about places, besides those of a published file: their postcodes and telephone numbers are no person's.
  var places: Set<String> = []
  /// Each row is about one person.
  var holdsRecords = false

  /// The files that are known.
  static let known: [TableShape] = [
    .registeredPatients, .registeredPatientsByRegion, .registeredPatientsByAgeGroup, .prescribing,
    .openPrescribing, .appointments, .networkContract, .qualityRegister, .fingertipsUpload, .records,
  ]

  /// The shape that a header shows: that of which it has all signs.
  static func recognised(_ names: [String]) -> TableShape? {
    known.filter { !$0.signs.isEmpty && $0.signs.isSubset(of: names) }.max { $0.signs.count < $1.signs.count }
  }
}
