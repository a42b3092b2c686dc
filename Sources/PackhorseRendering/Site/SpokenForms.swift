import PackhorseCore

extension Words {
  /// "1 minute", "10 minutes".
  func minutes(_ count: Int) -> String {
    self(count == 1 ? "page.minutes.one" : "page.minutes.many", ["count": String(count)])
  }

  /// "a", "a and b", "a, b and c".
  func joined(_ items: [String]) -> String {
    guard let last = items.last, items.count > 1 else { return items.first ?? "" }
    return items.dropLast().joined(separator: self("page.join.comma")) + self("page.join.and") + last
  }
}
