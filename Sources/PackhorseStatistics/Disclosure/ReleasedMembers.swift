import PackhorseCore

/// Networks and boards of which figures were released with practices that do not belong to them any more.
///
/// The old figure less the new one is then what such a practice counted, withheld or not: nothing that is withheld now
/// can take the old figure back. One that came since, or whose rows did, is kept safe by what is withheld now. Each area
/// is reported once.
func membersProblems(_ site: ResolvedSite, now members: [Area: Members]) -> [Diagnostic] {
  let byKey = Dictionary(
    members.map { (Key(level: $0.key.level, code: $0.key.code), $0.value) }
  ) { first, _ in first }
  let spans = Dictionary(site.practices.map { ($0.code.value, $0.code.span) }) { first, _ in first }
  var seen: Set<Key> = []
  return site.released.filter { !$0.practices.isEmpty }.compactMap { figure in
    let key = Key(level: figure.level, code: figure.area)
    let codes = figure.practices.missing(in: byKey[key] ?? Members())
    guard !codes.isEmpty, seen.insert(key).inserted else { return nil }
    return .releasedWithOthers(figure, codes, at: codes.compactMap { spans[$0] }.first)
  }
}

private struct Key: Hashable {
  var level: AreaLevel
  var code: String
}

extension Diagnostic {
  fileprivate static func releasedWithOthers(
    _ figure: ReleasedFigure, _ practices: [String], at span: SourceSpan?
  ) -> Diagnostic {
    let names = practices.prefix(3).map { "'\($0)'" }.joined(separator: ", ")
    let more = practices.count > 3 ? " and others" : ""
    return Diagnostic(
      .error, "released-with-others",
      "'\(figure.area)' was published for \(figure.period.code) with practices that it does not have any more: \(names)\(more)",
      at: span ?? .file("content/data/practices.csv"),
      because:
        "Its old figure less its new one is what such a practice counted, even where that is withheld.",
      suggestion:
        "leave a practice with its network in every period that is published; 'member_since' is the day from which "
        + "later periods are counted with the new one")
  }
}
