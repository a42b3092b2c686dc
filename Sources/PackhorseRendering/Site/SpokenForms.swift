import PackhorseCore

extension Words {
  /// "1 minute", "10 minutes".
  func minutes(_ count: Int) -> String {
    counted("page.minutes", count)
  }

  /// The form of a key for one (`.one`) or for any other number (`.many`), with the number as `{count}`.
  func counted(_ key: String, _ count: Int, _ values: [String: String] = [:]) -> String {
    self(
      key + (count == 1 ? ".one" : ".many"), values.merging(["count": String(count)]) { first, _ in first })
  }

  /// "a", "a and b", "a, b and c".
  func joined(_ items: [String]) -> String {
    guard let last = items.last, items.count > 1 else { return items.first ?? "" }
    return items.dropLast().joined(separator: self("page.join.comma")) + self("page.join.and") + last
  }
}
