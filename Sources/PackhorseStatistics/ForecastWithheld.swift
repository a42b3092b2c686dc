package import PackhorseCore

/// The share of each measure's figures that would be withheld, as the site publishes it and one step coarser.
///
/// A figure is what one practice gets for one period. Of a flow, each status is one.
package func forecastWithheld(
  _ observations: [Observation], measures: [Measure], settings: SiteSettings
) -> [WithheldShare] {
  let control = DisclosureControl(settings)
  let counted = observations.reduce(into: Set<String>()) { $0.insert($1.measure.value) }
  return measures.filter { counted.contains($0.id) }.map { measure in
    let length = measure.periodLength(for: .practice)
    var share = withheld(observations, of: measure, by: length, control)
    if let next = coarser(than: length) {
      share.coarser = [withheld(observations, of: measure, by: next, control)]
    }
    return share
  }
}

private func coarser(than length: Period.Length) -> Period.Length? {
  switch length {
  case .month: .quarter
  case .quarter: .year
  case .year, .financialYear: nil
  }
}

/// People with both scores that a mean needs at least.
private let fewestPairs = 10

private func withheld(
  _ rows: [Observation], of measure: Measure, by length: Period.Length, _ control: DisclosureControl
) -> WithheldShare {
  struct Key: Hashable {
    var practice: String
    var period: Period
  }
  var sums: [Key: [Int]] = [:]
  for row in rows where row.measure.value == measure.id {
    guard let period = row.period.containing(length) else { continue }
    sums[Key(practice: row.practice.value, period: period), default: []].add(row.value.numbers)
  }
  var share = WithheldShare(measure: measure.id, length: length)
  for numbers in sums.values {
    let isShown = control.shows(numbers, of: measure.kind)
    share.figures += isShown.count
    share.withheld += isShown.count { !$0 }
  }
  return share
}

extension DisclosureControl {
  /// Whether each figure that the numbers of a practice and period give would be shown.
  fileprivate func shows(_ numbers: [Int], of kind: Measure.Kind) -> [Bool] {
    switch kind {
    case .proportion:
      let (numerator, denominator) = published(numbers[0], of: numbers[1])
      return [numerator.shown != nil || denominator.shown == 0]
    case .rate, .count: return [published(numbers[0]).shown != nil]
    case .flow: return numbers.map { published($0).shown != nil }
    case .meanChange: return [isExact || numbers[0] >= fewestPairs]
    }
  }
}

extension Observation.Value {
  /// The counts that decide whether a figure is shown.
  fileprivate var numbers: [Int] {
    switch self {
    case .proportion(let numerator, let denominator): [numerator, denominator]
    case .rate(let numerator, _): [numerator]
    case .count(let count): [count]
    case .change(let change): [change.pairs]
    case .flow(let counts): counts
    }
  }
}

extension [Int] {
  fileprivate mutating func add(_ other: [Int]) {
    if isEmpty { self = other } else { for index in indices { self[index] += other[index] } }
  }
}
