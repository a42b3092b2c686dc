import FlyingSocks

/// The connections that are open.
///
/// There are never more than so many: the oldest gives way to a new one, so that connections that nobody uses
/// keep nobody out.
actor Connections {
  private let pool: SocketPool<ePoll>
  private let port: Int
  private let answers: Answers
  private var open: [(number: Int, task: Task<Void, Never>)] = []
  private var lastNumber = 0

  static let most = 64

  init(pool: SocketPool<ePoll>, port: Int, answers: Answers) {
    (self.pool, self.port, self.answers) = (pool, port, answers)
  }

  /// Serves whoever comes, for ever.
  nonisolated func accept(on socket: AsyncSocket) async throws {
    while true {
      do {
        await admit(try await socket.accept())
      } catch is CancellationError {
        return
      } catch {
        // The client has already gone, or the system is short of something: later ones may have better luck.
        try await Task.sleep(for: .milliseconds(50))
      }
    }
  }

  private func admit(_ socket: AsyncSocket) async {
    while open.count >= Connections.most {
      let oldest = open.removeFirst()
      oldest.task.cancel()
      await oldest.task.value
    }
    lastNumber += 1
    let number = lastNumber
    let connection = Connection(socket: socket, port: port, answers: answers)
    let task = Task {
      await connection.serve()
      // The pool forgets a socket just after it wakes whoever waits for it. Closed in between, the socket's number would
      // stay known to the pool, and the next connection of that number would never be woken.
      await pool.settle()
      try? socket.close()
      open.removeAll { $0.number == number }
    }
    open.append((number, task))
  }
}

extension SocketPool {
  /// Returns once the pool is done with whatever it was doing.
  func settle() {}
}
