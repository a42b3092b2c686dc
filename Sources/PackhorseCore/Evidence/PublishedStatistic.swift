/// Which figure of a measure a row of published figures holds, by the word that the file has for it.
package enum PublishedStatistic: Hashable, Sendable {
  /// The figure itself, named for the kind of its measure.
  case figure(Measure.Kind)
  /// People of a flow who came as far as a status, by its word in the data.
  case status(String)
  /// Of a mean change.
  case meanBefore, expectedWithoutEffect, bothScores, importantChange

  private static let words: [(word: String, statistic: PublishedStatistic)] =
    [
      ("mean-before", .meanBefore), ("expected-without-effect", .expectedWithoutEffect),
      ("both-scores", .bothScores), ("important-change", .importantChange),
    ] + Measure.Kind.allCases.filter { $0 != .flow }.map { ($0.rawValue, .figure($0)) }

  private static let statusPrefix = "\(Measure.Kind.flow.rawValue): "

  /// Nil for a word that no such file has.
  package init?(word: String) {
    if word.hasPrefix(Self.statusPrefix) {
      self = .status(String(word.dropFirst(Self.statusPrefix.count)))
    } else if let known = Self.words.first(where: { $0.word == word }) {
      self = known.statistic
    } else {
      return nil
    }
  }

  package var word: String {
    if case .status(let status) = self { return Self.statusPrefix + status }
    return Self.words.first { $0.statistic == self }?.word ?? Measure.Kind.flow.rawValue
  }
}
