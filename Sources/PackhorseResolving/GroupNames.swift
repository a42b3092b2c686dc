import PackhorseCore

/// Warns of groups that are called after a problem: people do not come to a group that calls them lonely or ill.
func checkGroupNames(_ groups: [CommunityGroup]) -> [Diagnostic] {
  groups.filter { group in
    group.isListed && [group.name, group.activity].contains { namesAProblem($0.lowercased()) }
  }.map(Diagnostic.groupNamedForAProblem)
}

/// Words that say who somebody is thought to be, and not what they would do there.
private let labels: Set = [
  "lonely", "loneliness", "isolated", "isolation", "depressed", "depression", "anxious", "anxiety",
  "vulnerable", "sufferers", "patients", "obese", "inactive",
]

private func namesAProblem(_ text: String) -> Bool {
  // Most names are plain words, which need no look at each character.
  if text.utf8.allSatisfy({ isSmallLetter($0) || $0 == UInt8(ascii: " ") }) {
    return text.utf8.split(separator: UInt8(ascii: " ")).contains { word in
      labels.contains(String(Substring(word)))
    } || Array(text.utf8).has("mental health") || Array(text.utf8).has("mental illness")
  }
  return namesAProblemInAnyWords(text)
}

private func isSmallLetter(_ byte: UInt8) -> Bool {
  (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte)
}

private func namesAProblemInAnyWords(_ text: String) -> Bool {
  text.split { !$0.isLetter }.contains { labels.contains(String($0)) }
    || text.contains("mental health") || text.contains("mental illness")
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
