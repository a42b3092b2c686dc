package import PackhorseCore

/// Why a point is not chance: one of the four rules of Making Data Count, in the order in which they take precedence.
///
/// (NHS England, "Making Data Count: strengthening your decisions" (2019).)
package struct SpecialCause: Equatable, Sendable {
  /// The rule that a point meets; of several, the first.
  package let rule: SpecialCauseRule
  /// Whether values are high, or rising.
  package let isHigh: Bool
}

/// The rules for a run of points without a gap or rebase, each with the limits of its own period.
func specialCauses(_ points: [(value: Double, limits: ProcessLimits)]) -> [SpecialCause?] {
  let sides = points.map { $0.limits.side($0.value) }
  let steps = zip(points, points.dropFirst()).map { ($1.value - $0.value).directionOfChange }
  let findings: [(SpecialCauseRule, [Int])] = [
    (.outsideLimits, points.map { $0.limits.outside($0.value) }),
    (.trend, marks(ofRuns: steps, atLeast: 6, points: points.count)),
    (.twoOfThree, marksOfTwoInThree(points.map { $0.limits.near($0.value) }, sides)),
    (.shift, marks(ofRuns: sides, atLeast: 7, points: points.count)),
  ]
  return points.indices.map { index in
    guard !points[index].limits.isWithoutVariation else { return nil }
    return findings.first { $0.1[index] != 0 }.map { SpecialCause(rule: $0.0, isHigh: $0.1[index] > 0) }
  }
}

/// The sign of each run of equal signs that is long enough, at all its points; a step lies between two points.
func marks(ofRuns signs: [Int], atLeast length: Int, points: Int) -> [Int] {
  var marks = Array(repeating: 0, count: points)
  var start = 0
  for index in signs.indices {
    if signs[index] != signs[start] { start = index }
    let run = index - start + 1
    guard signs[index] != 0, run >= length else { continue }
    let last = index + points - signs.count
    // What lies before was marked when the run became long enough.
    for place in (run == length ? start : last)...last { marks[place] = signs[index] }
  }
  return marks
}

/// The side of each point near a limit that has another such within three in a row on that side of the mean.
func marksOfTwoInThree(_ near: [Int], _ sides: [Int]) -> [Int] {
  var marks = Array(repeating: 0, count: near.count)
  for start in near.indices.dropLast(2) {
    let three = start...start + 2
    for side in [1, -1] where sides[three].allSatisfy({ $0 == side }) {
      let marked = three.filter { near[$0] == side }
      if marked.count >= 2 { for place in marked { marks[place] = side } }
    }
  }
  return marks
}

extension Double {
  fileprivate var directionOfChange: Int { self > 0 ? 1 : self < 0 ? -1 : 0 }
}
