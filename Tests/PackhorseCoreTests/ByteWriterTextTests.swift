import PackhorseCore
import Testing

struct ByteWriterTextTests {
  @Test(arguments: [
    "", "a", "<", "&&", "a<b>\"c\"&d", "é & ü", "\0'`", "x<", ">x", "1234567<", "12345678&9 >1234567\"",
    "\u{1}:;=?$'%#&ö<",
  ])
  func escapesTheSameHoweverTextIsHandedOver(text: String) {
    var writers = [ByteWriter(), ByteWriter(), ByteWriter()]
    writers[0].write(text: text)
    writers[1].write(text: Array(text.utf8)[...])
    writers[2].write(text: AnySequence(Array(text.utf8)))
    let expected = text.map { ["&": "&amp;", "<": "&lt;", ">": "&gt;", "\"": "&quot;"][$0] ?? String($0) }
      .joined()
    for writer in writers { #expect(writer.html.source == expected) }
  }

  @Test(arguments: [0, 9, 10, 1205, -7, -100, Int.max, Int.min])
  func writesNumbersInDecimal(number: Int) {
    var writer = ByteWriter()
    writer.write(number)
    #expect(writer.html.source == String(number))
  }
}
