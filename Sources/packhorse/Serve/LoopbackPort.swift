import FlyingSocks
import Glibc
import PackhorseCore

/// A port of this machine that is listened on at 127.0.0.1, and at ::1 where the system has it.
struct LoopbackPort {
  let number: Int
  let sockets: [Socket]

  static let usual = 4173
  /// How many ports after the usual one are tried.
  static let others = 20

  /// Opens a port that no other machine can reach.
  ///
  /// - Parameter number: The port; 0 for any free one; nil for the usual one or the next that is free.
  /// - Throws: `PortFailure` where the system does not give it away.
  init(_ number: Int?) throws(PortFailure) {
    let numbers =
      number.map { Array(repeating: $0, count: $0 == 0 ? LoopbackPort.others : 1) }
      ?? Array(LoopbackPort.usual...(LoopbackPort.usual + LoopbackPort.others))
    var refusal: PortFailure?
    for number in numbers {
      do throws(PortFailure) {
        self = try LoopbackPort(exactly: number)
        return
      } catch {
        guard error.isTaken else { throw error }
        refusal = refusal ?? error
      }
    }
    throw refusal ?? PortFailure(port: LoopbackPort.usual, code: EADDRINUSE)
  }

  private init(exactly number: Int) throws(PortFailure) {
    let first = try LoopbackPort.listening(on: number) { try .inet(ip4: "127.0.0.1", port: $0) }
    guard case .ip4(_, let given)? = try? first.sockname() else {
      throw PortFailure(port: number, code: EINVAL)
    }
    do throws(PortFailure) {
      // "localhost" leads to ::1 first: another program must not answer there.
      let second = try LoopbackPort.listening(on: Int(given)) { sockaddr_in6.loopback(port: $0) }
      sockets = [first, second]
    } catch {
      guard !error.isTaken else {
        try? first.close()
        throw error
      }
      sockets = [first]
    }
    self.number = Int(given)
  }

  private static func listening<Address: SocketAddress>(
    on port: Int, at address: (UInt16) throws -> Address
  ) throws(PortFailure) -> Socket {
    do {
      let socket = try Socket(domain: Int32(Address.family))
      do {
        // What is left of an earlier server's connections keeps no port.
        try socket.setValue(true, for: .localAddressReuse)
        try socket.bind(to: try address(UInt16(port)))
      } catch {
        try? socket.close()
        throw error
      }
      try socket.listen()
      return socket
    } catch SocketError.failed(_, let code, _) {
      throw PortFailure(port: port, code: code)
    } catch {
      throw PortFailure(port: port, code: EINVAL)
    }
  }
}

/// A port that the system does not give away.
struct PortFailure: Error {
  let port: Int
  let code: Int32

  var isTaken: Bool { code == EADDRINUSE }

  var diagnostic: Diagnostic {
    Diagnostic(
      .error, "port-unavailable", "Port \(port) cannot be used: \(String(cString: strerror(code)))", at: nil,
      suggestion: isTaken
        ? "stop what uses it, or choose another with --port"
        : "choose another with --port, from 1024 to 65535")
  }
}
