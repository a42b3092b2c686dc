import PackhorseCore
import Testing

struct WordSearchTests {
  @Test(arguments: 0..<20)
  func findsEachByteWhereverItStands(place: Int) {
    var text = [UInt8](repeating: UInt8(ascii: "a"), count: 20)
    text[place] = UInt8(ascii: "|")
    text.withUnsafeBufferPointer { bytes in
      for start in 0...20 {
        #expect(bytes.firstIndex(of: UInt8(ascii: "|"), from: start) == (start > place ? nil : place))
      }
    }
  }

  @Test func marksNoByteButTheOneLookedFor() {
    for byte in UInt8.min...UInt8.max {
      for length in 1...9 {
        let text = [UInt8](repeating: byte, count: length)
        text.withUnsafeBufferPointer { bytes in
          #expect(bytes.firstIndex(of: byte, from: 0) == 0)
          #expect(bytes.firstIndex(of: byte ^ 0x80, from: 0) == nil)
          #expect(bytes.firstIndex(of: byte ^ 0x01, from: 0) == nil)
        }
      }
    }
  }
}
