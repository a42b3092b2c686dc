import PackhorseCore

/// One thing that the words of a site are held to: what it is about, why, what to write instead, and where it is from.
///
/// docs/style.md lists all of them.
package struct StyleRule: Sendable {
  /// Whose words a rule is about.
  package enum Reach: Sendable {
    /// What the site itself says.
    case ownWords
    /// What people on its pages say as well, other than what is shown as a mistake.
    case speech
    /// Every word, a mistake's too: how numbers and dates are written, how a page is built.
    case everything
  }

  /// Where a rule comes from.
  package enum Source: String, Sendable {
    case serviceManual = "NHS digital service manual"
    case identity = "NHS identity guidelines"
    case sourceStudy = "the source study"
    case house = "docs/authors.md"
  }

  /// As docs/style.md lists it: `style-contraction`.
  package let id: String
  let level: Diagnostic.Severity
  /// One line without a final stop; it never repeats what is written, which may be a person's story.
  let summary: String
  let reason: String
  /// What to write instead, where the finding does not know it better.
  let advice: String
  package let source: Source
  let reach: Reach

  init(
    _ id: String, _ summary: String, because reason: String, write advice: String,
    from source: Source = .house,
    reach: Reach = .ownWords, level: Diagnostic.Severity = .warning
  ) {
    (self.id, self.summary, self.reason, self.advice) = (id, summary, reason, advice)
    (self.source, self.reach, self.level) = (source, reach, level)
  }
}

extension StyleRule.Reach {
  func covers(_ voice: Voice) -> Bool {
    switch self {
    case .ownWords: voice == .site
    case .speech: voice != .mistake
    case .everything: true
    }
  }
}
