/// The candidate that a mistyped word most likely meant, or nil where none is close.
///
/// Close means an edit distance (optimal string alignment: insertions, deletions, substitutions and swaps of
/// neighbours) of at most a third of the word's length and never more than three. Ties go to the first candidate in
/// alphabetical order, so that a message never depends on the order of a set.
package func nearMiss(for word: String, in candidates: some Sequence<String>) -> String? {
  let limit = min(3, max(1, word.utf8.count / 3))
  let folded = Array(word.lowercased().utf8)
  guard folded.count <= 200 else { return nil }
  var best: (distance: Int, candidate: String)?
  for candidate in candidates where candidate != word {
    // Small letters may take a few bytes more or less than capitals.
    guard abs(candidate.utf8.count - folded.count) <= 2 * limit else { continue }
    let other = Array(candidate.lowercased().utf8)
    guard let distance = editDistance(folded, other, atMost: limit) else { continue }
    if let current = best, (current.distance, current.candidate) <= (distance, candidate) { continue }
    best = (distance, candidate)
  }
  return best?.candidate
}

/// The edit distance, or nil where it is more than a limit: only cells so near the diagonal are looked at.
private func editDistance(_ one: [UInt8], _ other: [UInt8], atMost limit: Int) -> Int? {
  guard abs(one.count - other.count) <= limit else { return nil }
  let far = limit + 1
  var beforePrevious = [Int](repeating: far, count: other.count + 1)
  var previous = (0...other.count).map { min($0, far) }
  var current = beforePrevious
  for i in 0..<one.count {
    for index in current.indices { current[index] = far }
    if i < limit { current[0] = i + 1 }
    for j in max(0, i - limit)..<max(0, i - limit, min(other.count, i + limit + 1)) {
      let substituted = previous[j] + (one[i] == other[j] ? 0 : 1)
      current[j + 1] = min(previous[j + 1] + 1, current[j] + 1, substituted)
      if i > 0, j > 0, one[i] == other[j - 1], one[i - 1] == other[j] {
        current[j + 1] = min(current[j + 1], beforePrevious[j - 1] + 1)
      }
    }
    guard current.contains(where: { $0 <= limit }) else { return nil }
    (beforePrevious, previous, current) = (previous, current, beforePrevious)
  }
  return previous[other.count] <= limit ? previous[other.count] : nil
}
