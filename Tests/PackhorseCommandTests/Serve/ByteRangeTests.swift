import Testing

@testable import packhorse

@Suite struct ByteRangeTests {
  @Test(arguments: [
    ("bytes=0-", 0..<100), ("bytes=0-0", 0..<1), ("bytes=10-19", 10..<20), ("bytes=90-", 90..<100),
    ("bytes=90-500", 90..<100), ("bytes=0-9223372036854775807", 0..<100), ("bytes=-10", 90..<100),
    ("bytes=-500", 0..<100), ("bytes=99-99", 99..<100),
  ])
  func givesTheAskedPart(_ field: String, _ part: Range<Int>) {
    #expect(ByteRange(field, size: 100) == .part(part))
  }

  @Test(arguments: [
    nil, "", "bytes", "bytes=", "bytes=-", "bytes=a-b", "bytes=1", "bytes=5-2", "bytes=0-1,5-6", "bytes= 0-1",
    "bytes=+1-2",
    "bytes=--1", "lines=0-1", "bytes=0-99999999999999999999", "bytes=٠-٩",
  ])
  func givesTheWholeWhereItIsNotUnderstood(_ field: String?) {
    #expect(ByteRange(field, size: 100) == .whole)
  }

  @Test(arguments: ["bytes=100-", "bytes=500-600", "bytes=-0"])
  func saysWhereThereIsNoSuchPart(_ field: String) {
    #expect(ByteRange(field, size: 100) == .unsatisfiable)
  }

  @Test func anEmptyFileHasNoPart() {
    #expect(ByteRange("bytes=0-", size: 0) == .unsatisfiable)
    #expect(ByteRange("bytes=-5", size: 0) == .unsatisfiable)
    #expect(ByteRange(nil, size: 0) == .whole)
  }
}
