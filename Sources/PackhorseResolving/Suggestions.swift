import PackhorseCore

/// Looks for the names that were most likely meant, as often as anybody reads on.
///
/// Each search goes through all the names that there are: on a site of many wrong names and many right ones, searching
/// for all would take for ever.
struct Suggestions: Sendable {
  private var left: Int

  init(atMost most: Int = 100) {
    left = most
  }

  var isUsedUp: Bool { left == 0 }

  /// The nearest name; nil after so many searches.
  mutating func nearest(to word: String, in candidates: @autoclosure () -> some Sequence<String>) -> String? {
    guard left > 0 else { return nil }
    left -= 1
    return nearMiss(for: word, in: candidates())
  }
}
