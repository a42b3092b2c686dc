/// The nodes of a graph that lie on a circle or on a way between two circles, in time linear in its edges.
///
/// Nodes without a way out and then nodes without a way in are taken away until none is left to take.
func circularNodes(_ edges: [String: [String]]) -> Set<String> {
  peeledKeys(reversed(peeled(edges)))
}

/// The keys of a graph from which a circle can be reached.
private func peeledKeys(_ edges: [String: [String]]) -> Set<String> {
  var left = edges.mapValues { targets in targets.count { edges[$0] != nil } }
  let sources = reversed(edges)
  var open = left.filter { $0.value == 0 }.map(\.key)
  while let node = open.popLast() {
    left[node] = nil
    for source in sources[node, default: []] {
      guard let count = left[source] else { continue }
      left[source] = count - 1
      if count == 1 { open.append(source) }
    }
  }
  return Set(left.keys)
}

private func peeled(_ edges: [String: [String]]) -> [String: [String]] {
  let kept = peeledKeys(edges)
  return edges.filter { kept.contains($0.key) }.mapValues { $0.filter(kept.contains) }
}

private func reversed(_ edges: [String: [String]]) -> [String: [String]] {
  var result = edges.mapValues { _ in [String]() }
  for (node, targets) in edges {
    for target in targets { result[target, default: []].append(node) }
  }
  return result
}
