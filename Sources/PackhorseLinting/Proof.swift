import PackhorseCore

/// What was found in a file so far, and what has to be known of it as a whole.
struct Proof {
  let source: SourceText
  let glossary: Set<String>
  private(set) var findings: [StyleFinding] = []
  /// Abbreviations that were explained or reported.
  var knownAbbreviations: Set<String>
  var readability = Readability()
  private let ignored: Set<String>
  let isStory: Bool

  init(of manuscript: Manuscript, glossary: Set<String>) {
    source = SourceText(manuscript.bytes, path: manuscript.path)
    self.glossary = glossary
    ignored = Set(manuscript.ignoredRules.map(\.value))
    knownAbbreviations = glossary
    isStory = manuscript.kind == .story
  }

  /// Reports a range of a passage; `replacement` mends it where it is written there byte for byte.
  ///
  /// A story is its teller's, word by word, and links name headings by their words: nothing in them is mended.
  mutating func report(
    _ rule: StyleRule, _ range: Range<Int>, of passage: Passage, write advice: String? = nil,
    replacement: [UInt8]? = nil
  ) {
    let place = passage.place(of: range, in: source)
    let fix = replacement.flatMap { replacement in
      place.isMendable && !isStory && (!passage.isHeading || rule.id == StyleRule.headingStop.id)
        ? StyleFinding.Fix(range: place.range, replacement: replacement) : nil
    }
    report(rule, at: source.span(place.range), write: advice, fix: fix)
  }

  /// Reports a place of the file.
  mutating func report(
    _ rule: StyleRule, at span: SourceSpan, write advice: String? = nil, fix: StyleFinding.Fix? = nil
  ) {
    guard !ignored.contains(rule.id) else { return }
    let diagnostic = Diagnostic(
      rule.level, rule.id, rule.summary, at: span, because: rule.reason, suggestion: advice ?? rule.advice)
    findings.append(StyleFinding(diagnostic, fix: fix))
  }

  mutating func check(_ shown: Manuscript.ShownText) {
    guard let offset = source.offset(of: shown.text.span.start) else { return }
    let kind: Passage.Kind =
      switch shown.role {
      case .title: .title
      case .siteTitle: .siteTitle
      case .text: .setting
      case .form: .form
      }
    var passage = Passage(kind, voice: .site, origin: offset)
    let text = Array(shown.text.value.utf8)
    if shown.role == .form {
      passage.append(form: text, near: offset, in: source)
    } else {
      passage.append(text[...], near: offset, in: source)
    }
    check(passage)
  }

  /// Holds a passage to every rule that is about its words.
  mutating func check(_ passage: Passage) {
    let scan = WordScan(passage.text)
    checkPhrases(of: passage, scan)
    checkFigures(of: passage, scan)
    checkSigns(of: passage, scan)
    checkWords(of: passage, scan)
    switch passage.kind {
    case .title, .siteTitle, .heading, .blockTitle: checkHeading(passage, scan)
    case .paragraph, .setting: checkLength(of: passage, scan)
    case .cell, .alternative, .form: break
    }
  }

  /// Whose words a range of a passage is.
  func voice(of range: Range<Int>, in passage: Passage, _ scan: WordScan) -> Voice {
    passage.voice == .site && scan.isQuoted(range) ? .person : passage.voice
  }
}
