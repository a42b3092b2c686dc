package import PackhorseCore

/// A site of invented data alone, marked as invented: records of referrals, sizes of lists, measures and sources.
///
/// Its practices have codes that are never issued. All numbers follow from the seed.
package func sampleData(practices: Int, quarters: Int, seed: UInt64) -> [SourceFile] {
  var random = SplitMix(seed: seed)
  let all = (0..<practices).map { InventedPractice(number: $0 + 1, &random) }
  let first = 2026 * 4 - quarters
  var referrals = referralsHeader
  var lists = listsHeader
  var number = 0
  for practice in all {
    for quarter in first..<2026 * 4 {
      lists += practice.listRow(in: quarter)
      for _ in 0..<practice.referrals(in: quarter, &random) {
        number += 1
        referrals += InventedReferral(in: quarter, &random).row(number, practice: practice.code)
      }
    }
  }
  let code = all[0].code
  let files = [
    ("README.md", readme), ("content/site.yml", siteFile(code)), ("content/index.md", indexPage),
    ("content/practice.yml", practiceFile(code)),
    ("content/data/practices.csv", practicesHeader + all.map(\.practiceRow).joined()),
    ("content/data/measures.yml", measuresFile), ("content/data/sources.yml", sourcesFile),
    ("content/data/invented-registered-patients.csv", lists), ("private/invented-referrals.csv", referrals),
  ]
  return files.map { SourceFile(path: $0.0, bytes: Array($0.1.utf8)) }
}

/// Numbers that follow from a seed (SplitMix64).
struct SplitMix {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }

  /// From 0 to just below 1.
  mutating func share() -> Double { Double(next() >> 11) / Double(1 << 53) }

  mutating func below(_ limit: Int) -> Int { Int(share() * Double(limit)) }

  /// About normal, with mean 0 and standard deviation 1: twelve shares added up.
  mutating func normal() -> Double { (0..<12).reduce(-6) { sum, _ in sum + share() } }

  /// One of the words, each as often as its weight says.
  mutating func pick(_ words: [(word: String, weight: Int)]) -> String {
    var left = below(words.reduce(0) { $0 + $1.weight })
    for (word, weight) in words {
      if left < weight { return word }
      left -= weight
    }
    return words[0].word
  }
}
