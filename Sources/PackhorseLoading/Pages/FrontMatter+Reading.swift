import PackhorseCore

extension FrontMatter {
  /// Takes the keys that the kind of page allows.
  init(reading fields: inout Fields, on kind: PageKind) {
    self.init()
    for key in FrontMatterKey.allCases where key.isAllowed(on: kind) {
      take(key, from: &fields, isRequired: key.isRequired(on: kind))
    }
  }

  private mutating func take(_ key: FrontMatterKey, from fields: inout Fields, isRequired: Bool) {
    let name = key.rawValue
    switch key {
    case .title: title = fields.text(name, isRequired: isRequired)?.value ?? ""
    case .summary: summary = fields.text(name, isRequired: isRequired)?.value ?? ""
    case .order: order = fields.number(name, in: -9_999...9_999)?.value
    case .roles: roles = fields.texts(name, isRequired: isRequired)
    case .minutes: minutes = fields.number(name, in: 1...1_440, isRequired: isRequired)?.value
    case .requires: requires = fields.texts(name)
    case .objectives: objectives = fields.texts(name, isRequired: isRequired).map(\.value)
    case .interventions: interventions = fields.numbers(name, in: 1...10)
    case .themes: themes = fields.texts(name)
    case .techniques: techniques = fields.texts(name)
    case .capabilities: capabilities = fields.texts(name).map(\.value)
    case .author: author = fields.text(name)?.value
    case .clinicalReview: clinicalReview = fields.text(name, isRequired: isRequired)?.value
    case .reviewed: reviewed = fields.date(name, isRequired: isRequired)?.value
    case .changed: changed = fields.date(name)?.value
    case .reviewDue: reviewDue = fields.date(name, isRequired: isRequired)
    case .sources: sources = fields.texts(name)
    case .lang: language = fields.language(name)
    case .aliases: aliases = fields.texts(name)
    case .level: level = fields.choice(name, of: AreaLevel.self, isRequired: isRequired)
    case .measures: measures = fields.texts(name, isRequired: isRequired)
    // For the proofreader, who takes it from the file: see `readManuscript`.
    case .styleIgnore: _ = fields.texts(name)
    }
  }
}

extension Fields {
  /// A language tag (BCP 47) by its form: `en-GB`, `cy`.
  mutating func language(_ key: String) -> String? {
    guard let text = text(key) else { return nil }
    let parts = text.value.split(separator: "-", omittingEmptySubsequences: false)
    let isTag = parts.allSatisfy { (1...8).contains($0.utf8.count) && $0.utf8.allSatisfy(isAlphanumeric) }
    if isTag, (2...3).contains(parts[0].utf8.count) { return text.value }
    report(.badLanguage(text))
    return nil
  }
}

extension Diagnostic {
  fileprivate static func badLanguage(_ text: Located<String>) -> Diagnostic {
    Diagnostic(
      .error, "bad-value", "\(quoted(text.value)) is no language tag", at: text.span,
      because: "A screen reader chooses its voice by it.", suggestion: "write 'en-GB' or 'cy'")
  }
}
