import PackhorseCore

extension Words {
  /// "1 minute", "10 minutes".
  func minutes(_ count: Int) -> String {
    counted("page.minutes", count)
  }

  /// The form of a key for one (`.one`) or for any other number (`.many`), with the number as `{count}`.
  func counted(_ key: String, _ count: Int, _ values: KeyValuePairs<String, String> = [:]) -> String {
    filled(key + (count == 1 ? ".one" : ".many")) { place in
      values.first { $0.key == place }?.value ?? (place == "count" ? String(count) : nil)
    }
  }
}
