import PackhorseCore

/// What a request asks for: its method, its target as it was sent, and its header fields.
struct RequestHead: Hashable, Sendable {
  enum Method: String { case get = "GET", head = "HEAD" }

  let method: Method
  /// Path and query, percent-encoded as they came: `/modules/a%20b.html?x=y`.
  let target: String
  /// By their names in small letters.
  private let fields: [String: [String]]

  /// Reads the head of a request (RFC 9112), without the empty line that ends it.
  ///
  /// A request is refused that has a body, another method than GET and HEAD, or another `Host` than this machine's own
  /// at `port`: a page elsewhere must not reach the preview under a name of its own (DNS rebinding).
  init(_ head: ArraySlice<UInt8>, port: Int) throws(Refusal) {
    // No line may hold another control character, a line end on its own among them.
    var lines = RequestHead.lines(of: head)[...]
    guard let first = lines.popFirst(), !lines.contains(where: { $0.contains(where: isControl) }) else {
      throw Refusal(.badRequest)
    }
    (method, target) = try RequestHead.requestLine(first)
    fields = try RequestHead.fields(lines)
    guard let hosts = fields["host"], hosts.count == 1 else { throw Refusal(.badRequest) }
    guard RequestHead.isOwn(host: hosts[0], port: port) else { throw Refusal(.forbidden) }
    guard fields["transfer-encoding"] == nil, fields["content-length"] ?? ["0"] == ["0"] else {
      throw Refusal(.badRequest)
    }
  }

  /// A field that stands once; nil where it is missing or stands several times.
  func field(_ name: String) -> String? {
    guard let values = fields[name], values.count == 1 else { return nil }
    return values[0]
  }

  static func isOwn(host: String, port: Int) -> Bool {
    let host = host.lowercased()
    let own = ["localhost", "127.0.0.1", "[::1]"]
    return own.contains { host == "\($0):\(port)" } || (port == 80 && own.contains(host))
  }

  private static func lines(of head: ArraySlice<UInt8>) -> [ArraySlice<UInt8>] {
    var lines: [ArraySlice<UInt8>] = []
    var start = head.startIndex
    for end in head.offsets(of: HeadBytes.lineEnd, limit: .max) {
      lines.append(head[start..<end])
      start = end + 2
    }
    return lines + [head[start...]]
  }

  private static func requestLine(_ line: ArraySlice<UInt8>) throws(Refusal) -> (Method, String) {
    let parts = line.split(separator: UInt8(ascii: " "), omittingEmptySubsequences: false)
    guard parts.count == 3, isToken(parts[0]), parts[2].starts(with: "HTTP/".utf8),
      parts[1].first == UInt8(ascii: "/"), parts[1].allSatisfy({ (0x21...0x7E).contains($0) })
    else { throw Refusal(.badRequest) }
    guard parts[2].elementsEqual("HTTP/1.1".utf8) || parts[2].elementsEqual("HTTP/1.0".utf8) else {
      throw Refusal(.versionNotSupported)
    }
    guard let method = Method(rawValue: String(decoding: parts[0], as: UTF8.self)) else {
      throw Refusal(.methodNotAllowed)
    }
    return (method, String(decoding: parts[1], as: UTF8.self))
  }

  private static func fields(_ lines: ArraySlice<ArraySlice<UInt8>>) throws(Refusal) -> [String: [String]] {
    var fields: [String: [String]] = [:]
    for line in lines {
      // A line that goes on from the one before begins with a blank, which no name has.
      guard let colon = line.firstIndex(of: UInt8(ascii: ":")), isToken(line[..<colon]) else {
        throw Refusal(.badRequest)
      }
      let blanks: Set<UInt8> = [UInt8(ascii: " "), UInt8(ascii: "\t")]
      let value = line[(colon + 1)...].drop { blanks.contains($0) }.reversed().drop { blanks.contains($0) }
      let name = String(decoding: line[..<colon], as: UTF8.self).lowercased()
      fields[name, default: []].append(String(decoding: value.reversed(), as: UTF8.self))
    }
    return fields
  }

  private static func isToken(_ bytes: ArraySlice<UInt8>) -> Bool {
    !bytes.isEmpty
      && bytes.allSatisfy { byte in
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
          UInt8(ascii: "0")...UInt8(ascii: "9"):
          true
        default: "!#$%&'*+-.^_`|~".utf8.contains(byte)
        }
      }
  }
}

private func isControl(_ byte: UInt8) -> Bool { (byte < 0x20 && byte != UInt8(ascii: "\t")) || byte == 0x7F }
