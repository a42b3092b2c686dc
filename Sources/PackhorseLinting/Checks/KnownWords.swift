/// Words that rules have to know.
enum KnownWords {
  /// Words that may stand twice in a row.
  static let twice = hashes("had that do is no very bye knock her so long")

  static let jobBeginnings = hashes(
    "link social practice care community general health peer network clinical salaried")
  static let jobEndings = hashes(
    """
    worker workers prescriber prescribers prescribing manager managers nurse nurses coordinator coordinators connector \
    connectors practitioner practitioners coach coaches
    """)

  /// Abbreviations that everybody in general practice knows, or that are better known than what they stand for.
  static let abbreviations: Set<String> = Set(
    """
    NHS GP UK EU US USA PDF CSV HTML URL ID QR TV CD DVD OK AM PM BBC MP CV FAQ SMS HIV AIDS COVID DNA BMI IT HR CPD \
    GDPR AI PIN BST GMT USB PC XML JSON YAML CC BY II III IV VI SNOMED CT NICE AA CHI BAME BME
    """.split(separator: " ").map(String.init))

  private static let titles = hashes("dr mr mrs ms prof")

  /// True for what stands before a name.
  static func isTitle(_ word: ArraySlice<UInt8>) -> Bool {
    word.first?.isCapital == true && titles.contains(WordHash(of: word.lazy.map(\.lowercased)).value)
  }

  private static let shouted = hashes(
    """
    not must never always important warning note stop please and all only read caution urgent before danger now \
    attention remember this the your you with for without every first
    """)

  static func isShouted(_ word: Word) -> Bool { shouted.contains(word.hash) }

  static func hashes(_ words: String) -> Set<UInt64> {
    Set(words.split(separator: " ").map { WordHash(of: $0.utf8).value })
  }
}
