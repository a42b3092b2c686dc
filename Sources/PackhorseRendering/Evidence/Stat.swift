package import PackhorseCore

/// What became of a `:stat[…]`.
package enum StatResult: Sendable, Hashable {
  case html(HTML)
  case unknownMeasure(String)
  case unknownPart(String)
  /// Not a period, or none that the measure has figures for.
  case unknownPeriod(String)
}

/// A published figure for the middle of a line: `attended value 2025`.
///
/// A figure that is withheld or missing gives the word for it, so that a text never has a hole.
package func stat(_ request: String, in evidence: PublishedEvidence, text: EvidenceText) -> StatResult {
  switch StatRequest.read(request) {
  case .failure(.unknownPart(let word)): return .unknownPart(word)
  case .failure(.unknownPeriod(let word)): return .unknownPeriod(word)
  case .success(let request):
    guard let series = evidence.series(for: request.measure) else { return .unknownMeasure(request.measure) }
    let point = series.points.first { $0.period == request.period }
    if let period = request.period, point == nil { return .unknownPeriod(period.code) }
    return .html(figure(request, series, point ?? series.latest ?? series.points.last, text))
  }
}

private func figure(
  _ request: StatRequest, _ series: PublishedSeries, _ point: PublishedPoint?, _ text: EvidenceText
) -> HTML {
  if request.part == .sentence { return sentence(series, period: point?.period, text: text) }
  let absence = Absence.words(text)
  guard let point else { return HTML(text: absence.notAvailable) }
  let values = FigureValues(series, point, text)
  let missing = values.span(.value, values.missingWord(absence))
  return switch request.part {
  case .value: sum(values) ?? values.value ?? missing
  case .interval: values.interval ?? missing
  case .numerator: values.numerator(absence)
  case .denominator: values.denominator(absence)
  case .period, .sentence: HTML(text: text.period(point.period))
  }
}

/// The value of a figure of sums, which never stands without how far it may be off.
private func sum(_ values: FigureValues) -> HTML? {
  guard values.point.isSummed, let value = values.value else { return nil }
  guard let interval = values.interval else { return values.numerator(.words(values.text)) }
  return values.text.form("summed.value", ["value": value, "interval": interval])
}
