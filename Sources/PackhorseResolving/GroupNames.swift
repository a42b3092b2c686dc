import PackhorseCore

/// Warns of groups that are called after a problem: people do not come to a group that calls them lonely or ill.
func checkGroupNames(_ groups: [CommunityGroup], jobs: Int) async -> [Diagnostic] {
  let isNamedForAProblem = await concurrentMap(groups, jobs: jobs) { group in
    group.isListed && [group.name, group.activity].contains { namesAProblem($0.lowercased()) }
  }
  return zip(groups, isNamedForAProblem).filter(\.1).map { .groupNamedForAProblem($0.0) }
}

/// Words that say who somebody is thought to be, and not what they would do there.
private let labels: Set = [
  "lonely", "loneliness", "isolated", "isolation", "depressed", "depression", "anxious", "anxiety",
  "vulnerable", "sufferers", "patients", "obese", "inactive",
]

private func namesAProblem(_ text: String) -> Bool {
  let bytes = Array(text.utf8)
  return text.unicodeScalars.split { !$0.isLetter }.contains { labels.contains(String($0)) }
    || bytes.has("mental health") || bytes.has("mental illness")
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
