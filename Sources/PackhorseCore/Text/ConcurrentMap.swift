/// Maps items in parallel on at most `jobs` tasks; results come in the order of the items.
///
/// Items are dealt out in contiguous blocks, several for each task, so that uneven work still fills every core.
package func concurrentMap<Item: Sendable, Result: Sendable>(
  _ items: [Item], jobs: Int, _ transform: @escaping @Sendable (Item) async -> Result
) async -> [Result] {
  guard jobs > 1, items.count > 1 else { return await map(items[...], transform) }
  let size = max(1, items.count / (jobs * 8))
  let starts = Array(stride(from: 0, to: items.count, by: size))
  return await withTaskGroup(of: (Int, [Result]).self) { group in
    var blocks = [[Result]](repeating: [], count: starts.count)
    var next = 0
    func start() {
      let block = next
      let range = starts[block]..<min(starts[block] + size, items.count)
      group.addTask { (block, await map(items[range], transform)) }
      next += 1
    }
    while next < min(jobs, starts.count) { start() }
    for await (block, results) in group {
      blocks[block] = results
      if next < starts.count { start() }
    }
    return blocks.flatMap(\.self)
  }
}

private func map<Item, Result>(
  _ items: ArraySlice<Item>, _ transform: (Item) async -> Result
) async -> [Result] {
  var results: [Result] = []
  results.reserveCapacity(items.count)
  for item in items { results.append(await transform(item)) }
  return results
}
