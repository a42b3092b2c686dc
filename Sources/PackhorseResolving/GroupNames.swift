import PackhorseCore

/// Warns of groups that are called after a problem: people do not come to a group that calls them lonely or ill.
func checkGroupNames(_ groups: [CommunityGroup]) -> [Diagnostic] {
  groups.filter { $0.isListed && (namesAProblem($0.bytes(.name)) || namesAProblem($0.bytes(.activity))) }
    .map(Diagnostic.groupNamedForAProblem)
}

/// Words that say who somebody is thought to be, and not what they would do there.
private let labels: Set = [
  "lonely", "loneliness", "isolated", "isolation", "depressed", "depression", "anxious", "anxiety",
  "vulnerable", "sufferers", "patients", "obese", "inactive",
]

/// The same in several words.
private let phrases = ["mental health", "mental illness"]

private func namesAProblem(_ text: ArraySlice<UInt8>) -> Bool {
  // A text is taken apart only where it has the letters of one of them.
  guard problems.mayBegin(in: text) else { return false }
  let lower = String(decoding: text, as: UTF8.self).lowercased()
  return lower.unicodeScalars.split { !$0.isLetter }.contains { labels.contains(String($0)) }
    || phrases.contains { Array(lower.utf8).has($0) }
}

private let problems = Beginnings(of: labels + phrases)

/// The beginnings of some words, to be looked for in texts that hardly ever have one.
private struct Beginnings {
  private let words: [[UInt8]]
  /// For each first letter the second ones, a bit each; a letter is known by its last five bits, capital or small.
  private var pairs = [UInt32](repeating: 0, count: 32)

  init(of words: [String]) {
    self.words = words.map { Array($0.utf8) }
    for word in self.words { pairs[Int(word[0] & 31)] |= 1 << UInt32(word[1] & 31) }
  }

  /// False where none of the words is in a text, be it within another word, in capital or small letters.
  func mayBegin(in text: ArraySlice<UInt8>) -> Bool {
    text.withUnsafeBufferPointer { text in
      text.indices.dropLast().contains { start in
        pairs[Int(text[start] & 31)] >> UInt32(text[start + 1] & 31) & 1 == 1
          && words.contains { word in
            word.count <= text.count - start
              && word.indices.allSatisfy { text[start + $0] | 0x20 == word[$0] }
          }
      }
    }
  }
}

extension Unicode.Scalar {
  /// Asking for the properties of a letter of English takes longer than all the rest.
  fileprivate var isLetter: Bool {
    isASCII ? "a"..."z" ~= self || "A"..."Z" ~= self : properties.isAlphabetic
  }
}

extension Diagnostic {
  fileprivate static func groupNamedForAProblem(_ group: CommunityGroup) -> Diagnostic {
    Diagnostic(
      .warning, "group-named-for-a-problem",
      "Group '\(group.id.value)' is named for a problem, not for what people do", at: group.id.span,
      because: "People stay away from a group that calls them lonely or ill.",
      suggestion: "name the activity: 'Tuesday lunch', 'Allotment', 'Walking'")
  }
}
