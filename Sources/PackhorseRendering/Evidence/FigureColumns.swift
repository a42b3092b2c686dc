import PackhorseCore

/// The columns of a measure's table: what stands over each, and how a period fills it.
struct FigureColumn {
  let header: String
  let cell: @Sendable (FigureValues, Absence) -> HTML

  /// Between the period, which comes first in every table, and the end.
  static func columns(of measure: Measure, _ text: EvidenceText) -> [FigureColumn] {
    let interval = FigureColumn(header: text.string("table.interval")) { values, absence in
      values.interval ?? values.missing(absence)
    }
    func value(_ header: String) -> FigureColumn {
      FigureColumn(header: header) { values, absence in
        values.value ?? values.span(.value, values.missingWord(absence))
      }
    }
    let numerator = FigureColumn(header: text.capitalised(measure.numerator)) { $0.numerator($1) }
    let denominator = FigureColumn(header: text.capitalised(measure.denominator)) { $0.denominator($1) }
    switch measure.kind {
    case .proportion: return [numerator, denominator, value(text.string("table.value")), interval]
    case .rate:
      let per = text.filled("table.rate", ["per": text.number(measure.per)])
      return [numerator, denominator, value(per), interval]
    case .count: return [numerator]
    case .flow: return flow(measure, text)
    case .meanChange:
      return [denominator] + change(measure, text, value(text.string("table.change")), interval)
    }
  }

  private static func flow(_ measure: Measure, _ text: EvidenceText) -> [FigureColumn] {
    [FigureColumn(header: text.capitalised(measure.denominator)) { $0.numerator($1) }]
      + measure.statuses.enumerated().map { place, status in
        FigureColumn(header: status.title) { values, absence in
          guard case .flow(_, let statuses) = values.figure, statuses.indices.contains(place) else {
            return values.missing(absence)
          }
          let count = values.count(.status(place), statuses[place].people, absence)
          guard let share = statuses[place].share else { return count }
          return values.text.form(
            "table.status",
            [
              "count": count,
              "share": values.span(.statusShare(place), values.text.percent(share.value)),
            ])
        }
      }
  }

  private static func change(
    _ measure: Measure, _ text: EvidenceText, _ value: FigureColumn, _ interval: FigureColumn
  ) -> [FigureColumn] {
    func column(_ key: String, _ cell: @escaping @Sendable (FigureValues, PublishedChange) -> HTML?)
      -> FigureColumn
    {
      let places: KeyValuePairs = [
        "points": text.number(measure.importantPoints ?? 0), "people": measure.denominator,
      ]
      return FigureColumn(header: text.filled("table.\(key)", places)) { values, absence in
        guard case .change(let change) = values.figure else { return values.missing(absence) }
        return cell(values, change) ?? values.missing(absence)
      }
    }
    var columns = [
      FigureColumn(header: text.string("table.pairs")) { $0.pairs($1) }, value, interval,
      column("deviation") { values, change in
        change.deviation.map { values.span(.deviation, values.text.decimal($0, places: 1)) }
      },
      column("mean-before") { values, change in
        change.meanBefore.map { values.span(.meanBefore, values.text.score($0)) }
      },
      column("expected") { values, change in change.expected.map(values.expected) },
    ]
    if measure.importantPoints != nil {
      columns.append(
        column("reached") { values, change in
          change.shareReached.map { values.span(.shareReached, values.text.percent($0.value)) }
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
  func missing(_ absence: Absence) -> HTML { HTML(text: missingWord(absence)) }

  func missingWord(_ absence: Absence) -> String {
    point.isWithheld ? absence.withheld : absence.notAvailable
  }
}
