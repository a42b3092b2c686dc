import Testing

@testable import PackhorseRendering

private func words(_ text: String) -> [String] {
  var found: [String] = []
  scanWords(Array(text.utf8)) { found.append(String(decoding: $0, as: UTF8.self)) }
  return found
}

@Suite struct WordScanTests {
  @Test func cutsAtWhateverIsNoLetter() {
    #expect(words("A GP’s walking-group; “Café”\n(Tŷ)") == ["gp", "walking", "group", "café", "tŷ"])
  }

  @Test func takesThePluralsLetterAndNoOther() {
    #expect(
      words("groups crisis stress status gas stories") == [
        "group", "crisis", "stress", "status", "gas", "storie",
      ])
  }

  @Test func leavesOutSinglesAndNumbers() {
    #expect(words("x 2026 16th b2") == ["16th", "b2"])
  }

  @Test func findsNothingInBrokenText() {
    var found = 0
    scanWords([0xE2, 0x80, 0x61, 0xFF, 0xC3]) { _ in found += 1 }
    #expect(found == 0)
  }
}
