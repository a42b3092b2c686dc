/// A reader under hostile input: it is given any bytes at all.
struct FuzzTarget: Sendable {
  /// The name of its corpus, of its dictionary and of its row in docs/performance.md.
  let name: String
  /// Reads the bytes as the site would.
  let read: @Sendable ([UInt8]) -> FuzzReading

  static let all = tables + settings + bodies + [template]

  /// What did not hold; empty where all is well.
  ///
  /// Now and then the bytes are read a second time, and over and over as one long text, where a cost that grows with
  /// the square of the length shows.
  func faults(_ bytes: [UInt8]) -> [String] {
    let reading = read(bytes)
    var faults = reading.faults
    let chance = fingerprint(bytes)
    if chance % 16 == 0 { faults += fault("read twice", reading.output(), read(bytes).output()) }
    if chance % 2048 == 0, !bytes.isEmpty { faults += read(repeated(bytes, to: 64 * 1024)).faults }
    return faults
  }

  private func repeated(_ bytes: [UInt8], to length: Int) -> [UInt8] {
    Array([[UInt8]](repeating: bytes, count: length / bytes.count + 1).joined())
  }
}

/// What came of some bytes.
struct FuzzReading {
  /// Everything that was made of them, in words: the same in every run and every process.
  var output: () -> String
  /// What did not hold.
  var faults: [String]
}

/// A number that follows from the bytes alone (FNV-1a): what an input decides by itself is the same in every process.
func fingerprint(_ bytes: some Sequence<UInt8>) -> UInt64 {
  bytes.reduce(0xCBF2_9CE4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 }
}

/// A fault where two ways to one thing differ.
func fault<Value: Equatable>(_ what: String, _ one: Value, _ other: Value) -> [String] {
  one == other ? [] : ["\(what)\n  once: \(one)\n  then: \(other)"]
}
