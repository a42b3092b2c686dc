import FlyingSocks
import Testing

@testable import packhorse

extension Doors {
  func close() {
    for socket in sockets { try? socket.close() }
  }
}

@Suite struct DoorsTests {
  @Test func opensOnThisMachineAlone() throws {
    let doors = try Doors(port: 0)
    defer { doors.close() }
    #expect(doors.port > 0)
    for socket in doors.sockets {
      switch try socket.sockname() {
      case .ip4(let address, let port): #expect(address == "127.0.0.1" && Int(port) == doors.port)
      case .ip6(let address, let port): #expect(address == "::1" && Int(port) == doors.port)
      case .unix: Issue.record("no port at all")
      }
    }
  }

  @Test func aTakenPortIsRefusedAndFreeAgainAtOnce() throws {
    let first = try Doors(port: 0)
    #expect { try Doors(port: first.port) } throws: { error in
      guard let failure = error as? PortFailure else { return false }
      return failure.isTaken && failure.port == first.port
    }
    first.close()
    try Doors(port: first.port).close()
  }

  @Test func aPortThatIsTakenOnOneOfTheAddressesIsTaken() throws {
    let first = try Doors(port: 0)
    guard first.sockets.count == 2 else {
      // Without IPv6 there is one address.
      return first.close()
    }
    try first.sockets[0].close()
    defer { try? first.sockets[1].close() }
    #expect(throws: PortFailure.self) { try Doors(port: first.port) }
  }

  @Test func theNextFreePortIsTakenWhereNoneIsAskedFor() throws {
    let first = try Doors(port: nil)
    defer { first.close() }
    let second = try Doors(port: nil)
    defer { second.close() }
    let usual = Doors.usualPort...(Doors.usualPort + Doors.others)
    #expect(usual.contains(first.port) && usual.contains(second.port))
    #expect(first.port < second.port)
  }
}
