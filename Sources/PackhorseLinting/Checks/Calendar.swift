/// The words about days, hours and shares that stand beside numbers.
enum Calendar {
  static let months = hashes(
    """
    january february march april may june july august september october november december jan feb apr jun jul aug \
    sep sept oct nov dec
    """)
  static let hours = hashes("hrs hours hr")
  static let percents = hashes("percent per pc")
  static let (per, cent, of, between) = (hash("per"), hash("cent"), hash("of"), hash("between"))

  static func isOrdinal(_ ending: ArraySlice<UInt8>) -> Bool {
    ["st", "nd", "rd", "th"].contains { ending.elementsEqual($0.utf8) }
  }

  static func hashes(_ words: String) -> Set<UInt64> { Set(words.split(separator: " ").map { hash($0) }) }

  private static func hash(_ word: some StringProtocol) -> UInt64 { WordHash(of: word.utf8).value }
}
