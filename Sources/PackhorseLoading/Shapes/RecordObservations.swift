import PackhorseCore

extension RecordFold {
  /// What was counted, by practice, period and measure, in this order.
  ///
  /// Of the first and last period only the months count as covered that the file reaches into.
  func observations(of measures: [Located<Measure>], path: String) -> [Observation] {
    let names = columns.statuses.map { String(decoding: $0, as: UTF8.self) }
    let groups = sums.groups
    let order = groups.keys.indices.sorted {
      (groups.keys[$0].code, groups.keys[$0].period) < (groups.keys[$1].code, groups.keys[$1].period)
    }
    var found: [Observation] = []
    found.reserveCapacity(order.count * measures.count)
    for group in order {
      let code = unpackedCode(groups.keys[group].code)
      let period = period(groups.keys[group])
      let practice = Located(code, at: sums.places[group].span(length: code.utf8.count, in: path))
      let numbers = sums.numbers[(group * columns.width)..<((group + 1) * columns.width)]
      var scores = 0
      for measure in measures {
        let value = value(of: measure.value, numbers, names, scores)
        if measure.value.kind == .meanChange { scores += 1 }
        found.append(
          Observation(
            practice: practice, period: period, measure: measure.map(\.id), value: value,
            months: months(of: period)))
      }
    }
    return found
  }

  private func period(_ key: GroupTable.Key) -> Period {
    let (year, month) = (Int(key.period) / 12, Int(key.period) % 12)
    return columns.isByMonth
      ? Period(length: .month, year: year, part: month + 1)
      : Period(length: .quarter, year: year, part: month / 3 + 1)
  }

  private func months(of period: Period) -> Int {
    (0..<period.months).reduce(0) { bits, month in
      (first...last).contains(period.firstMonth + month) ? bits | 1 << month : bits
    }
  }

  /// The practices and periods of the records.
  func describe(in summary: inout TableSummary) {
    summary.rows = rows
    summary.practices = Set(sums.groups.keys.map(\.code)).count
    guard first <= last else { return }
    summary.firstPeriod = Period(length: .month, year: first / 12, part: first % 12 + 1)
    summary.lastPeriod = Period(length: .month, year: last / 12, part: last % 12 + 1)
  }

  /// `scores` is the place of the measure's scores among those of the file.
  private func value(
    of measure: Measure, _ numbers: ArraySlice<Int>, _ names: [String], _ scores: Int
  ) -> Observation.Value {
    let people = numbers[numbers.startIndex]
    func count(_ word: String) -> Int {
      names.firstIndex(of: word).map { numbers[numbers.startIndex + 1 + $0] } ?? 0
    }
    let counted = measure.countedStatuses
    let part = counted.isEmpty ? people : Set(counted).reduce(0) { $0 + count($1) }
    return switch measure.kind {
    case .proportion: .proportion(numerator: part, denominator: people)
    case .rate: .rate(numerator: part, listSize: nil)
    case .count: .count(part)
    case .flow: .flow(measure.statuses.map { count($0.word) })
    case .meanChange:
      .change(change(numbers.dropFirst(1 + names.count + 6 * scores).prefix(6), of: people, scores))
    }
  }

  private func change(_ numbers: ArraySlice<Int>, of people: Int, _ scores: Int) -> ChangeSummary {
    let numbers = Array(numbers)
    var change = ChangeSummary()
    change.people = people
    change.before = numbers[0]
    change.pairs = numbers[1]
    change.sum = Double(numbers[2])
    change.sumOfSquares = Double(numbers[3])
    change.sumBefore = Double(numbers[4])
    change.reached = columns.scores[scores].important == nil ? nil : numbers[5]
    return change
  }
}

extension Measure {
  /// True where figures of any level are for months.
  var isPublishedByMonth: Bool { AreaLevel.allCases.contains { periodLength(for: $0) == .month } }
}
