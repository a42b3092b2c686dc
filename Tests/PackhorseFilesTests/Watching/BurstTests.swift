import Testing

@testable import PackhorseFiles

@Suite struct BurstTests {
  @Test func aBurstIsOverAfterAQuietTime() {
    let burst = Burst(at: 5_000)
    #expect(burst.rest(at: 5_000) == Burst.quiet)
    #expect(burst.rest(at: 5_010) == Burst.quiet - 10)
    #expect(burst.rest(at: 5_000 + Burst.quiet) == 0)
    #expect(burst.rest(at: 9_000) == 0)
  }

  @Test func eachChangeBeginsTheQuietTimeAnew() {
    var burst = Burst(at: 0)
    burst.goesOn(at: 25)
    #expect(burst.rest(at: 30) == Burst.quiet - 5)
    burst.goesOn(at: 50)
    #expect(burst.rest(at: 50) == Burst.quiet)
    #expect(burst.rest(at: 50 + Burst.quiet) == 0)
  }

  @Test func changesWithoutEndHoldABuildUpForALimitedTime() {
    var burst = Burst(at: 0)
    for now in stride(from: 0, through: Burst.longest - 5, by: 5) { burst.goesOn(at: now) }
    #expect(burst.rest(at: Burst.longest - 5) == 5)
    burst.goesOn(at: Burst.longest)
    #expect(burst.rest(at: Burst.longest) == 0)
  }
}

/// Tells what it was told to tell, and from then on nothing.
private struct ScriptedChanges: ChangeSource {
  var script: [ChangeWait]
  var renewals = 0

  mutating func wait(milliseconds: Int?) -> ChangeWait { script.isEmpty ? .quiet : script.removeFirst() }
  mutating func renew() { renewals += 1 }
}

@Suite struct ChangeSourceNextTests {
  @Test func aBurstIsToldOnceAndPlacesAreTakenInBeforeIt() throws {
    var source = ScriptedChanges(script: [.quiet, .quiet, .changed, .changed, .quiet, .changed])
    #expect(try source.next())
    #expect(source.script.isEmpty)
    #expect(source.renewals == 1)
  }

  @Test(arguments: [
    [ChangeWait.stopped], [.quiet, .stopped], [.changed, .stopped], [.changed, .changed, .quiet, .stopped],
  ])
  func aListenerThatGoesEndsIt(_ script: [ChangeWait]) throws {
    var source = ScriptedChanges(script: script)
    #expect(try !source.next())
    #expect(source.renewals == 0)
  }
}
