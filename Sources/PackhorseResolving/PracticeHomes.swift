import PackhorseCore

/// The practices of a site of several, each with what it says of itself and what holds for all; reports practices that are
/// not listed, and facts of practices that the site is not for.
func practiceHomes(_ source: SourceSite, _ addresses: AddressBook) -> Outcome<[PracticeHome]> {
  guard source.settings.practice == nil else { return Outcome([]) }
  let homes = source.settings.chosen(from: source.practices).map { listed in
    let practice = source.practice(listed)
    return PracticeHome(
      practice: practice, photo: practice.linkWorker.photo.flatMap { addresses.file($0.value) },
      pcn: listed.pcn, icb: listed.icb)
  }
  return Outcome(homes, checkPractices(source, homes: homes))
}

private func checkPractices(_ source: SourceSite, homes: [PracticeHome]) -> [Diagnostic] {
  let listed = Set(source.practices.map(\.code.value))
  let chosen = Set(homes.map(\.practice.code))
  var suggestions = Suggestions()
  var diagnostics: [Diagnostic] = []
  switch source.settings.practices {
  case .one: break
  case .several(let codes):
    for code in codes where !listed.contains(code.value) {
      diagnostics.append(.unlistedPractice(code, near: suggestions.nearest(to: code.value, in: listed)))
    }
  case .all(let span):
    if homes.isEmpty { diagnostics.append(.noPractices(at: span)) }
  }
  return diagnostics
    + source.ownPractices.keys.filter { !chosen.contains($0) && isPracticeCode($0) }.sorted().map {
      .factsOfOtherPractice($0)
    }
}

extension AddressBook {
  /// The address of a file inside content/ that is copied; nil where there is none.
  func file(_ path: String) -> Address? {
    places[path].flatMap { $0.anchors == nil ? $0.address : nil }
  }
}

extension Diagnostic {
  fileprivate static func unlistedPractice(_ code: Located<String>, near: String?) -> Diagnostic {
    Diagnostic(
      .error, "unknown-practice", "Practice '\(code.value)' is not in practices.csv", at: code.span,
      because: "Its name and its areas stand there.",
      suggestion: near.map { "did you mean '\($0)'?" } ?? "add a row to content/data/practices.csv")
  }

  fileprivate static func noPractices(at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      .error, "unknown-practice", "practices.csv lists no practice", at: span,
      because: "'all' makes pages for every practice in it.",
      suggestion: "add rows to content/data/practices.csv, or write the code of one practice")
  }

  fileprivate static func factsOfOtherPractice(_ code: String) -> Diagnostic {
    Diagnostic(
      .error, "unknown-practice", "The site is not for practice '\(code)'",
      at: .file("content/practices/\(code)/practice.yml"),
      because: "Nobody would see what stands here.",
      suggestion: "add the practice to 'practices' in content/site.yml, or remove its folder")
  }
}
