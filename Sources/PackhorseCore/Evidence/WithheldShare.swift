/// How many figures of a measure would be withheld if practices' figures were published by some length of period.
package struct WithheldShare: Sendable, Hashable {
  package var measure: String
  package var length: Period.Length
  package var figures = 0
  package var withheld = 0
  /// The next coarser length with what would be withheld then; nil after years.
  package var coarser: [WithheldShare] = []

  package init(measure: String, length: Period.Length) {
    self.measure = measure
    self.length = length
  }

  /// In whole hundredths, rounded up where anything is withheld.
  package var percent: Int { figures == 0 ? 0 : (withheld * 100 + figures - 1) / figures }
}
