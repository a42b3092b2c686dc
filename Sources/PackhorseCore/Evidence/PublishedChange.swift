/// What is told of people's scores before and after.
///
/// Each count is nil where the data say nothing of it.
package struct PublishedChange: Sendable, Hashable {
  /// People referred, with scores or without.
  package var people: PublishedCount?
  /// People with a score before.
  package var before: PublishedCount?
  /// People with both scores.
  package var pairs: PublishedCount
  /// People with both scores who changed for the better by the important change or more.
  package var reached: PublishedCount?
  /// The mean of after less before, in points of the scale to one decimal, with the widest intervals that what is
  /// published allows.
  package var mean: Estimate?
  /// The standard deviation of the differences, to one decimal.
  package var deviation: Double?
  /// The mean score before of those with both scores, to one decimal.
  package var meanBefore: Double?
  /// The mean change to be expected of these people with no effect at all; nil where nothing is known of it.
  package var expected: ClosedRange<Double>?
  /// The share of those with both scores who changed by the important change or more.
  package var shareReached: Estimate?
  /// The same share of all referred, had none or all of those without both scores changed so.
  package var boundsForTheMissing: ClosedRange<Double>?
  /// People with both scores that a mean needs at least.
  package var fewestForMean = 10
  /// Of an area whose mean rests on the published means of some of its practices only: their people with both scores.
  package var pairsOfPractices: PublishedCount?

  package init(pairs: PublishedCount) {
    self.pairs = pairs
  }
}
