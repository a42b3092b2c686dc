import PackhorseCore

/// Decides for each story whether it may be shown.
///
/// A story without valid consent ends here.
struct ConsentGate {
  let records: [String: ConsentRecord]
  /// What the consent must cover on this site.
  let needed: Set<ConsentRecord.Scope>
  let date: CalendarDate
  /// Stories that were taken out by hand and wait for their entry in the register.
  let withdrawn: Set<String>
  private var suggestions = Suggestions()

  init(records: [ConsentRecord], audience: Audience, date: CalendarDate, withdrawn: [String]) {
    self.records = Dictionary(records.map { ($0.storyID.value, $0) }, uniquingKeysWith: { first, _ in first })
    self.needed = audience == .public ? [.publicWeb] : [.publicWeb, .staffOnly]
    self.date = date
    self.withdrawn = Set(withdrawn)
  }

  enum Decision {
    case show(StoryProvenance)
    /// Left out; the build goes on and links lead to the tombstone.
    case leaveOut(Diagnostic)
    case refuse(Diagnostic)
  }

  mutating func decide(on story: SourcePage) -> Decision {
    if withdrawn.contains(story.storyID) { return .leaveOut(.withdrawnByHand(story)) }
    guard let record = records[story.storyID] else {
      let near = suggestions.nearest(to: story.storyID, in: records.keys)
      return .refuse(.missingConsent(story, near: near))
    }
    if let withdrawnOn = record.withdrawnOn, withdrawnOn <= date { return .leaveOut(.storyWithdrawn(story)) }
    if let expires = record.expires, expires < date { return .leaveOut(.consentExpired(story)) }
    if record.scope.isDisjoint(with: needed) { return .leaveOut(.outOfScope(story, needed: needed)) }
    for day in [record.consentDate, record.releaseDate] {
      if let day, day > date { return .refuse(.consentInFuture(story, record: record)) }
    }
    if let digest = record.textDigest {
      guard let body = try? story.body.bytes(), digest == hexadecimal(sha256(body)) else {
        return .refuse(.storyTextChanged(story))
      }
    }
    return .show(
      StoryProvenance(teller: record.teller, basis: record.basis, consentDate: record.consentDate))
  }
}

/// Reports records of the register for which there is no story.
func checkRegister(_ records: [ConsentRecord], stories: Set<String>) -> [Diagnostic] {
  var suggestions = Suggestions()
  return records.filter { !stories.contains($0.storyID.value) }.map {
    .consentWithoutStory($0, near: suggestions.nearest(to: $0.storyID.value, in: stories))
  }
}

extension Diagnostic {
  fileprivate static func missingConsent(_ story: SourcePage, near: String?) -> Diagnostic {
    Diagnostic(
      .error, "missing-consent", "Story '\(story.storyID)' has no record in the consent register",
      at: story.span,
      because: "A story is published only with a record in private/consent.csv, an invented one too.",
      suggestion: near.map {
        "the register has '\($0)': is that this story?"
      }
        ?? "add a row for it to private/consent.csv")
  }

  fileprivate static func storyWithdrawn(_ story: SourcePage) -> Diagnostic {
    Diagnostic(
      .warning, "story-withdrawn", "Story '\(story.storyID)' is left out: its consent was withdrawn",
      at: story.span,
      because: "Links to it lead to a page which says that it is no longer shown.",
      suggestion: "delete the file once no other page needs its place")
  }

  fileprivate static func withdrawnByHand(_ story: SourcePage) -> Diagnostic {
    Diagnostic(
      .warning, "story-withdrawn",
      "Story '\(story.storyID)' is left out: it was withdrawn with 'packhorse withdraw'",
      at: story.span, because: "The consent register does not say so yet.",
      suggestion: "enter the date under withdrawn_on in private/consent.csv")
  }

  fileprivate static func consentExpired(_ story: SourcePage) -> Diagnostic {
    Diagnostic(
      .warning, "story-consent-expired", "Story '\(story.storyID)' is left out: its consent has expired",
      at: story.span, because: "Links to it lead to a page which says that it is no longer shown.",
      suggestion: "ask the teller again, and enter the new date in private/consent.csv")
  }

  fileprivate static func outOfScope(_ story: SourcePage, needed: Set<ConsentRecord.Scope>) -> Diagnostic {
    let names = needed.map(\.rawValue).sorted().joined(separator: "' or '")
    return Diagnostic(
      .warning, "story-out-of-scope",
      "Story '\(story.storyID)' is left out: its consent does not cover this site",
      at: story.span, because: "This site needs the scope '\(names)'.")
  }

  fileprivate static func consentInFuture(_ story: SourcePage, record: ConsentRecord) -> Diagnostic {
    Diagnostic(
      .error, "contradictory-consent",
      "Record of '\(story.storyID)' has a consent or release date in the future",
      at: record.storyID.span,
      because: "A story can be shown only after its teller agreed to it and released it.")
  }

  fileprivate static func storyTextChanged(_ story: SourcePage) -> Diagnostic {
    Diagnostic(
      .error, "story-text-changed", "Story '\(story.storyID)' differs from the text that its teller released",
      at: story.span,
      because: "The register holds the digest of the released text, and this text has another.",
      suggestion: "show the teller the new text, then enter its release date and text_sha256")
  }

  fileprivate static func consentWithoutStory(_ record: ConsentRecord, near: String?) -> Diagnostic {
    Diagnostic(
      .warning, "consent-without-story", "Record '\(record.storyID.value)' belongs to no story",
      at: record.storyID.span,
      suggestion: near.map { "did you mean '\($0)'?" })
  }
}
