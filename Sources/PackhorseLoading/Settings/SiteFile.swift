import PackhorseCore

/// Reads `content/site.yml`.
func readSite(_ text: ArraySlice<UInt8>, path: String) -> Outcome<SiteSettings?> {
  readSettings(text, path: path) { fields in
    var site = SiteSettings()
    checkFormat(&fields)
    site.title = fields.requiredText("title")
    site.description = fields.requiredText("description")
    site.url = fields.publicAddress("url")
    site.language = fields.language("language") ?? site.language
    site.practices = practices(&fields) ?? .one(Located("", at: fields.place(of: "practices")))
    site.id = siteID(&fields, of: site.practices)
    site.storage = fields.choice("storage", of: Storage.self) ?? site.storage
    readDisclosure(&fields, into: &site)
    readZero(&fields, into: &site)
    site.fewestForMean = fields.number("fewest-for-mean", in: 8...1_000)?.value ?? site.fewestForMean
    site.protection = fields.choice("protect", of: Protection.self) ?? site.protection
    site.leftOut = Set(fields.choices("leave-out", of: OptionalPart.self))
    site.isSearched = fields.flag("search") ?? true
    // Nobody asked for the pages of every practice to be kept in their browser.
    site.isKeptOffline = fields.flag("offline") ?? (site.audience == .public && site.practice != nil)
    site.isSample = fields.flag("sample") ?? site.isSample
    site.licence = fields.text("licence")?.value ?? ""
    site.allowsHTML = fields.word("html", of: ["deny", "allow"])?.value == "allow"
    site.roles = fields.nested("roles", isRequired: true, roles) ?? []
    site.localWords = fields.nested("words", isRequired: true, localWords) ?? [:]
    site.review = fields.nested("review", reviewRules) ?? site.review
    site.codes = fields.each("codes", isRequired: false) { fields in
      ClinicalCode(
        term: fields.requiredText("term"), code: fields.requiredText("code"), use: fields.requiredText("use"))
    }
    site.diagnosticLevels = fields.nested("diagnostics", diagnosticLevels) ?? [:]
    return site
  }
}

private func checkFormat(_ fields: inout Fields) {
  guard let format = fields.text("format", isRequired: true), format.value != "1" else { return }
  fields.report(.unknownFormat(format))
}

/// The practices of the site: a code, a list of codes, or `all`; nil after a report.
private func practices(_ fields: inout Fields) -> SitePractices? {
  guard let node = fields.node("practices", isRequired: true) else { return nil }
  if node.text?.value == "all" { return .all(at: node.span) }
  guard case .sequence(let items) = node.content else {
    return practice(node, &fields).map(SitePractices.one)
  }
  let codes = items.compactMap { practice($0, &fields) }
  for (index, code) in codes.enumerated() where codes[..<index].contains(where: { $0.value == code.value }) {
    fields.report(.practiceTwice(code))
  }
  if codes.count > 1 { return .several(codes) }
  if items.isEmpty { fields.report(.noPractice(at: node.span)) }
  return codes.first.map(SitePractices.one)
}

private func practice(_ node: SourceNode, _ fields: inout Fields) -> Located<String>? {
  fields.text(node, named: "'practices'").flatMap { fields.practiceCode($0) }
}

/// What the site calls itself to a reader's browser; nil where it does not say, or after a report.
private func siteID(_ fields: inout Fields, of practices: SitePractices) -> String? {
  let isForOne = if case .one = practices { true } else { false }
  guard let id = fields.text("id", isRequired: !isForOne) else { return nil }
  if isSlug(id.value) { return id.value }
  fields.report(.badID(id))
  return nil
}

private func readDisclosure(_ fields: inout Fields, into site: inout SiteSettings) {
  site.audience = fields.choice("audience", of: Audience.self) ?? site.audience
  if site.audience == .practice, site.practice == nil {
    fields.report(.severalPractices(at: fields.node("audience")?.span ?? fields.span))
  }
  site.disclosure = fields.choice("disclosure", of: Disclosure.self) ?? site.disclosure
  site.disclosureSpan = fields.node("disclosure")?.span ?? site.disclosureSpan
  if site.disclosure == .none, site.audience == .public {
    fields.report(.disclosureNeedsPracticeAudience(at: fields.node("disclosure")?.span ?? fields.span))
  }
}

private func readZero(_ fields: inout Fields, into site: inout SiteSettings) {
  site.showsZero = fields.flag("show-zero") ?? site.showsZero
  if site.disclosure == .sumOfCells, !site.showsZero {
    fields.report(.sumsNeedZero(at: fields.node("show-zero")?.span ?? fields.span))
  }
}

private func roles(_ fields: inout Fields) -> [Role] {
  fields.byID { id, fields in
    Role(id: id.value, title: fields.requiredText("title"), plural: fields.requiredText("plural"))
  }
}

private func localWords(_ fields: inout Fields) -> [String: LocalWord] {
  _ = fields.node("link-worker", isRequired: true)
  let words = fields.byID { id, fields in (id.value, fields.localWord(id)) }
  return Dictionary(words) { first, _ in first }
}

private func reviewRules(_ fields: inout Fields) -> ReviewRules {
  var rules = ReviewRules()
  rules.warnDays = fields.number("warn-days", in: 0...3_650)?.value ?? rules.warnDays
  rules.groupDays = fields.number("group-days", in: 1...3_650)?.value ?? rules.groupDays
  return rules
}

private func diagnosticLevels(_ fields: inout Fields) -> [String: Located<Diagnostic.Severity>] {
  var levels: [String: Located<Diagnostic.Severity>] = [:]
  for entry in fields.all() {
    let id = entry.key
    let word = fields.word(entry.value, named: quoted(id.value), of: ["error", "warning", "note"])
    let level = word.flatMap { Diagnostic.Severity(rawValue: $0.value) }
    if isSlug(id.value) {
      levels[id.value] = level.map { Located($0, at: id.span) }
    } else {
      fields.report(.badID(id))
    }
  }
  return levels
}

extension Fields {
  /// A local word in its three forms.
  mutating func localWord(_ id: Located<String>) -> LocalWord {
    if id.value == "practice" { report(.reservedWord(at: id.span)) }
    return LocalWord(
      singular: requiredText("singular"), plural: requiredText("plural"), article: requiredText("article"))
  }

  /// A practice's code; nil after a report.
  mutating func practiceCode(_ text: Located<String>) -> Located<String>? {
    if isPracticeCode(text.value) { return text }
    report(.badPracticeCode(text))
    return nil
  }

  /// The address at which the site will lie; nil after a report.
  fileprivate mutating func publicAddress(_ key: String) -> String? {
    guard let text = text(key) else { return nil }
    if isWebAddress(text.value), text.value.hasSuffix("/") { return text.value }
    report(.badURL(text))
    return nil
  }
}

extension Diagnostic {
  fileprivate static func unknownFormat(_ format: Located<String>) -> Diagnostic {
    Diagnostic(
      .error, "unknown-format", "Format \(quoted(format.value)) is not known", at: format.span,
      because: "This version reads format 1; a newer format needs a newer Packhorse.",
      suggestion: "write format: 1")
  }

  fileprivate static func practiceTwice(_ code: Located<String>) -> Diagnostic {
    Diagnostic(
      .error, "duplicate-practice", "'\(code.value)' is listed twice", at: code.span,
      because: "Its pages would be made twice.", suggestion: "keep one")
  }

  fileprivate static func reservedWord(at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      .error, "reserved-word", "'practice' is the name of the practice itself", at: span,
      because: "':word[practice]' is filled in from practice.yml or practices.csv.", suggestion: "remove it")
  }

  fileprivate static func noPractice(at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      .error, "bad-value", "No practice is listed", at: span,
      because: "A site is for one practice or several.",
      suggestion: "write a code, several in brackets, or 'all'")
  }

  fileprivate static func severalPractices(at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      .error, "several-practices", "'audience: practice' on a site of several practices", at: span,
      because: "It is for one practice's own eyes; the others would be shown to it.",
      suggestion: "write the code of one practice, or 'audience: public'")
  }

  fileprivate static func disclosureNeedsPracticeAudience(at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      .error, "disclosure-needs-practice-audience", "Exact counts on a public site", at: span,
      because: "Small counts can point to people; 'disclosure: none' is for a practice's own eyes.",
      suggestion: "write 'audience: practice', or 'disclosure: nhs-digital'")
  }

  fileprivate static func sumsNeedZero(at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      .error, "sums-need-zero", "Sums of cells with every 0 hidden", at: span,
      because: "Each hidden 0 would count as 4 in every sum that it is a part of.",
      suggestion: "write 'show-zero: true', or 'disclosure: nhs-digital'")
  }

  fileprivate static func badPracticeCode(_ code: Located<String>) -> Diagnostic {
    Diagnostic(
      .error, "bad-value", "\(quoted(code.value)) is no practice code", at: code.span,
      because: "A code is 4 to 8 capital letters and digits, as 'A81001'.")
  }

  fileprivate static func badURL(_ url: Located<String>) -> Diagnostic {
    Diagnostic(
      .error, "bad-url", "\(quoted(url.value)) is no address of a site", at: url.span,
      because: "It begins with https:// or http:// and ends with /, so that pages' addresses can follow it.")
  }
}
