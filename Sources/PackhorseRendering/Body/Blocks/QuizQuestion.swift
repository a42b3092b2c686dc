import PackhorseCore

/// A question of a quiz.
struct QuizQuestion {
  let id: String
  let number: Int
  let kind: QuizKind
  let isShuffled: Bool

  /// What is shown, in the order in which it is shown: mixed by the question's own name, so that everybody sees one
  /// order, on paper too.
  ///
  /// Items to put in order never stand in the right one.
  func arranged(_ items: [Int]) -> [Int] {
    guard isShuffled || kind == .order || kind == .match else { return items }
    let mixed = items.enumerated().sorted { digest(of: $0.offset) < digest(of: $1.offset) }.map(\.element)
    guard kind == .order, mixed == items else { return mixed }
    return Array(mixed.dropFirst() + mixed.prefix(1))
  }

  private func digest(of place: Int) -> UInt64 {
    var builder = DigestBuilder()
    builder.add(id)
    builder.add(place)
    return builder.digest.low
  }
}
