import Testing

@testable import packhorse

@Suite struct RequestHeadTests {
  static let host = "Host: 127.0.0.1:4173"

  func refusal(of head: String) -> Status? {
    do throws(Refusal) {
      _ = try RequestHead(Array(head.utf8)[...], port: 4173)
      return nil
    } catch {
      return error.status
    }
  }

  @Test func readsMethodTargetAndFields() throws {
    let head =
      "HEAD /modules/a%20b.html?x=y HTTP/1.1\r\n\(Self.host)\r\nRange: \tbytes=0-9 \r\nX:\r\nx-twice: 1\r\nX-Twice: 2"
    let request = try RequestHead(Array(head.utf8)[...], port: 4173)
    #expect(request.method == .head)
    #expect(request.target == "/modules/a%20b.html?x=y")
    #expect(request.field("range") == "bytes=0-9")
    #expect(request.field("x") == "")
    #expect(request.field("x-twice") == nil)
    #expect(request.field("if-range") == nil)
  }

  @Test(arguments: ["localhost:4173", "LocalHost:4173", "127.0.0.1:4173", "[::1]:4173"])
  func answersToTheNamesOfThisMachine(_ host: String) {
    #expect(refusal(of: "GET / HTTP/1.1\r\nHost: \(host)") == nil)
    #expect(refusal(of: "GET / HTTP/1.0\r\nHost:\(host)") == nil)
  }

  @Test(arguments: [
    "evil.example", "evil.example:4173", "localhost", "localhost:80", "localhost:4174", "127.0.0.1",
    "127.0.0.2:4173",
    "localhost.:4173", "localhost.evil.example:4173", "evil.example@localhost:4173", "[::]:4173", "::1:4173",
    "0.0.0.0:4173", "127.1:4173", "2130706433:4173", "", ":4173",
  ])
  func answersToNoOtherName(_ host: String) {
    #expect(refusal(of: "GET / HTTP/1.1\r\nHost: \(host)") == .forbidden)
  }

  @Test func thePortMayBeLeftOutWhereItIsTheUsualOne() {
    #expect(RequestHead.isOwn(host: "localhost", port: 80))
    #expect(RequestHead.isOwn(host: "localhost:80", port: 80))
    #expect(!RequestHead.isOwn(host: "localhost", port: 8080))
  }

  @Test(arguments: [
    ("", Status.badRequest), ("GET", .badRequest), ("GET /", .badRequest), ("GET  / HTTP/1.1", .badRequest),
    ("GET / HTTP/1.1 ", .badRequest), (" GET / HTTP/1.1", .badRequest), ("GET / FTP/1.1", .badRequest),
    ("GET index.html HTTP/1.1", .badRequest), ("GET http://127.0.0.1:4173/ HTTP/1.1", .badRequest),
    ("GET * HTTP/1.1", .badRequest), ("GET /é HTTP/1.1", .badRequest), ("GET /\u{0} HTTP/1.1", .badRequest),
    ("G\u{0}T / HTTP/1.1", .badRequest), ("GET / HTTP/2.0", .versionNotSupported),
    ("GET / HTTP/1.11", .versionNotSupported), ("PRI * HTTP/2.0", .badRequest),
    ("POST / HTTP/1.1", .methodNotAllowed),
    ("get / HTTP/1.1", .methodNotAllowed), ("OPTIONS / HTTP/1.1", .methodNotAllowed),
    ("DELETE /index.html HTTP/1.1", .methodNotAllowed), ("TRACE / HTTP/1.1", .methodNotAllowed),
  ])
  func refusesOtherRequestLines(_ line: String, _ status: Status) {
    #expect(refusal(of: "\(line)\r\n\(Self.host)") == status)
  }

  @Test(arguments: [
    "", "X: y", "\(host)\r\n\(host)", "\(host)\r\nno colon", "\(host)\r\n: empty", "\(host)\r\nX : y",
    "\(host)\r\nX: y\r\n goes on", "\(host)\r\nX: a\nY: b", "\(host)\r\nX: a\rb", "\(host)\r\nX: \u{0}",
    "\(host)\r\nX: \u{7F}", "\(host)\r\nContent-Length: 5",
    "\(host)\r\nContent-Length: 0\r\nContent-Length: 0",
    "\(host)\r\nContent-Length: +0", "\(host)\r\nTransfer-Encoding: chunked", "\(host)\r\n",
  ])
  func refusesOtherFields(_ fields: String) {
    #expect(refusal(of: "GET / HTTP/1.1\r\n\(fields)") == .badRequest)
  }

  @Test func aBodyOfNoBytesIsNone() {
    #expect(refusal(of: "GET / HTTP/1.1\r\n\(Self.host)\r\nContent-Length: 0") == nil)
  }
}
