/// Groups of letters that are frequent in English words, each written as one mark; in other languages they save less.
///
/// The index hands the script the groups in the order of their marks.
enum LetterGroups {
  /// Longer groups come first: the first that fits is taken.
  static let all = [
    "tion", "ment", "ness", "able", "ing", "ent", "ion", "ate", "ive", "ed", "er", "en", "st", "se", "le",
    "al",
    "ce", "re", "it", "ly", "in", "te", "ar", "or", "on", "th", "an", "ea", "ou",
  ]

  /// ASCII that is neither letter nor digit, and needs no escape in a script.
  private static let marks: [UInt8] = (UInt8(ascii: "!")...UInt8(ascii: "~")).filter { byte in
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "<"):
      false
    default: true
    }
  }

  private static let marked = zip(all, marks).map { (group: Array($0.utf8), mark: $1) }

  /// Letters with a mark in the place of each group.
  static func abbreviated(_ letters: ArraySlice<UInt8>) -> [UInt8] {
    var rest = letters
    var result: [UInt8] = []
    while let first = rest.first {
      let found = marked.first { rest.starts(with: $0.group) }
      result.append(found?.mark ?? first)
      rest = rest.dropFirst(found?.group.count ?? 1)
    }
    return result
  }
}
