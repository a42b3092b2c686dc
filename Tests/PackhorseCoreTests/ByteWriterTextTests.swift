import PackhorseCore
import Testing

struct ByteWriterTextTests {
  @Test(arguments: [
    "", "a", "<", "&&", "a<b>\"c\"&d", "é & ü", "\0'`", "x<", ">x", "1234567<", "12345678&9 >1234567\"",
    "\u{1}:;=?$'%#&ö<",
  ])
  func escapesTheSameHoweverTextIsHandedOver(text: String) {
    var ofString = ByteWriter()
    var ofBytes = ByteWriter()
    var ofSequence = ByteWriter()
    ofString.write(text: text)
    ofBytes.write(text: Array(text.utf8)[...])
    ofSequence.write(text: AnySequence(Array(text.utf8)))
    let expected = text.map { ["&": "&amp;", "<": "&lt;", ">": "&gt;", "\"": "&quot;"][$0] ?? String($0) }
      .joined()
    let written = [ofString.html.source, ofBytes.html.source, ofSequence.html.source]
    #expect(written == [expected, expected, expected])
  }

  @Test(arguments: 0..<20, 0..<20)
  func findsWhatNeedsAnEscapeWhereverItStands(length: Int, place: Int) {
    let text = String(repeating: "x", count: length) + "<" + String(repeating: "y", count: place)
    var writer = ByteWriter()
    writer.write(text: text)
    let source = writer.html.source
    #expect(source == text.replacing("<", with: "&lt;"))
  }

  @Test(arguments: [0, 9, 10, 99, 100, 999, 1000, 1005, 1205, 1_000_007, -7, -100, Int.max, Int.min])
  func writesNumbersInDecimal(number: Int) {
    var writer = ByteWriter()
    writer.write(number)
    let source = writer.html.source
    #expect(source == String(number))
  }

  @Test(arguments: [(0, "0"), (5, "0.5"), (-5, "-0.5"), (120, "12"), (125, "12.5"), (-10_004, "-1000.4")])
  func writesTenthsWithOnePlaceAtMost(tenths: Int, written: String) {
    var writer = ByteWriter()
    writer.write(tenths: tenths)
    let source = writer.html.source
    #expect(source == written)
  }

  @Test func keepsWhatWasWrittenHoweverLongItBecomes() {
    var writer = ByteWriter(capacity: 3)
    var expected: [UInt8] = []
    for number in 0..<3000 {
      writer.write(number)
      writer.write(number % 7 == 0 ? " " : ",")
      expected += Array("\(number)\(number % 7 == 0 ? " " : ",")".utf8)
    }
    let (bytes, last) = (writer.bytes, writer.last)
    #expect(bytes == expected && last == expected.last)
    writer.removeLast(2)
    let fewer = writer.bytes
    #expect(fewer == expected.dropLast(2))
    writer.removeLast(Int.max)
    let (count, none) = (writer.count, writer.last)
    #expect(count == 0 && none == nil)
  }
}
