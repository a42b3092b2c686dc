import PackhorseCore

extension PageBinder {
  /// Two rates that can stand one above the other: both known, and published by periods of one length.
  mutating func bindPrescribing(_ block: Directive) {
    checkFigures(at: block.span)
    let named = [block.arguments["prescribing"], block.arguments["referral"]].compactMap(\.self)
    for name in named {
      check(name, among: names.measures, as: "measure")
      if let measure = names.measuresByID[name.value], measure.kind != .rate {
        report(.noRate(name, measure))
      }
    }
    guard let last = named.last else { return }
    let measures = named.compactMap { names.measuresByID[$0.value] }
    let lengths = measures.map { measure in AreaLevel.allCases.map(measure.periodLength) }
    if Set(lengths).count > 1 { report(.differentPeriods(last, measures)) }
  }
}

extension Diagnostic {
  fileprivate static func noRate(_ name: Located<String>, _ measure: Measure) -> Diagnostic {
    Diagnostic(
      .error, "not-beside-each-other", "'\(measure.id)' is no rate", at: name.span,
      because:
        "Its type is '\(measure.kind.rawValue)'. Items and referrals are held against the people on the list.",
      suggestion: "name a measure of type 'rate'")
  }

  fileprivate static func differentPeriods(_ name: Located<String>, _ measures: [Measure]) -> Diagnostic {
    Diagnostic(
      .error, "not-beside-each-other",
      "Periods of \(measures.map { "'\($0.id)'" }.joined(separator: " and ")) differ in length",
      at: name.span,
      because: "The two charts stand over the same periods.",
      suggestion: "give both the same 'publish-by' in measures.yml")
  }
}
