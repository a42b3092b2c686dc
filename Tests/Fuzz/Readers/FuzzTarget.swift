/// A reader under hostile input, by the name of its corpus, of its dictionary and of its row in docs/performance.md.
enum FuzzTarget: String, CaseIterable {
  case outcomes, groups, consent, site, settings
  case frontMatter = "front-matter"
  case references, directives, tables, templates
  case records, shapes, sources, services
}

extension FuzzSite {
  /// Reads any bytes at all as the site would.
  func read(_ bytes: [UInt8], as target: FuzzTarget) async -> FuzzReading {
    switch target {
    case .outcomes: readTable(bytes, at: "content/data/outcomes.csv")
    case .groups: readTable(bytes, at: "content/data/groups.csv")
    case .consent: readTable(bytes, at: "private/consent.csv")
    case .site: readSettings(bytes, at: "content/site.yml")
    case .settings: readSettings(bytes, at: settingsPath(of: bytes))
    case .references: readSettings(bytes, at: "content/references.json")
    case .frontMatter: readPage(bytes)
    // One reader, two corpora: directives and pipe tables meet all else that a text can hold.
    case .directives, .tables: readBody(bytes)
    case .templates: readTemplate(bytes)
    case .records: await readRecords(bytes)
    case .shapes: await readShape(bytes)
    case .sources: await readSourcesFile(bytes)
    case .services: readServices(bytes)
    }
  }

  /// What did not hold; empty where all is well.
  ///
  /// Now and then the bytes are read a second time, and over and over as one long text, where a cost that grows with
  /// the square of the length shows.
  func faults(_ bytes: [UInt8], as target: FuzzTarget) async -> [String] {
    let reading = await read(bytes, as: target)
    var faults = reading.faults
    let chance = fingerprint(bytes)
    if chance % 16 == 0 {
      faults += fault("read twice", reading.output(), await read(bytes, as: target).output())
    }
    if chance % 2048 == 0, !bytes.isEmpty {
      faults += await read(repeated(bytes, to: 64 * 1024), as: target).faults
    }
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
