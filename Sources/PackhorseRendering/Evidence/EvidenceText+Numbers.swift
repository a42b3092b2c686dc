import PackhorseCore

extension EvidenceText {
  /// A value of a measure as its pages print it: a percentage, a rate, a change with its sign, a whole number.
  func value(_ value: Double, of measure: Measure) -> String {
    switch measure.kind {
    case .proportion: percent(value)
    case .rate: rate(value)
    case .meanChange: signed(value)
    case .count, .flow: decimal(value, places: 0)
    }
  }

  /// The value of a point; a share is "close to 100%" where rounded counts are equal and a few may be missing from all.
  func value(_ point: PublishedPoint, _ estimate: Estimate, _ measure: Measure) -> String {
    let value = value(estimate.value, of: measure)
    return point.isAllRounded ? filled("percent.all-rounded", ["value": value]) : value
  }

  /// Writes the value of a point.
  func write(
    _ point: PublishedPoint, _ estimate: Estimate, _ shared: SharedMeasure, to writer: inout ByteWriter
  ) {
    if point.isAllRounded {
      writer.write(text: value(point, estimate, shared.measure))
    } else {
      write(estimate.value, of: shared, to: &writer)
    }
  }

  /// Writes a value of a measure as its pages print it.
  func write(_ value: Double, of shared: SharedMeasure, to writer: inout ByteWriter) {
    // The measure is not handed on: a copy would count a reference to each of its texts.
    if shared.measure.kind == .proportion {
      write(percent: value, to: &writer)
    } else {
      writer.write(text: self.value(value, of: shared.measure))
    }
  }

  /// The marks of an axis, all with the decimals that their step needs.
  func axisMarks(_ values: [Double], of measure: Measure) -> [String] {
    if measure.kind == .proportion { return values.map(percent) }
    let step = values.count > 1 ? values[1] - values[0] : 1
    let places = (0...6).first { places in
      let parts = (0..<places).reduce(step) { parts, _ in parts * 10 }
      return abs(parts - parts.rounded()) < 1e-6
    }
    return values.map { value in
      measure.kind == .meanChange
        ? signed(value, places: places ?? 6) : decimal(value, places: places ?? 6)
    }
  }

  /// A rate with two or three digits that say something; one above 0 is never printed as 0.
  private func rate(_ value: Double) -> String {
    if value > 0, value < 0.0005 { return filled("percent.under", ["value": decimal(0.001, places: 3)]) }
    return decimal(
      value, places: value >= 99.95 || value == 0 ? 0 : value >= 0.995 ? 1 : value >= 0.0995 ? 2 : 3)
  }

  /// A change with its sign, to one decimal; no change has none.
  func signed(_ value: Double, places: Int = 1) -> String {
    let number = decimal(value, places: places)
    return value < 0 || isNothing(number) ? number : filled("number.plus", ["number": number])
  }

  /// A number with so many decimals, halves away from 0; what is printed as 0 has no sign.
  func decimal(_ value: Double, places: Int) -> String {
    let parts = (0..<places).reduce(1) { parts, _ in parts * 10 }
    let units = Int(((abs(value) * Double(parts) * 1e5).rounded() / 1e5).rounded())
    let whole = number(units / parts)
    let digits = places == 0 ? whole : whole + string("number.point") + padded(units % parts, places)
    return value < 0 && !isNothing(digits) ? filled("number.minus", ["number": digits]) : digits
  }

  private func isNothing(_ digits: String) -> Bool { digits.allSatisfy { !$0.isNumber || $0 == "0" } }
}

extension PublishedPoint {
  /// Of all people, by counts that are not exact: a few may be missing.
  fileprivate var isAllRounded: Bool {
    guard case .proportion(let count, _, let share?) = figure else { return false }
    return count.isInexact && share.value == 1
  }
}
