/// The share of people who improved, beside what the people without a follow-up leave open.
///
/// Of `referred` people, `followed` were measured again, and `improved` of those had improved.
package struct ShareImproved: Equatable, Sendable {
  package let improved: Double
  package let followed: Double
  package let referred: Double

  /// Nil unless 0 ≤ improved ≤ followed ≤ referred, followed > 0 and all are finite.
  package init?(improved: Double, followed: Double, referred: Double) {
    guard improved >= 0, improved <= followed, followed > 0, followed <= referred, referred.isFinite else {
      return nil
    }
    self.improved = improved
    self.followed = followed
    self.referred = referred
  }

  /// The share of those followed up: k/m.
  package var share: Double { improved / followed }

  /// The share of those referred who were followed up: m/n.
  package var completeness: Double { followed / referred }

  /// The Wilson interval of the share of those followed up: what chance leaves open, and only that.
  package func interval(confidence: Double) -> ClosedRange<Double>? {
    wilsonInterval(improved, of: followed, confidence: confidence)
  }

  /// The share of all referred, had none or all of the missing improved: k/n to (k + n − m)/n.
  ///
  /// (C. F. Manski, "Partial identification of probability distributions" (2003), chapter 1.)
  package var boundsForTheMissing: ClosedRange<Double> {
    improved / referred...mostImproved / referred
  }

  /// What chance and the missing leave open together: the lower Wilson limit of the lower bound to the upper one of the
  /// upper.
  package func widestInterval(confidence: Double) -> ClosedRange<Double>? {
    guard let none = wilsonInterval(improved, of: referred, confidence: confidence),
      let all = wilsonInterval(mostImproved, of: referred, confidence: confidence)
    else { return nil }
    return none.lowerBound...all.upperBound
  }

  /// How many would have improved had all of the missing, held within what rounding could leave.
  private var mostImproved: Double { min(referred, improved + (referred - followed)) }
}
