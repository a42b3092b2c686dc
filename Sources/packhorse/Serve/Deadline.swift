/// A piece of work that took longer than it may.
struct DeadlinePassed: Error {}

/// Does some work, and gives it up after a time.
func withDeadline<Value: Sendable>(
  _ limit: Duration, _ work: @escaping @Sendable () async throws -> Value
) async throws -> Value {
  try await firstOf([
    work,
    {
      try await Task.sleep(for: limit)
      throw DeadlinePassed()
    },
  ])
}

/// The outcome of what comes to an end first; the rest is given up.
func firstOf<Value: Sendable>(_ works: [@Sendable () async throws -> Value]) async throws -> Value {
  try await withThrowingTaskGroup(of: Value.self) { group in
    defer { group.cancelAll() }
    for work in works { group.addTask(operation: work) }
    guard let first = try await group.next() else { throw CancellationError() }
    return first
  }
}
