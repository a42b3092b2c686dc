/// What `:stat[…]` asks for, read from its text: a measure, then a part, then a period, the last two optional.
package struct StatRequest: Sendable, Hashable {
  package enum Part: String, Sendable, Hashable, CaseIterable {
    case sentence, value, interval, numerator, denominator, period
  }

  /// The word that could not be read.
  package enum Fault: Error, Sendable, Hashable {
    case unknownPart(String)
    case unknownPeriod(String)
  }

  /// As written; empty where nothing is.
  package var measure: String
  package var part: Part
  /// Nil for the latest published period.
  package var period: Period?

  /// Reads `attended`, `attended value`, `attended value 2025` and, for a sentence, `attended 2025`.
  package static func read(_ text: String) -> Result<StatRequest, Fault> {
    let words = text.split(whereSeparator: \.isWhitespace).map(String.init)
    var request = StatRequest(measure: words.first ?? "", part: .sentence)
    var rest = words.dropFirst()
    if let part = rest.first.flatMap(Part.init(rawValue:)) {
      request.part = part
      rest = rest.dropFirst()
    } else if let word = rest.first, Period(word) == nil {
      return .failure(.unknownPart(word))
    }
    guard !rest.isEmpty else { return .success(request) }
    let period = rest.joined(separator: " ")
    request.period = Period(period)
    return request.period == nil ? .failure(.unknownPeriod(period)) : .success(request)
  }
}
