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
}
