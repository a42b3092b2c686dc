import Testing

@testable import packhorse

@Suite struct HeadBytesTests {
  func taken(_ pieces: [String]) throws -> String? {
    var bytes = HeadBytes()
    for piece in pieces {
      if let head = try bytes.take(Array(piece.utf8)) { return String(decoding: head, as: UTF8.self) }
    }
    return nil
  }

  func refusal(_ pieces: [String]) -> Status? {
    do {
      _ = try taken(pieces)
      return nil
    } catch {
      return (error as? Refusal)?.status
    }
  }

  @Test func endsAtTheEmptyLineWhereverReadingStops() throws {
    let head = "GET / HTTP/1.1\r\nA: b"
    #expect(try taken([head + "\r\n\r\nmore"]) == head)
    #expect(try taken((head + "\r\n\r\nmore").map { String($0) }) == head)
    #expect(try taken([head + "\r\n\r", "\n"]) == head)
    #expect(try taken([head, "\r\n"]) == nil)
    #expect(try taken(["GET / HTTP/1.1\n\n"]) == nil)
  }

  @Test func aLineMayBeSoLongAndNoLonger() throws {
    let line = String(repeating: "a", count: HeadBytes.longestLine)
    #expect(try taken([line + "\r\n\r\n"]) == line)
    #expect(refusal([line + "a\r\n\r\n"]) == .uriTooLong)
    #expect(refusal([line, "a"]) == .uriTooLong)
  }

  @Test func aHeadMayBeSoLongAndNoLonger() throws {
    let head = "GET / HTTP/1.1\r\nA: " + String(repeating: "b", count: HeadBytes.longest - 19)
    #expect(try taken([head + "\r\n\r\n"]) == head)
    #expect(refusal([head + "b\r\n\r\n"]) == .fieldsTooLarge)
    #expect(refusal([head, "b\r\n"]) == .fieldsTooLarge)
  }

  @Test func aStreamWithoutEndIsGivenUp() {
    #expect(refusal(Array(repeating: String(repeating: "x", count: 4096), count: 3)) == .uriTooLong)
    let lines =
      ["GET / HTTP/1.1\r\n"]
      + Array(repeating: "A: " + String(repeating: "b", count: 4000) + "\r\n", count: 9)
    #expect(refusal(lines) == .fieldsTooLarge)
  }
}
