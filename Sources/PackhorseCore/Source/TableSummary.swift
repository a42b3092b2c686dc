/// What was understood of a data file, for `packhorse data check`.
package struct TableSummary: Sendable, Hashable {
  package var path: String
  /// What the file was taken for: "English prescribing data".
  package var shape: String
  /// True where the header told, false where `sources.yml` or the file's name did.
  package var isRecognised = false
  /// Rows that were counted, and rows passed over: of other practices, or that no condition asks for.
  package var rows = 0
  package var otherRows = 0
  /// True for records about people, whose number is only ever told roughly.
  package var holdsRecords = false
  package var practices = 0
  package var firstPeriod: Period?
  package var lastPeriod: Period?
  package var usedColumns: [String] = []
  package var ignoredColumns: [String] = []
  /// Cells that the file itself hides.
  package var hiddenCells = 0

  package init(path: String, shape: String) {
    self.path = path
    self.shape = shape
  }
}
