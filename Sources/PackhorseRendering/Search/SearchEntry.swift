import PackhorseCore

/// Something that a reader can find: a page, a word of the glossary, a group.
struct SearchEntry: Sendable {
  /// What the results are grouped by; `script.search.kind` names each.
  enum Kind: String, Sendable, CaseIterable {
    case module, criteria, story, evidence, summary, practice, group, word
  }

  /// Where its text is, which is read when the index is made.
  enum Text: Sendable {
    case page(ResolvedPage)
    /// What data or settings say, one paragraph after another.
    case written([String])
  }

  var kind: Kind
  var address: Address
  /// The place on the page; nil for its beginning.
  var anchor: String?
  var title: String
  var text: Text
}

extension Publication {
  /// All that a reader can find: what the site shows, and nothing else.
  ///
  /// Stories that may not be shown are no part of a publication, nor is anything exact or private.
  var searchEntries: [SearchEntry] {
    let groups = settings.has(.groupPages) ? groups.filter(\.isListed) : []
    return allPages.compactMap(entry) + criteria.map(entry) + groups.map(entry) + glossary.map(entry)
  }

  private func entry(_ page: ResolvedPage) -> SearchEntry? {
    let kind: SearchEntry.Kind
    switch page.kind {
    case .home: return nil
    case .section, .module: kind = .module
    case .story: kind = .story
    case .evidence: kind = .evidence
    case .summary: kind = .summary
    case .practice: kind = .practice
    }
    return SearchEntry(
      kind: kind, address: page.address, title: title(of: page), text: .page(page))
  }

  private func entry(_ criteria: ResolvedCriteria) -> SearchEntry {
    let source = criteria.source
    let questions = source.questions.flatMap { question in
      [question.question, question.reason] + question.answers.map(\.means)
    }
    let outcomes = source.outcomes.flatMap { [$0.title, $0.action] }
    return SearchEntry(
      kind: .criteria, address: criteria.address, title: localText(source.title),
      text: .written(([source.summary] + questions + outcomes + [source.safetyNet]).map(localText)))
  }

  private func entry(_ group: CommunityGroup) -> SearchEntry {
    SearchEntry(
      kind: .group, address: .group(group.id.value), title: group.name,
      text: .written([group.description, group.activity, group.day, group.place, group.firstVisit]))
  }

  private func entry(_ word: GlossaryEntry) -> SearchEntry {
    SearchEntry(
      kind: .word, address: .glossary, anchor: word.id, title: localText(word.term),
      text: .written([localText(word.definition)] + word.also))
  }
}
