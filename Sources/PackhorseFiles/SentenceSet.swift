/// Sentences that are all looked for in one pass over a text.
struct SentenceSet {
  /// Sentences by a hash of their first four bytes.
  private var sentences = [[[UInt8]]](repeating: [], count: 1 << 16)
  private(set) var count = 0

  /// Adds a sentence of four bytes or more.
  mutating func insert(_ sentence: [UInt8]) {
    guard sentence.count >= 4 else { return }
    let slot = sentence.withUnsafeBufferPointer { SentenceSet.slot($0, 0) }
    guard !sentences[slot].contains(sentence) else { return }
    sentences[slot].append(sentence)
    count += 1
  }

  /// True where at least one of the sentences stands in the text, byte by byte.
  func occur(in text: [UInt8]) -> Bool {
    guard count > 0 else { return false }
    return text.withUnsafeBufferPointer { bytes in
      var at = 0
      while at + 4 <= bytes.count {
        let candidates = sentences[SentenceSet.slot(bytes, at)]
        if !candidates.isEmpty, candidates.contains(where: { bytes[at...].starts(with: $0) }) { return true }
        at += 1
      }
      return false
    }
  }

  private static func slot(_ bytes: UnsafeBufferPointer<UInt8>, _ at: Int) -> Int {
    let key =
      UInt32(bytes[at]) << 24 | UInt32(bytes[at + 1]) << 16 | UInt32(bytes[at + 2]) << 8
      | UInt32(bytes[at + 3])
    // Multiplicative hashing (Knuth, The Art of Computer Programming, volume 3, section 6.4).
    return Int((key &* 2_654_435_769) >> 16)
  }
}
