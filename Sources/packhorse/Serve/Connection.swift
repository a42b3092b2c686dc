import FlyingSocks
import FoundationEssentials
import Glibc
import PackhorseFiles

/// One connection: a request is read, answered, and that is all; browsers open another one.
struct Connection: Sendable {
  let socket: AsyncSocket
  let port: Int
  let answers: Answers

  /// A client that sends its request, or takes its answer, more slowly than this is not waited for.
  private static let longestRequest = Duration.seconds(10)
  private static let longestAnswer = Duration.seconds(60)
  /// Pages ask again after each wait for a build.
  private static let longestWait = Duration.seconds(25)
  private static let pieceSize = 128 << 10

  func serve() async {
    do {
      let request = try await request()
      let target = try RequestTarget(request.target)
      let answer =
        target.path == PreviewFiles.build
        ? try await build(for: target) : answers.answer(to: request, for: target)
      try await send(answer, withBody: request.method == .get)
    } catch let refusal as Refusal {
      try? await send(Answer(refusal), withBody: true)
      await drain()
    } catch {
      // The client is gone, or too slow to be waited for.
    }
  }

  private func request() async throws -> RequestHead {
    let head: [UInt8]
    do {
      head = try await withDeadline(Connection.longestRequest) {
        var bytes = HeadBytes()
        while true {
          if let head = try bytes.take(try await socket.read(atMost: 4096)) { return Array(head) }
        }
      }
    } catch is DeadlinePassed {
      throw Refusal(.requestTimeout)
    }
    return try RequestHead(head[...], port: port)
  }

  /// Waits for a build, but not for a client that has gone.
  private func build(for target: RequestTarget) async throws -> Answer {
    do {
      return try await withDeadline(Connection.longestWait) {
        try await firstOf([
          { try await answers.build(for: target) },
          {
            // Whatever comes after the request is thrown away; the end of it is an error.
            while true { _ = try await socket.read(atMost: 4096) }
          },
        ])
      }
    } catch is DeadlinePassed {
      return Answer(.noContent)
    }
  }

  private func send(_ answer: Answer, withBody: Bool) async throws {
    try await withDeadline(Connection.longestAnswer) {
      try await socket.write(Data(answer.head))
      guard withBody else { return }
      switch answer.body {
      case .none: break
      case .bytes(let bytes, _): try await socket.write(Data(bytes))
      case .file(let file, let range, _):
        for start in stride(from: range.lowerBound, to: range.upperBound, by: Connection.pieceSize) {
          try Task.checkCancellation()
          let piece = try file.bytes(in: start..<min(range.upperBound, start + Connection.pieceSize))
          try await socket.write(Data(piece))
          // A file that has become shorter cannot be sent as promised.
          if piece.isEmpty { return }
        }
      }
    }
  }

  /// Takes in what the client still sends: a connection closed over unread bytes would take the refusal with it.
  private func drain() async {
    shutdown(socket.socket.file.rawValue, Int32(SHUT_WR))
    try? await withDeadline(.seconds(2)) {
      for _ in 0..<1024 { _ = try await socket.read(atMost: 4096) }
    }
  }
}
