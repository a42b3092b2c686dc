import FlyingSocks
import Testing

@testable import packhorse

extension LoopbackPort {
  func close() {
    for socket in sockets { try? socket.close() }
  }
}

@Suite struct LoopbackPortTests {
  @Test func opensOnThisMachineAlone() throws {
    let port = try LoopbackPort(0)
    defer { port.close() }
    #expect(port.number > 0)
    for socket in port.sockets {
      switch try socket.sockname() {
      case .ip4(let address, let number): #expect(address == "127.0.0.1" && Int(number) == port.number)
      case .ip6(let address, let number): #expect(address == "::1" && Int(number) == port.number)
      case .unix: Issue.record("no port at all")
      }
    }
  }

  @Test func aTakenPortIsRefusedAndFreeAgainAtOnce() throws {
    let first = try LoopbackPort(0)
    #expect { try LoopbackPort(first.number) } throws: { error in
      guard let failure = error as? PortFailure else { return false }
      return failure.isTaken && failure.port == first.number
    }
    first.close()
    try LoopbackPort(first.number).close()
  }

  @Test func aPortThatIsTakenOnOneOfTheAddressesIsTaken() throws {
    let first = try LoopbackPort(0)
    guard first.sockets.count == 2 else {
      // Without IPv6 there is one address.
      return first.close()
    }
    try first.sockets[0].close()
    defer { try? first.sockets[1].close() }
    #expect(throws: PortFailure.self) { try LoopbackPort(first.number) }
  }

  @Test func theNextFreePortIsTakenWhereNoneIsAskedFor() throws {
    let first = try LoopbackPort(nil)
    defer { first.close() }
    let second = try LoopbackPort(nil)
    defer { second.close() }
    let usual = LoopbackPort.usual...(LoopbackPort.usual + LoopbackPort.others)
    #expect(usual.contains(first.number) && usual.contains(second.number))
    #expect(first.number < second.number)
  }
}
