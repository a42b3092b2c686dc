package import PackhorseCore

/// What an audit of a built site came to.
package struct Audit: Sendable {
  package var diagnostics: [Diagnostic]
  /// Published counts that were held against one another, and how many of them are withheld.
  package var counts: Int
  package var withheld: Int
  /// Numbers on pages that name the value they print.
  package var values: Int
}

/// Reads a built site back and looks for whatever gives a withheld count away.
///
/// Everything is told by the files alone: the figures and areas of `data/`, numbers on pages, places of marks in charts,
/// descriptions, comments, indexes and feeds. Each is held against the file of figures, the figures against the rules they were made
/// by, and all counts, of an earlier release too, against one another: what sums leave possible of a withheld one is
/// worked out. Nothing is shared with what made the site.
package func audit(
  _ files: [BuiltFile], after previous: [BuiltFile]? = nil, promised: PromisedSpan = .wholeClass, jobs: Int
) async -> Audit {
  guard files.contains(where: { $0.path == "index.html" }) else {
    return Audit(diagnostics: [.noBuiltSite], counts: 0, withheld: 0, values: 0)
  }
  let readings = await concurrentMap(files, jobs: jobs) { read($0) }
  guard let table = FigureTable(files) else {
    let values = readings.reduce(0) { $0 + $1.values.count }
    return Audit(diagnostics: values == 0 ? [] : [.figuresLeftOut], counts: 0, withheld: 0, values: values)
  }
  let check = CheckReading(table, readings)
  let told = await concurrentMap(Array(zip(files, readings)), jobs: jobs) { check.problems(of: $0, $1) }
  let earlier = previous.flatMap(FigureTable.init)
  let releases = Releases(table, after: earlier)
  let narrowed = await concurrentMap(releases.components(), jobs: jobs) { $0.narrowed(promised) }
  let diagnostics =
    checkTable(table) + told.flatMap(\.self) + narrowed.flatMap(\.self).map(\.diagnostic)
    + releases.corrected.sorted().map(Diagnostic.corrected)
    + releases.regrouped.sorted().map(Diagnostic.regrouped)
    + (previous != nil && earlier == nil ? [.noFiguresBefore] : [])
  return Audit(
    diagnostics: diagnostics.ordered(), counts: releases.cells.count,
    withheld: releases.cells.count { $0.value == .withheld },
    values: readings.reduce(0) { $0 + $1.values.count })
}

extension Narrowed {
  fileprivate var diagnostic: Diagnostic {
    switch subject {
    case .cell(let cell):
      .leak(
        "count-narrowed",
        "Withheld count \(cell.cell.name) can be worked out further than it may"
          + (cell.release == 0 ? "" : ", with the earlier release"),
        in: FigureTable.path,
        because: "Counts that add up leave too few numbers possible for it.",
        notes: facts,
        suggestion: "withhold another of the counts that it adds up with, or publish by longer periods")
    case .growth(let relation):
      // That nobody came since may be told; the files do not say whether anybody did.
      Diagnostic(
        mayBeNobody ? .warning : .error, "people-since-release",
        "How few people came since the earlier release can be worked out: \(relation.words)",
        at: .file(FigureTable.path),
        because: "Whoever holds both releases can take one count from the other"
          + (mayBeNobody ? "; where nobody came, that is no harm." : "."),
        notes: facts.map { Diagnostic.Note($0) },
        suggestion: "run 'packhorse release' whenever you publish, and build the site again")
    case .contradiction:
      .leak(
        "counts-contradict", "Published counts cannot all be as they are told", in: FigureTable.path,
        because: "They were not made from the same people, or somebody changed one by hand.",
        notes: Array(facts.prefix(5)), suggestion: "build the site again from one set of data")
    }
  }
}

extension Diagnostic {
  fileprivate static let noBuiltSite = Diagnostic(
    .error, "no-built-site", "The folder holds no index.html", at: nil,
    because: "Nothing can be said of a folder that is no built site.",
    suggestion: "name the folder that 'packhorse build' makes, as in 'packhorse audit public'")

  fileprivate static let figuresLeftOut = Diagnostic(
    .error, "figures-left-out", "The pages print figures, and the site holds no \(FigureTable.path)", at: nil,
    because: "Without it nobody can say what the pages tell of a withheld count.",
    suggestion:
      "build the site elsewhere without 'leave-out: [data]' and audit that; where the file got lost, build again"
  )

  fileprivate static let noFiguresBefore = Diagnostic(
    .error, "no-earlier-figures", "The earlier release holds no \(FigureTable.path)", at: nil,
    because: "Without it nobody can say what the two releases tell together.",
    suggestion: "name a copy of the whole site as it was published")

  fileprivate static func regrouped(_ cell: Cell) -> Diagnostic {
    Diagnostic(
      .error, "released-with-others",
      "Count \(cell.name) is without a practice of the earlier release", at: .file(FigureTable.path),
      because:
        "The old figure less the new one is what such a practice counted, even where that is withheld.",
      suggestion:
        "leave each practice with its network in periods that were published: see 'member_since' in docs/data.md"
    )
  }

  fileprivate static func corrected(_ cell: Cell) -> Diagnostic {
    Diagnostic(
      .warning, "corrected-figure", "Count \(cell.name) is told otherwise than in the earlier release",
      at: .file(FigureTable.path),
      because: "The two are taken to be about other people, so nothing is worked out from them.",
      suggestion: "say on the site that the figure was corrected")
  }
}
