import PackhorseFiles

/// What is sent back for a request.
struct Answer: Sendable {
  enum Body: Sendable {
    case none
    case bytes([UInt8], type: String)
    case file(OpenFile, Range<Int>, type: String)

    var size: Int {
      switch self {
      case .none: 0
      case .bytes(let bytes, _): bytes.count
      case .file(_, let range, _): range.count
      }
    }
  }

  let status: Status
  /// Header fields beside those that every answer has, as whole lines.
  var fields: [String] = []
  var body = Body.none

  init(_ status: Status, fields: [String] = [], body: Body = .none) {
    (self.status, self.fields, self.body) = (status, fields, body)
  }

  /// A refusal in words.
  init(_ refusal: Refusal) {
    self.init(
      refusal.status, fields: refusal.status == .methodNotAllowed ? ["Allow: GET, HEAD"] : [],
      body: .bytes(
        Array("\(refusal.status.rawValue) \(refusal.status.phrase)\n".utf8), type: contentType(of: ".txt")))
  }

  /// Status line and header fields, with the empty line that ends them.
  ///
  /// Nothing is kept by the browser, and no other site may take anything in.
  var head: [UInt8] {
    var lines = ["HTTP/1.1 \(status.rawValue) \(status.phrase)"] + fields
    switch body {
    case .none: if status != .noContent { lines.append("Content-Length: 0") }
    case .bytes(_, let type), .file(_, _, let type):
      lines += ["Content-Type: \(type)", "Content-Length: \(body.size)"]
    }
    lines += [
      "Cache-Control: no-store", "X-Content-Type-Options: nosniff",
      "Cross-Origin-Resource-Policy: same-origin",
      "Connection: close",
    ]
    return Array((lines + ["", ""]).joined(separator: "\r\n").utf8)
  }
}
