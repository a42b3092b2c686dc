import Glibc
import PackhorseCore

extension FileStatus {
  /// The state by which a later build sees whether the file is still the same; nil where it was touched just now.
  ///
  /// A clock of the file system that ticks every two seconds, as FAT's does, would give one more change the same time.
  func settledState(at now: Int) -> FileState? {
    guard now - changed > 2_000_000_000 else { return nil }
    return FileState(
      size: size, modified: modified, changed: changed, device: identity.device, number: identity.number)
  }

  /// The state of a file of the output: renaming or linking it changes nothing.
  var outputState: FileState {
    FileState(
      size: size, modified: modified, changed: 0, device: identity.device, number: identity.number)
  }
}

/// The time in nanoseconds since 1970.
package func currentTime() -> Int {
  var time = timespec()
  clock_gettime(CLOCK_REALTIME, &time)
  return nanoseconds(time)
}

func nanoseconds(_ time: timespec) -> Int {
  Int(time.tv_sec) &* 1_000_000_000 &+ Int(time.tv_nsec)
}
