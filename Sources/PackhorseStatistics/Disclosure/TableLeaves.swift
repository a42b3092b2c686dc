import PackhorseCore

/// The finest rows that a table's counts are sums of: people of one practice, measure and row of the data, by how far they came.
struct TableLeaves {
  struct Leaf {
    var measure, area: Int
    /// The code of the practice.
    var practice: String
    /// The area that the practice was a part of when the row's period began.
    var whole: Int?
    var period: Period
    var steps: [Int]
    /// Where its steps stand among the table's atoms.
    var atoms: Range<Int>
  }

  /// A row of a measure: the code of its practice, and its atoms.
  typealias Row = (practice: String, period: Period, atoms: Range<Int>)

  private(set) var leaves: [Leaf] = []
  /// The areas, the finest first, then by code.
  let family: [Int]
  private var above: [Int: Set<Int>] = [:]

  /// The rows of a family of areas within periods, measures in order.
  init(_ measures: [[MeasuredArea]], _ family: [Int], _ periods: [Period]) {
    let areas = measures.first ?? []
    self.family = family.sorted { areas[$0].area < areas[$1].area }
    let span = periods.reduce(into: Set<Int>()) { $0.formUnion($1.monthNumbers) }
    var start = 0
    for measure in measures.indices {
      for area in self.family {
        let rows = measures[measure][area].rows.filter { span.contains($0.key.firstMonth) }
        for (period, counts) in rows.sorted(by: { $0.key < $1.key }) {
          let steps = counts.steps
          leaves.append(
            Leaf(
              measure: measure, area: area, practice: areas[area].area.code,
              whole: areas[area].placings.whole(in: period.firstMonth),
              period: period, steps: steps, atoms: start..<start + steps.count))
          start += steps.count
        }
      }
    }
    for area in family { above[area] = Set(areas.chain(from: area)) }
  }

  /// The rows of a measure that count people of an area.
  func rows(of measure: Int, in area: Int) -> [Row] {
    leaves.filter { $0.measure == measure && counts($0, in: area) }
      .map { ($0.practice, $0.period, $0.atoms) }
  }

  private func counts(_ leaf: Leaf, in area: Int) -> Bool {
    leaf.area == area || leaf.whole.flatMap { above[$0] }?.contains(area) == true
  }

  /// The rows of a measure that the area itself has: none but a practice has any.
  func ownRows(of measure: Int, in area: Int) -> [(period: Period, atoms: Range<Int>)] {
    leaves.filter { $0.measure == measure && $0.area == area }.map { ($0.period, $0.atoms) }
  }
}
