import PackhorseCore

/// The bytes of a request up to the empty line that ends its head, as they come in.
struct HeadBytes {
  /// Browsers send some hundred bytes; what other programs left as cookies for this machine can make it thousands.
  static let longest = 32 << 10
  static let longestLine = 8 << 10

  private var bytes: [UInt8] = []

  var isEmpty: Bool { bytes.isEmpty }

  /// Takes what was read; returns the head, without the empty line, once it is whole.
  mutating func take(_ more: [UInt8]) throws(Refusal) -> ArraySlice<UInt8>? {
    bytes += more
    let firstLine = bytes.offsets(of: HeadBytes.lineEnd, limit: 1).first ?? bytes.count
    guard firstLine <= HeadBytes.longestLine else { throw Refusal(.uriTooLong) }
    let end = bytes.offsets(of: HeadBytes.lineEnd + HeadBytes.lineEnd, limit: 1).first
    guard end ?? bytes.count <= HeadBytes.longest else { throw Refusal(.fieldsTooLarge) }
    return end.map { bytes[..<$0] }
  }

  static let lineEnd = Array("\r\n".utf8)
}
