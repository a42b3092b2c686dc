import Glibc

/// A way to hear of changes in a site folder.
protocol ChangeSource: Sendable {
  /// Waits for a change, but not for longer than some milliseconds; nil waits for as long as it takes.
  mutating func wait(milliseconds: Int?) throws(FileFailure) -> ChangeWait

  /// Takes in folders and links that came or went; from then on nothing is missed that happens there.
  mutating func renew() throws(FileFailure)
}

enum ChangeWait {
  case changed
  /// Nothing that a build reads, as far as was waited.
  case quiet
  /// Nobody listens any more.
  case stopped
}

extension ChangeSource {
  /// Waits until a burst of changes is over; false once nobody listens any more.
  mutating func next() throws(FileFailure) -> Bool {
    var first = ChangeWait.quiet
    while first == .quiet { first = try wait(milliseconds: nil) }
    guard first == .changed else { return false }
    var burst = Burst(at: monotonicMilliseconds())
    while case let rest = burst.rest(at: monotonicMilliseconds()), rest > 0 {
      switch try wait(milliseconds: rest) {
      case .changed: burst.goesOn(at: monotonicMilliseconds())
      case .quiet: break
      case .stopped: return false
      }
    }
    try renew()
    return true
  }
}

private func monotonicMilliseconds() -> Int {
  var time = timespec()
  clock_gettime(CLOCK_MONOTONIC, &time)
  return time.tv_sec * 1000 + time.tv_nsec / 1_000_000
}

/// Waits until one of the descriptors can be read, and says which ones can; none of them after the time is up.
func readable(_ descriptors: [Descriptor], milliseconds: Int?) -> [Bool] {
  var polled = descriptors.map { pollfd(fd: $0.number, events: Int16(POLLIN), revents: 0) }
  // A signal ends the waiting early, which callers take for a quiet time.
  guard poll(&polled, nfds_t(polled.count), milliseconds.map(Int32.init) ?? -1) > 0 else {
    return polled.map { _ in false }
  }
  return polled.map { $0.revents != 0 }
}
