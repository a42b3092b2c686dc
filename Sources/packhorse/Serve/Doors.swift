import FlyingSocks
import Glibc
import PackhorseCore

/// The sockets that a preview is reached by: 127.0.0.1, and ::1 where the system has it, on one port.
struct Doors {
  let port: Int
  let sockets: [Socket]

  static let usualPort = 4173
  /// How many ports after the usual one are tried.
  static let others = 20

  /// Opens a port of this machine that nobody else can reach.
  ///
  /// - Parameter port: The port; 0 for any free one; nil for the usual one or the next that is free.
  init(port: Int?) throws(PortFailure) {
    let ports =
      port.map { Array(repeating: $0, count: $0 == 0 ? Doors.others : 1) }
      ?? Array(Doors.usualPort...(Doors.usualPort + Doors.others))
    var refusal: PortFailure?
    for port in ports {
      do throws(PortFailure) {
        self = try Doors(exactly: port)
        return
      } catch {
        guard error.isTaken else { throw error }
        refusal = refusal ?? error
      }
    }
    throw refusal ?? PortFailure(port: Doors.usualPort, code: EADDRINUSE)
  }

  private init(exactly port: Int) throws(PortFailure) {
    let first = try Doors.listening(port: port) { try .inet(ip4: "127.0.0.1", port: $0) }
    guard case .ip4(_, let given)? = try? first.sockname() else {
      throw PortFailure(port: port, code: EINVAL)
    }
    do throws(PortFailure) {
      // "localhost" leads to ::1 first: another program must not answer there.
      let second = try Doors.listening(port: Int(given)) { sockaddr_in6.loopback(port: $0) }
      sockets = [first, second]
    } catch {
      guard !error.isTaken else {
        try? first.close()
        throw error
      }
      sockets = [first]
    }
    self.port = Int(given)
  }

  private static func listening<Address: SocketAddress>(
    port: Int, at address: (UInt16) throws -> Address
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
