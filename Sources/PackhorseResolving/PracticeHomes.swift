import PackhorseCore

/// The practices of a site of several, each with what it says of itself and what holds for all; reports practices that are
/// not listed, and facts of practices that the site is not for.
func practiceHomes(_ source: SourceSite, _ addresses: AddressBook) -> Outcome<[PracticeHome]> {
  guard source.settings.practice == nil else { return Outcome([]) }
  let homes = source.settings.chosen(from: source.practices).map { listed in
    let practice = source.practice(listed)
    return PracticeHome(
      practice: practice, photo: practice.linkWorker.photo.flatMap { addresses.file($0.value) },
      pcn: listed.pcn, icb: listed.icb, words: source.ownWords[listed.code.value],
      templates: source.ownTemplates[listed.code.value])
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
  let files = [
    ("practice.yml", Array(source.ownPractices.keys)), ("words.yml", Array(source.ownWords.keys)),
    ("templates", Array(source.ownTemplates.keys)),
  ]
  for (file, codes) in files {
    diagnostics += codes.filter { !chosen.contains($0) && isPracticeCode($0) }.sorted().map {
      .fileOfOtherPractice("content/practices/\($0)/\(file)", $0)
    }
  }
  return diagnostics + homes.flatMap { checkLocalWords($0.practice, source.settings.localWords) }
}

/// Words of one practice that the site has not, or has just so.
private func checkLocalWords(_ practice: Practice, _ shared: [String: LocalWord]) -> [Diagnostic] {
  practice.localWords.sorted { $0.key < $1.key }.compactMap { id, word in
    guard let common = shared[id] else {
      return .unknownLocalWord(Located(id, at: word.span), near: nearMiss(for: id, in: shared.keys))
    }
    return common == word.value ? .localWordOfAll(Located(id, at: word.span)) : nil
  }
}

extension AddressBook {
  /// The address of a file inside content/ that is copied; nil where there is none.
  func file(_ path: String) -> Address? {
    places[path].flatMap { $0.file == nil ? nil : $0.address }
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

  fileprivate static func unknownLocalWord(_ id: Located<String>, near: String?) -> Diagnostic {
    Diagnostic(
      .error, "unknown-word", "The site has no word '\(id.value)'", at: id.span,
      because: "A practice's own word stands in place of one of 'words' in content/site.yml.",
      suggestion: near.map { "did you mean '\($0)'?" })
  }

  fileprivate static func localWordOfAll(_ id: Located<String>) -> Diagnostic {
    Diagnostic(
      .warning, "override-without-effect", "The word '\(id.value)' is what all practices have anyway",
      at: id.span, because: "A practice's own word stands in place of that of content/site.yml.",
      suggestion: "remove it, or write what this practice says")
  }

  static func fileOfOtherPractice(_ path: String, _ code: String) -> Diagnostic {
    Diagnostic(
      .error, "unknown-practice", "The site is not for practice '\(code)'", at: .file(path),
      because: "Nobody would see what stands here.",
      suggestion: "add the practice to 'practices' in content/site.yml, or remove its folder")
  }
}
