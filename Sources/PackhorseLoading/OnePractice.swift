import PackhorseCore

extension SourceSite {
  /// Makes a site of several practices that of one of them; reports a practice that is not among them.
  mutating func narrow(to code: String) -> [Diagnostic] {
    if settings.practice?.value == code { return [] }
    guard let listed = settings.chosen(from: practices).first(where: { $0.code.value == code }) else {
      return [.practiceNotOfSite(code, near: nearMiss(for: code, in: practices.map(\.code.value)))]
    }
    settings.practices = .one(Located(code, at: listed.code.span))
    settings.id = nil
    practice = practice(listed)
    return []
  }

  /// Takes what the practice says of itself, its words and its templates, where the site is for one.
  mutating func takeItsOwn() {
    guard let code = settings.practice?.value else { return }
    words = ownWords[code] ?? words
    templates = ownTemplates[code] ?? templates
    guard let own = ownPractices[code] else { return }
    let (name, shared) = (practice.name, practice)
    practice = own.filled(from: shared)
    (practice.name, practice.code) = (name, code)
    settings.localWords.merge(own.localWords.mapValues(\.value)) { $1 }
  }

  /// Lets texts name the practice: `:word[practice]`.
  mutating func nameThePractice() {
    let name = settings.practice == nil ? words("practice.any") : practice.name
    settings.localWords["practice"] = LocalWord(
      singular: name, plural: words("practice.several"), article: "")
  }
}

extension Diagnostic {
  fileprivate static func practiceNotOfSite(_ code: String, near: String?) -> Diagnostic {
    Diagnostic(
      .error, "unknown-practice", "The site is not for practice \(quoted(code))",
      at: .file("content/site.yml"),
      because: "'practices' there says whom it is for.", suggestion: near.map { "did you mean '\($0)'?" })
  }
}
