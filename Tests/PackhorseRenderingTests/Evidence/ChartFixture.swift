import PackhorseCore
import PackhorseTestSupport

@testable import PackhorseRendering

/// Charts of every kind, the same for the same seed, with long and short names, gaps and crowded places.
struct InventedCharts {
  private var numbers: Seeded

  init(seed: Int) {
    numbers = Seeded(seed: UInt64(seed))
  }

  private mutating func pick<Element>(_ elements: [Element]) -> Element {
    elements[Int.random(in: 0..<elements.count, using: &numbers)]
  }

  private mutating func name() -> String {
    let words = [
      "Walking", "A", "of", "Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch", "practice", "—",
    ]
    return (0..<Int.random(in: 1...9, using: &numbers)).map { _ in pick(words) }.joined(separator: " ")
  }

  /// An axis that holds a value, an interval, or both.
  private mutating func estimate() -> Estimate {
    let value = Double.random(in: -2...3, using: &numbers)
    let half = Double.random(in: 0...2, using: &numbers)
    return Estimate(
      value: value, lower95: value - half, upper95: value + half, lower998: value - 2 * half,
      upper998: value + 2 * half)
  }

  mutating func rows() -> RowChart {
    let rows = (0..<Int.random(in: 1...12, using: &numbers)).map { _ -> RowChart.Row in
      let kind = Int.random(in: 0...5, using: &numbers)
      let estimate = kind == 0 ? nil : estimate()
      return RowChart.Row(
        name: name(), printed: kind == 0 ? "withheld" : pick(["−0.4", "1,234 (close to 100%)", "7"]),
        estimate: estimate, hasInterval: kind != 1, expected: kind == 2 ? 0.3...0.9 : nil,
        isOwn: kind != 3, isWithheld: kind == 0)
    }
    let axis = pick([[-5, 0, 5], [-4, -2, 0, 2, 4, 6], [-5.0, -2.5, 0, 2.5, 5]])
    return RowChart(
      mark: pick([.bar, .dot]), rows: rows, axis: axis, marks: axis.map { "\(Int($0 * 1_000)),000" })
  }

  /// A line of any shape.
  mutating func line() -> PublishedSeries {
    let length = pick(Period.Length.allCases)
    let base = Int.random(in: 0...100, using: &numbers)
    let points = (0..<pick([1, 2, 3, 5, 8, 12, 24, 60])).map { index in
      let months = [Period.Length.month: 1, .quarter: 3][length] ?? 12
      let month = 2020 * 12 + 3 * (length == .financialYear ? 1 : 0) + index * months
      let code = Period(length: .month, year: month / 12, part: month % 12 + 1).containing(length)?.code ?? ""
      let drift = Int.random(in: -20...20, using: &numbers)
      switch Int.random(in: 0...9, using: &numbers) {
      case 0: return withheld(code)
      case 1: return missing(code)
      case 2: return rounded(code, min(100, max(0, base + drift)), of: 100, months: 0)
      default: return rounded(code, min(100, max(0, base + drift)), of: 100)
      }
    }
    return series(points)
  }

  mutating func funnel() -> PublishedFunnel {
    let largest = pick([40.0, 300, 12_000])
    let units = (0..<Int.random(in: 5...80, using: &numbers)).map { index in
      PublishedFunnel.Unit(
        area: Area(level: .practice, code: "DEMO\(padded(index, 2))", name: "Practice \(index)"),
        size: Double.random(in: 1...largest, using: &numbers),
        value: Double.random(in: 0...1, using: &numbers), position: pick(FunnelPosition.allCases))
    }
    let limits = (1...40).map { step -> PublishedFunnel.Limits in
      let size = largest * Double(step) / 40
      let half = 0.5 / size.squareRoot()
      return PublishedFunnel.Limits(
        size: size, at95: max(0, 0.5 - half)...min(1, 0.5 + half),
        at998: max(0, 0.5 - 1.6 * half)...min(1, 0.5 + 1.6 * half))
    }
    return PublishedFunnel(
      period: Period(length: .year, year: 2025), units: units, absent: pick([0, 3]), centre: 0.5,
      limits: limits, isOverdispersed: pick([true, false]), sizeAxis: [0, largest / 2, largest],
      valueAxis: [0, 0.25, 0.5, 0.75, 1])
  }

  mutating func controlled() -> PublishedSeries {
    let count = pick([12, 24, 60])
    var control: [PublishedControlChart.Point] = []
    var points: [PublishedPoint] = []
    for index in 0..<count {
      let month = 2020 * 12 + index
      let code = "\(month / 12)-\(padded(month % 12 + 1, 2))"
      guard Int.random(in: 0...9, using: &numbers) > 0 else {
        points.append(pick([withheld(code), missing(code)]))
        control.append(PublishedControlChart.Point(value: nil, limits: nil, signal: nil))
        continue
      }
      let point = rounded(code, Int.random(in: 8...40, using: &numbers), of: 60)
      points.append(point)
      let half = Double.random(in: 0.05...0.25, using: &numbers)
      let signal = PublishedControlChart.Signal(
        rule: pick(SpecialCauseRule.allCases), meaning: pick(SpecialCauseMeaning.allCases))
      control.append(
        PublishedControlChart.Point(
          value: point.figure.value,
          limits: PublishedControlChart.Limits(centre: 0.4, lower: 0.4 - half, upper: 0.4 + half),
          signal: Int.random(in: 0...3, using: &numbers) == 0 ? signal : nil))
    }
    var columns: Set<Int> = []
    for _ in 0..<Int.random(in: 0...12, using: &numbers) {
      columns.insert(Int.random(in: 0..<count, using: &numbers))
    }
    let notes = columns.sorted().map { PublishedControlChart.Note(column: $0, text: name()) }
    var series = series(points)
    series.control = PublishedControlChart(
      kind: .pPrime, points: control, events: Array(notes.dropFirst()),
      rebases: notes.first.map { $0.column > 0 ? [$0] : [] } ?? [], axis: [0, 0.25, 0.5, 0.75])
    return series
  }
}
