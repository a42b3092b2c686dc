import PackhorseCore

/// Holds the file of figures against the rules by which it says it was made.
///
/// Counts of 1 to 7 are withheld and others rounded to the nearest 5; a share and its interval follow from the counts
/// that are shown and from nothing else.
func checkTable(_ table: FigureTable) -> [Diagnostic] {
  var found = table.unreadable.map { path, line in
    Diagnostic.leak(
      "unreadable-figure", "Line \(line) of the figures cannot be read", in: path, line: line,
      because: "What cannot be read cannot be checked.", suggestion: "build the site again")
  }
  if table.hasAreasOfPractices, table.parents.isEmpty {
    found.append(
      .leak(
        "unknown-areas", "Nothing says which areas add up", in: FigureTable.areasPath,
        because: "Sums of practices could give a withheld count away, and cannot be checked.",
        suggestion: "build the site again, which writes \(FigureTable.areasPath)"))
  }
  let rows = table.rows.flatMap { place, rows in rows.map { (place, $0) } }
  let exact = rows.flatMap { unrounded($1, $0) }
  // Where counts are exact, everything else follows from them.
  let hasSums = table.hasSums
  found += exact.isEmpty ? rows.compactMap { derived($1, $0, hasSums: hasSums) } : exact
  return found
}

private func name(_ place: FigureTable.Place, _ column: String) -> String {
  "'\(column)' of '\(place.measure)' for '\(place.area)' in \(place.period.code)"
}

private func unrounded(_ row: FigureTable.Row, _ place: FigureTable.Place) -> [Diagnostic] {
  // The people on a list are public, so a rate has its denominator as it is.
  let counts = [
    ("n", row.n), ("numerator", row.numerator),
    ("denominator", row.statistic == "rate" ? nil : row.denominator),
  ]
  return counts.compactMap { column, told in
    guard case .number(let number, let span) = told, number > 0, span.least == span.most
    else { return nil }
    return .leak(
      "count-not-rounded", "Count \(name(place, column)) is not rounded", in: FigureTable.path,
      line: row.line,
      because:
        "Counts of 1 to 7 are withheld and all others rounded to the nearest 5; an exact one tells of people.",
      suggestion: "publish without 'disclosure: none', and build the site again")
  }
}

/// A share or an interval that does not follow from the counts beside it.
private func derived(_ row: FigureTable.Row, _ place: FigureTable.Place, hasSums: Bool) -> Diagnostic? {
  guard let numerator = row.numerator, let denominator = row.denominator, row.statistic != "both-scores"
  else {
    return nil
  }
  let written = row.written.filter { Double($0.value) != nil }
  let shown = (numerator.shown, denominator.shown)
  guard case (let (part, parts)?, let (whole, wholes)?) = shown else {
    guard !written.isEmpty else { return nil }
    return .leak(
      "share-of-withheld", "A number of \(name(place, row.statistic)) is told although its count is withheld",
      in: FigureTable.path, line: row.line,
      because: "A share together with a count tells the other count.", suggestion: "build the site again")
  }
  guard row.statistic != "rate", whole > 0 else { return nil }
  var expected = ["value": Double(part) / Double(whole)]
  // How far sums may be off together depends on the cells that they are made of, which nobody is told.
  if !hasSums {
    expected.merge(wilson(parts, wholes)) { first, _ in first }
  }
  let wrong = expected.keys.sorted().first { column in
    guard let text = written[column], let value = Double(text), let wanted = expected[column] else {
      return false
    }
    return abs(value - wanted) > FigureTable.rounding(of: text) + 1e-6
  }
  return wrong.map { column in
    .leak(
      "figure-of-other-counts", "Number \(name(place, column)) does not follow from the counts beside it",
      in: FigureTable.path, line: row.line,
      because:
        "It was made from other counts than those that are published, which can be worked out from it.",
      suggestion: "build the site again; figures are made from published counts alone")
  }
}

extension Told {
  /// The number that is shown and what it may stand for; nil for a sign.
  var shown: (Int, Span)? {
    if case .number(let number, let span) = self { (number, span) } else { nil }
  }
}

/// The widest Wilson limits over all counts that may stand behind a share (Wilson 1927): the lowest for the fewest of the
/// most, the highest for the most of the fewest.
private func wilson(_ parts: Span, _ wholes: Span) -> [String: Double] {
  func limits(_ z: Double) -> (Double, Double) {
    (
      limit(Double(min(parts.least, wholes.most)), Double(wholes.most), -z),
      limit(Double(min(parts.most, wholes.least)), Double(wholes.least), z)
    )
  }
  func limit(_ x: Double, _ n: Double, _ z: Double) -> Double {
    let share = x / n
    let spread = (share * (1 - share) / n + z * z / (4 * n * n)).squareRoot()
    let end = (share + z * z / (2 * n) + (z < 0 ? -1 : 1) * abs(z) * spread) / (1 + z * z / n)
    return max(0, min(1, end))
  }
  let (near, far) = (limits(1.959963984540054), limits(3.090232306167813))
  return ["lower_95": near.0, "upper_95": near.1, "lower_998": far.0, "upper_998": far.1]
}
