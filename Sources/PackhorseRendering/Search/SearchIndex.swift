import PackhorseCore

/// Which words stand in which entries of a volume.
///
/// It is written small. The words come in order, each as a capital letter for how many letters it shares with the one
/// before (A for none) and its other letters, frequent groups of these as one mark. A word's places are numbers: the step from the entry before, times four,
/// plus 2 where the entry is largely about the word, plus 1 at the last of the word.
struct SearchIndex {
  /// The most entries of a volume, so that a step takes two symbols at most.
  static let mostEntries = 256
  /// A word that comes as often as this in an entry is what the entry is about.
  private static let often = 4

  private struct Place {
    var entry: Int
    var times: Int
  }

  /// Hashed at once: an array is hashed byte by byte.
  private struct Word: Hashable {
    let bytes: ArraySlice<UInt8>

    func hash(into hasher: inout Hasher) { bytes.withUnsafeBytes { hasher.combine(bytes: $0) } }
  }

  private var places: [Word: [Place]] = [:]
  private let skipped: Set<Word>

  /// `skipped` are words that say nothing of what a text is about; in titles they count all the same.
  init(skipping skipped: [String]) {
    self.skipped = Set(skipped.map { Word(bytes: Array($0.utf8)[...]) })
  }

  /// Adds the words of an entry; entries come in order.
  mutating func add(_ entry: Int, title: String, _ parts: [SearchPart]) {
    add(Array(title.utf8), of: entry, weight: Self.often, skipping: [])
    for part in parts {
      add(Array(part.heading.utf8), of: entry, weight: Self.often, skipping: skipped)
      add(part.text, of: entry, weight: 1, skipping: skipped)
    }
  }

  private mutating func add(
    _ text: [UInt8], of entry: Int, weight: Int, skipping skipped: Set<Word>
  ) {
    scanWords(text) { bytes in
      let word = Word(bytes: bytes)
      guard !skipped.contains(word) else { return }
      guard let known = places.index(forKey: word) else {
        return places[Word(bytes: Array(bytes)[...])] = [Place(entry: entry, times: weight)]
      }
      let last = places.values[known].count - 1
      if places.values[known][last].entry == entry {
        places.values[known][last].times += weight
      } else {
        places.values[known].append(Place(entry: entry, times: weight))
      }
    }
  }

  /// The words, and all their places, as two texts of printable ASCII.
  func packed() -> (words: [UInt8], places: [UInt8]) {
    var words: [UInt8] = []
    var packedPlaces: [UInt8] = []
    var last: ArraySlice<UInt8> = []
    for (word, found) in places.map({ ($0.bytes, $1) }).sorted(by: { $0.0.lexicographicallyPrecedes($1.0) }) {
      // Only ASCII is shared: the script counts in other units than bytes.
      let shared = zip(last, word).prefix { $0 == $1 && $0 < 0x80 }.prefix(25).count
      words.append(UInt8(ascii: "A") + UInt8(shared))
      words.append(contentsOf: LetterGroups.abbreviated(word.dropFirst(shared)))
      var before = -1
      for (index, place) in found.enumerated() {
        let isLast = index == found.count - 1
        let step = (place.entry - before - 1) * 4 + (place.times >= Self.often ? 2 : 0) + (isLast ? 1 : 0)
        append(step, to: &packedPlaces)
        before = place.entry
      }
      last = word
    }
    return (words, packedPlaces)
  }

  /// Up to 78 takes one symbol; what is more takes two, the first of them above 78.
  private func append(_ number: Int, to text: inout [UInt8]) {
    guard number >= 79 else { return text.append(Self.symbols[number]) }
    text.append(Self.symbols[79 + (number - 79) / Self.symbols.count])
    text.append(Self.symbols[(number - 79) % Self.symbols.count])
  }

  /// 90 characters that need no escape in a script.
  private static let symbols: [UInt8] = (UInt8(ascii: "#")...UInt8(ascii: "~")).filter {
    $0 != UInt8(ascii: "\\") && $0 != UInt8(ascii: "<")
  }
}
