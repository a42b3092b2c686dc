import PackhorseCore
import Testing

@Suite struct DigestTests {
  /// `vectors_sip128` of the reference implementation (github.com/veorq/SipHash, CC0): the key is 00 to 0f, the message
  /// of length n is 00 to n - 1.
  @Test(arguments: [
    (0, "a3817f04ba25a8e66df67214c7550293"), (1, "da87c1d86b99af44347659119b22fc45"),
    (2, "8177228da4a45dc7fca38bdef60affe4"), (3, "9c70b60c5267a94e5f33b6b02985ed51"),
    (4, "f88164c12d9c8faf7d0f6e7c7bcd5579"), (15, "5493e99933b0a8117e08ec0f97cfc3d9"),
  ])
  func agreesWithThePublishedVectors(length: Int, digest: String) {
    #expect(bytes(Digest(of: (0..<UInt8(length)).map(\.self)[...])) == digest)
  }

  @Test func isTheSameHoweverTheBytesArePieced() {
    let whole = (0..<100).map { UInt8($0 * 7 % 256) }
    for first in 0...40 {
      for second in first...60 {
        let pieces = [whole[..<first], whole[first..<second], whole[second...]].map(Array.init)
        var builder = DigestBuilder()
        for piece in pieces { builder.take(piece) }
        #expect(builder.digest == Digest(of: whole[...]))
      }
    }
  }

  @Test func tellsValuesApartByTheirBounds() {
    func digest(_ texts: String...) -> Digest {
      var builder = DigestBuilder()
      for text in texts { builder.add(text) }
      return builder.digest
    }
    #expect(digest("ab", "c") != digest("a", "bc"))
    #expect(digest("ab", "") != digest("ab"))
    #expect(digest("", "ab") != digest("ab", ""))
  }

  private func bytes(_ digest: Digest) -> String {
    hexadecimal(
      [digest.low, digest.high].flatMap { word in (0..<8).map { UInt8(truncatingIfNeeded: word >> ($0 * 8)) }
      })
  }
}
