import PackhorseCore

extension PageBinder {
  mutating func bindDirective(_ directive: Directive) {
    switch directive.name {
    case .chart:
      check(directive.arguments["measure"], among: names.measures, as: "measure")
      checkFigures(at: directive.span)
      checkKind(of: directive)
    case .table:
      check(directive.arguments["measure"], among: names.measures, as: "measure")
      checkFigures(at: directive.span)
    case .prescribingBesideReferral: bindPrescribing(directive)
    case .criteria: check(directive.arguments["name"], among: names.criteria, as: "criteria")
    case .form, .cards: check(directive.arguments["criteria"], among: names.criteria, as: "criteria")
    case .story: check(directive.arguments["name"], among: names.stories, as: "story")
    case .poster:
      if let target = directive.arguments["code"] { bindCode(target) }
    case .video:
      for argument in ["src", "captions"] {
        if let name = directive.arguments[argument] { bindFile(name) }
      }
    case .groups:
      checkFilter(directive.arguments["activity"], among: names.activities)
      checkFilter(directive.arguments["day"], among: names.days)
    case .callout, .dialogue, .discuss, .quiz, .checklist, .doDont, .prosCons, .evidenceCard,
      .scenario, .confidence, .goal, .actionPlan, .reflect, .twoFutures, .agenda, .planner, .charter,
      .copyText, .codes, .fragileGroups:
      break
    }
  }

  mutating func bindInline(_ inline: Located<InlineDirective>) {
    switch inline.value.name {
    case .term: bindTerm(inline.map(\.text))
    case .word:
      let problem = checkWord(inline.value.text, at: inline.span, words: names.words, &suggestions)
      if let problem { report(problem) }
    case .stat:
      let parts = inline.value.text.split(separator: " ").map(String.init)
      check(Located(parts.first ?? "", at: inline.span), among: names.measures, as: "measure")
      checkFigures(at: inline.span)
    }
  }

  private mutating func bindTerm(_ term: Located<String>) {
    guard let id = names.terms[term.value.lowercased()] else {
      let terms = names.terms
      return report(.unknownTerm(term, near: suggestions.nearest(to: term.value, in: terms.keys)))
    }
    bound.bindings.terms[term.value] = id
  }

  mutating func check(_ name: Located<String>?, among known: Set<String>, as kind: String) {
    guard let name, !known.contains(name.value) else { return }
    report(.unknownName(name, kind: kind, near: suggestions.nearest(to: name.value, in: known)))
  }

  /// Figures on a page that several practices have in common, and no area holds them all.
  mutating func checkFigures(at span: SourceSpan) {
    let isAboutAnArea = page.source.frontMatter.level == .pcn || page.source.frontMatter.level == .icb
    if names.hasSharedFigures || page.source.isOfPractice || isAboutAnArea { return }
    report(.figureWithoutArea(at: span))
  }

  /// A chart of a kind that the measure cannot be drawn as.
  private mutating func checkKind(of chart: Directive) {
    guard let written = chart.arguments["kind"], let kind = ChartKind(rawValue: written.value),
      let measure = names.measuresByID[chart["measure"] ?? ""], !kind.suits(measure)
    else { return }
    report(.chartDoesNotSuit(written, measure))
  }

  private mutating func checkFilter(_ filter: Located<String>?, among known: Set<String>) {
    guard let filter, !known.contains(filter.value.lowercased()) else { return }
    report(.groupsWithoutMatch(filter, near: suggestions.nearest(to: filter.value.lowercased(), in: known)))
  }
}

/// The problem of `:word[…]` with this text, or nil: the word must be the site's, the form one that words have.
func checkWord(
  _ text: String, at span: SourceSpan, words: Set<String>, _ suggestions: inout Suggestions
) -> Diagnostic? {
  let parts = text.split(separator: " ").map(String.init)
  guard let id = parts.first, words.contains(id) else {
    let word = parts.first ?? ""
    return .unknownName(Located(word, at: span), kind: "word", near: suggestions.nearest(to: word, in: words))
  }
  guard parts.count == 1 || parts.count == 2 && ["singular", "plural", "article"].contains(parts[1]) else {
    return .unknownWordForm(text, at: span)
  }
  return nil
}

extension Diagnostic {
  fileprivate static func unknownName(_ name: Located<String>, kind: String, near: String?) -> Diagnostic {
    Diagnostic(
      .error, "unknown-\(kind)", "Unknown \(kind) '\(name.value)'", at: name.span,
      suggestion: near.map { "did you mean '\($0)'?" })
  }

  fileprivate static func figureWithoutArea(at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      .error, "figure-without-area", "Figure of nobody in particular", at: span,
      because:
        "All practices have this page in common, and no one network or board of practices.csv holds them all.",
      suggestion: "move it to a page of the practice, or to a summary for networks or boards")
  }

  fileprivate static func chartDoesNotSuit(_ kind: Located<String>, _ measure: Measure) -> Diagnostic {
    let others = ChartKind.allCases.filter { $0.suits(measure) }.map { "'\($0.rawValue)'" }
    return Diagnostic(
      .error, "chart-does-not-suit",
      "'\(measure.id)' cannot be drawn as '\(kind.value)'", at: kind.span,
      because: !measure.isCompared && (kind.value == "areas" || kind.value == "funnel")
        ? "'beside-others: false' in measures.yml keeps practices apart."
        : "Its type is '\(measure.kind.rawValue)'.",
      suggestion: "write \(others.joined(separator: " or ")), or leave 'kind' out")
  }

  fileprivate static func unknownTerm(_ term: Located<String>, near: String?) -> Diagnostic {
    Diagnostic(
      .error, "unknown-term", "Term '\(term.value)' is not in the glossary", at: term.span,
      because: "A term leads to its meaning in content/glossary.yml.",
      suggestion: near.map { "did you mean '\($0)'?" })
  }

  fileprivate static func unknownWordForm(_ text: String, at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      .error, "unknown-word-form", "Unknown form in ':word[\(text)]'", at: span,
      because: "A word has three forms: singular (the default), plural and article.")
  }

  fileprivate static func groupsWithoutMatch(_ filter: Located<String>, near: String?) -> Diagnostic {
    Diagnostic(
      .warning, "groups-without-match", "No group matches '\(filter.value)'", at: filter.span,
      because: "The list would be empty.",
      suggestion: near.map { "did you mean '\($0)'?" })
  }
}
