/// Changes that come so close together that one build answers them all.
///
/// Saving a file can take several steps: a new file, a rename, a change of permissions. Times are in milliseconds, from
/// whatever moment.
struct Burst {
  /// A burst is over once nothing changed for this long.
  static let quiet = 20
  /// A program that never stops writing does not hold a build up for longer.
  static let longest = 1000

  private let began: Int
  private var last: Int

  init(at now: Int) { (began, last) = (now, now) }

  /// Notes another change.
  mutating func goesOn(at now: Int) { last = now }

  /// How long to wait for more; 0 once the burst is over.
  func rest(at now: Int) -> Int { max(0, min(last + Burst.quiet, began + Burst.longest) - now) }
}
