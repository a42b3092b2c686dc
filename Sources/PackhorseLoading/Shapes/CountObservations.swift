import PackhorseCore

extension CountFold {
  /// Groups by practice and then by the beginning of their period.
  var inOrder: [(key: GroupTable.Key, group: Group)] {
    zip(table.keys, groups).map { ($0, $1) }.sorted {
      ($0.key.code, $0.key.period) < ($1.key.code, $1.key.period)
    }
  }

  /// What was counted for a measure; nothing where the file hides a figure.
  ///
  /// Of counts that run from 1 April, a month is the difference to the month before, where both are shown.
  func observations(
    of measure: Located<Measure>, isCumulative: Bool, path: String
  ) -> Outcome<[Observation]> {
    var found = Outcome<[Observation]>([])
    var last: (key: GroupTable.Key, group: Group)?
    for (key, group) in inOrder {
      guard let period = Period(packed: key.period) else { continue }
      let code = unpackedCode(key.code)
      let practice = Located(code, at: group.place.span(length: code.utf8.count, in: path))
      var counted: Group? = group.isHidden ? nil : group
      if isCumulative {
        let year = period.containing(.financialYear)
        let isFirst = period.firstMonth == year?.firstMonth
        let before = last.flatMap { last -> Group? in
          guard last.key.code == key.code, let other = Period(packed: last.key.period),
            other.containing(.financialYear) == year, !last.group.isHidden
          else { return nil }
          if let shown = counted, shown.numerator < last.group.numerator {
            found.diagnostics.append(.cumulativeFalls(period, measure.value.id, at: practice.span))
          }
          return other.firstMonth + 1 == period.firstMonth ? last.group : nil
        }
        if let shown = counted, !isFirst { counted = before.map { shown.less($0) } }
        if !group.isHidden || last?.key.code != key.code { last = (key, group) }
      }
      guard let counted, counted.numerator >= 0 else { continue }
      found.value.append(
        Observation(
          practice: practice, period: period, measure: measure.map(\.id),
          value: value(of: measure.value, counted)))
    }
    return found
  }

  private func value(of measure: Measure, _ group: Group) -> Observation.Value {
    switch measure.kind {
    case .proportion: .proportion(numerator: group.numerator, denominator: group.denominator)
    case .rate:
      .rate(numerator: group.numerator, listSize: columns.denominator == nil ? nil : group.denominator)
    case .count, .meanChange, .flow: .count(group.numerator)
    }
  }
}

extension CountFold.Group {
  fileprivate func less(_ earlier: CountFold.Group) -> CountFold.Group {
    var group = self
    group.numerator -= earlier.numerator
    return group
  }
}

extension Diagnostic {
  fileprivate static func cumulativeFalls(_ period: Period, _ measure: String, at span: SourceSpan)
    -> Diagnostic
  {
    Diagnostic(
      .error, "cumulative-falls", "\(period.code) of '\(measure)' is lower than the month before it",
      at: span,
      because:
        "These counts run from 1 April and cannot fall; rows that count one month may stand among them.",
      suggestion: "keep one kind of row, and say 'cumulative: true' or 'cumulative: false' in sources.yml")
  }
}
