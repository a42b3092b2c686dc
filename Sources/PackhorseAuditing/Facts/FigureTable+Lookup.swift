import PackhorseCore

/// What a name of a published value stands for, by the files of figures.
enum Published: Sendable {
  case withheld
  case absent
  /// A number, and by how much the file may have rounded it.
  case number(Double, rounding: Double)
  /// A sign of the file that is neither a number nor `[c]` or `[x]`, or no such figure.
  case unknown
  /// A figure that the file does not hold, as the limits of a control chart.
  case derived
}

extension FigureTable {
  /// The place and the column of `attended.DEMO01.2025-Q3.numerator`; nil where it is no such name.
  func place(of id: String) -> (place: Place, column: String)? {
    let parts = id.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
    guard parts.count == 4, let period = Period(parts[2]) else { return nil }
    return (Place(measure: parts[0], area: parts[1], period: period), parts[3])
  }

  func published(_ id: String) -> Published {
    guard let (place, column) = place(of: id) else { return .unknown }
    if column.hasPrefix("process_") { return .derived }
    if let together = together(place, column) { return together }
    guard let rows = rows[place], let first = rows.first else { return .unknown }
    switch column {
    case "months", "all_months", "practices", "all_practices": return .derived
    case "numerator" where first.statistic.hasPrefix("flow"), "value" where first.statistic.hasPrefix("flow"):
      return published(first.denominator)
    default: break
    }
    if let status = number(after: "status_", column) ?? number(after: "share_", column) {
      guard rows.indices.contains(status - 1) else { return .unknown }
      let row = rows[status - 1]
      return column.hasPrefix("status_") ? published(row.numerator) : published(row.written["value"])
    }
    if rows.contains(where: { $0.statistic == "mean-change" }) { return change(rows, column) }
    return published(column, of: first)
  }

  /// A column of one row; of a sum also the ends between which it lies.
  private func published(_ column: String, of row: Row) -> Published {
    switch column {
    case "numerator": published(row.numerator)
    case "value" where row.statistic == "count": published(row.numerator)
    case "denominator": published(row.denominator)
    case "numerator_fewest": end(row.numerator, \.least)
    case "numerator_most": end(row.numerator, \.most)
    case "denominator_fewest": end(row.denominator, \.least)
    case "denominator_most": end(row.denominator, \.most)
    case "value", "lower_95", "upper_95", "lower_998", "upper_998": published(row.written[column])
    default: .unknown
    }
  }

  /// A column of a mean change, which has several rows.
  private func change(_ rows: [Row], _ column: String) -> Published {
    func row(_ statistic: String) -> Row? { rows.first { $0.statistic == statistic } }
    let (pairs, reached) = (row("both-scores"), row("important-change"))
    switch column {
    case "value", "lower_95", "upper_95": return published(row("mean-change")?.written[column])
    case "deviation": return published(row("mean-change")?.written["sd"])
    case "covered": return published(row("mean-change")?.n)
    case "mean_before": return published(row("mean-before")?.written["value"])
    case "least_expected": return published(row("expected-without-effect")?.written["lower_95"])
    case "most_expected": return published(row("expected-without-effect")?.written["upper_95"])
    case "reached": return published(reached?.numerator)
    case "share_reached": return published(reached?.written["value"])
    case "fewest_reached", "most_reached": return bounds(pairs, reached, isMost: column == "most_reached")
    default: return pairs.map { published(column, of: $0) } ?? .unknown
    }
  }

  /// The share of everybody who changed for the better, had none or all of the others.
  private func bounds(_ pairs: Row?, _ reached: Row?, isMost: Bool) -> Published {
    guard case .number(let people, _) = pairs?.denominator, case .number(let both, _) = pairs?.numerator,
      case .number(let better, _) = reached?.numerator, people > 0
    else { return .unknown }
    let share = Double(isMost ? better + people - both : better) / Double(people)
    return .number(max(0, min(1, share)), rounding: 0)
  }

  /// What the practices of an area have together, of those whose figure is shown; a funnel takes whole periods alone.
  private func together(_ place: Place, _ column: String) -> Published? {
    guard ["practices_shown", "funnel_practices", "funnel_absent", "funnel_centre"].contains(column) else {
      return nil
    }
    let figures = practices(of: place.area).compactMap { code in
      rows[Place(measure: place.measure, area: code, period: place.period)]?.first
    }
    let all = figures.filter { Double($0.written["value"] ?? "") != nil }
    let shown = column == "practices_shown" ? all : all.filter { !$0.isPartial }
    if column.hasSuffix("practices") || column == "practices_shown" {
      return .number(Double(shown.count), rounding: 0)
    }
    if column == "funnel_absent" { return .number(Double(figures.count - shown.count), rounding: 0) }
    // A rate is one for so many people, which its own value tells.
    let counts = shown.compactMap { row -> (Double, Double, Double)? in
      guard case .number(let part, _) = row.numerator, case .number(let whole, _) = row.denominator,
        let value = row.written["value"].flatMap(Double.init)
      else { return nil }
      return (Double(part), Double(whole), value)
    }
    let whole = counts.reduce(0) { $0 + $1.1 }
    guard whole > 0, let largest = counts.max(by: { $0.0 < $1.0 }), largest.0 > 0 else { return .derived }
    let per = largest.2 * largest.1 / largest.0
    let centre = counts.reduce(0) { $0 + $1.0 } / whole * per
    return .number(centre, rounding: centre * 0.001)
  }

  private func published(_ told: Told?) -> Published {
    switch told {
    case .withheld: .withheld
    case .absent: .absent
    case .number(let number, _): .number(Double(number), rounding: 0)
    case nil: .unknown
    }
  }

  private func published(_ written: String?) -> Published {
    switch written {
    case "[c]": .withheld
    case "[x]": .absent
    case let text?: Double(text).map { .number($0, rounding: Self.rounding(of: text)) } ?? .unknown
    case nil: .unknown
    }
  }

  private func end(_ told: Told?, _ end: KeyPath<Span, Int>) -> Published {
    guard case .number(_, let span) = told else { return .unknown }
    return .number(Double(span[keyPath: end]), rounding: 0)
  }

  private func number(after prefix: String, _ column: String) -> Int? {
    column.hasPrefix(prefix) ? Int(column.dropFirst(prefix.count)) : nil
  }

  /// Half a unit of the last digit that is written.
  static func rounding(of written: String) -> Double {
    let places = written.split(separator: ".").dropFirst().first?.count ?? 0
    return 0.5 / (0..<places).reduce(1.0) { parts, _ in parts * 10 }
  }
}
