/// Where in the site a request leads, and what it asks there.
struct RequestTarget: Hashable, Sendable {
  /// Without its first slash and decoded once: `""`, `"modules/"`, `"modules/a b.html"`.
  let path: String
  private let query: [String: String]

  /// Takes a target apart; refuses what has no one meaning as the path of a file.
  init(_ target: String) throws(Refusal) {
    let parts = target.utf8.split(
      separator: UInt8(ascii: "?"), maxSplits: 1, omittingEmptySubsequences: false)
    guard let first = parts.first, first.first == UInt8(ascii: "/"),
      let path = RequestTarget.decoded(first.dropFirst()), RequestTarget.isPlain(path, encoded: first)
    else { throw Refusal(.badRequest) }
    self.path = path
    var query: [String: String] = [:]
    for pair in parts.dropFirst().joined().split(separator: UInt8(ascii: "&")) {
      let sides = pair.split(separator: UInt8(ascii: "="), maxSplits: 1, omittingEmptySubsequences: false)
      guard sides.count == 2, let name = RequestTarget.decoded(sides[0]),
        let value = RequestTarget.decoded(sides[1])
      else { continue }
      query[name] = value
    }
    self.query = query
  }

  func query(_ name: String) -> String? { query[name] }

  /// No control character, no backslash, no encoded slash, no `.` or `..` on the way.
  private static func isPlain(_ path: String, encoded: some Collection<UInt8>) -> Bool {
    let slash = UInt8(ascii: "/")
    return path.utf8.allSatisfy { $0 >= 0x20 && $0 != 0x7F && $0 != UInt8(ascii: "\\") }
      && path.utf8.count { $0 == slash } == encoded.count { $0 == slash } - 1
      && !path.utf8.split(separator: slash).contains {
        $0.elementsEqual(".".utf8) || $0.elementsEqual("..".utf8)
      }
  }

  /// The text that percent-encoded bytes stand for; nil where an escape is not whole or the bytes are no UTF-8.
  private static func decoded(_ bytes: some Collection<UInt8>) -> String? {
    var result: [UInt8] = []
    var rest = bytes[...]
    while let byte = rest.popFirst() {
      if byte != UInt8(ascii: "%") {
        result.append(byte)
      } else if let high = rest.popFirst().flatMap(hexDigit), let low = rest.popFirst().flatMap(hexDigit) {
        result.append(high << 4 | low)
      } else {
        return nil
      }
    }
    return String(validating: result, as: UTF8.self)
  }

  private static func hexDigit(_ byte: UInt8) -> UInt8? {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): byte - UInt8(ascii: "0")
    case UInt8(ascii: "a")...UInt8(ascii: "f"): byte - UInt8(ascii: "a") + 10
    case UInt8(ascii: "A")...UInt8(ascii: "F"): byte - UInt8(ascii: "A") + 10
    default: nil
    }
  }
}
