import PackhorseCore

/// A value of a JSON file (RFC 8259), keys in the order in which they were given.
indirect enum JSONValue {
  case text(String)
  case number(Int)
  case flag(Bool)
  case list([JSONValue])
  case object(KeyValuePairs<StaticString, JSONValue?>)

  /// Text that says something; nil for none.
  static func said(_ text: String) -> JSONValue? { text.isEmpty ? nil : .text(text) }
}

extension ByteWriter {
  /// Writes a value; keys without one are left out.
  mutating func write(_ value: JSONValue) {
    switch value {
    case .text(let text): write(json: text)
    case .number(let number): write(number)
    case .flag(let flag): write(flag ? "true" : "false")
    case .list(let items):
      write("[")
      for (index, item) in items.enumerated() {
        write(index == 0 ? "\n" : ",\n")
        write(item)
      }
      write("]")
    case .object(let entries):
      write("{")
      var isFirst = true
      for (key, value) in entries {
        guard let value else { continue }
        write(isFirst ? "\"" : ", \"")
        write(key)
        write("\": ")
        write(value)
        isFirst = false
      }
      write("}")
    }
  }
}
