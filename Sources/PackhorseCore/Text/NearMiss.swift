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
    let other = Array(candidate.lowercased().utf8)
    guard abs(other.count - folded.count) <= limit else { continue }
    let distance = editDistance(folded, other)
    guard distance <= limit else { continue }
    if let current = best, (current.distance, current.candidate) <= (distance, candidate) { continue }
    best = (distance, candidate)
  }
  return best?.candidate
}

private func editDistance(_ one: [UInt8], _ other: [UInt8]) -> Int {
  guard !one.isEmpty, !other.isEmpty else { return max(one.count, other.count) }
  var beforePrevious = [Int](repeating: 0, count: other.count + 1)
  var previous = Array(0...other.count)
  var current = previous
  for i in 1...one.count {
    current[0] = i
    for j in 1...other.count {
      let cost = one[i - 1] == other[j - 1] ? 0 : 1
      current[j] = min(previous[j] + 1, current[j - 1] + 1, previous[j - 1] + cost)
      if i > 1, j > 1, one[i - 1] == other[j - 2], one[i - 2] == other[j - 1] {
        current[j] = min(current[j], beforePrevious[j - 2] + 1)
      }
    }
    (beforePrevious, previous, current) = (previous, current, beforePrevious)
  }
  return previous[other.count]
}
