import PackhorseCore

/// The columns of a measure's table between the row headers and the end, with signs for what is not there.
extension FigureColumn<FigureValues> {
  static func columns(of measure: Measure, _ text: EvidenceText) -> [FigureColumn] {
    let absence = Absence.signs(text)
    let interval = FigureColumn(header: text.string("table.interval")) { values, writer in
      if let estimate = values.figure.estimate {
        values.write(intervalOf: estimate, to: &writer)
      } else {
        writer.write(text: values.missingWord(absence))
      }
    }
    func value(_ header: String) -> FigureColumn {
      FigureColumn(header: header) { values, writer in
        values.writeValue(orElse: values.missingWord(absence), to: &writer)
      }
    }
    func counted(_ people: String) -> FigureColumn {
      FigureColumn(header: text.capitalised(people)) { values, writer in
        values.write(.numerator, values.figure.numerator, absence, to: &writer)
      }
    }
    let numerator = counted(measure.numerator)
    let denominator = FigureColumn(header: text.capitalised(measure.denominator)) { values, writer in
      values.write(.denominator, values.figure.denominator ?? .notAvailable, absence, to: &writer)
    }
    switch measure.kind {
    case .proportion: return [numerator, denominator, value(text.string("table.value")), interval]
    case .rate:
      let per = text.filled("table.rate", ["per": text.number(measure.per)])
      return [numerator, denominator, value(per), interval]
    case .count: return [numerator]
    case .flow: return [counted(measure.denominator)] + statuses(of: measure, text, absence)
    case .meanChange:
      return [denominator]
        + change(measure, text, absence, value(text.string("table.change")), interval)
    }
  }

  private static func statuses(
    of measure: Measure, _ text: EvidenceText, _ absence: Absence
  ) -> [FigureColumn] {
    measure.statuses.enumerated().map { place, status in
      FigureColumn(header: status.title) { values, writer in
        guard case .flow(_, let statuses) = values.figure, statuses.indices.contains(place) else {
          return writer.write(text: values.missingWord(absence))
        }
        let count = values.count(.status(place), statuses[place].people, absence)
        guard let share = statuses[place].share else { return writer.write(count) }
        let printed = values.span(.statusShare(place), text.percent(share.value))
        writer.write(text.form("table.status", ["count": count, "share": printed]))
      }
    }
  }

  private static func change(
    _ measure: Measure, _ text: EvidenceText, _ absence: Absence, _ value: FigureColumn,
    _ interval: FigureColumn
  ) -> [FigureColumn] {
    func column(_ key: String, _ cell: @escaping (FigureValues, PublishedChange) -> HTML?) -> FigureColumn {
      let places: KeyValuePairs = [
        "points": text.number(measure.importantPoints ?? 0), "people": measure.denominator,
      ]
      return FigureColumn(header: text.filled("table.\(key)", places)) { values, writer in
        if case .change(let change) = values.figure, let cell = cell(values, change) {
          writer.write(cell)
        } else {
          writer.write(text: values.missingWord(absence))
        }
      }
    }
    var columns = [
      FigureColumn(header: text.string("table.pairs")) { $1.write($0.pairs(absence)) }, value, interval,
      column("deviation") { values, change in
        change.deviation.map { values.span(.deviation, text.decimal($0, places: 1)) }
      },
      column("mean-before") { values, change in
        change.meanBefore.map { values.span(.meanBefore, text.decimal($0, places: 1)) }
      },
      column("expected") { values, change in change.expected.map(values.expected) },
    ]
    if measure.importantPoints != nil {
      columns.append(
        column("reached") { values, change in
          change.shareReached.map { values.span(.shareReached, text.percent($0.value)) }
        })
      columns.append(
        column("bounds") { values, change in change.boundsForTheMissing.map(values.bounds) })
    }
    return columns
  }
}

extension FigureValues {
  /// People with both scores, and how many of them the mean covers where it does not cover all.
  fileprivate func pairs(_ absence: Absence) -> HTML {
    guard case .change(let change) = figure, let covered = change.pairsOfPractices?.shown else {
      return numerator(absence)
    }
    return text.form(
      "table.pairs-covered",
      ["count": numerator(absence), "covered": span(.covered, text.number(covered))])
  }

  /// What stands for a figure that is not there.
  func missingWord(_ absence: Absence) -> String {
    point.isWithheld ? absence.withheld : absence.notAvailable
  }
}
