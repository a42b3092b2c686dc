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
    return Audit(
      diagnostics: await checkPages(files, readings, isAfterAnother: previous != nil, jobs: jobs).ordered(),
      counts: 0, withheld: 0, values: readings.reduce(0) { $0 + $1.values.count })
  }
  let told = await problems(of: files, readings, heldAgainst: table, jobs: jobs)
  let earlier = previous.flatMap(FigureTable.init)
  let releases = Releases(table, after: earlier)
  let narrowed = await concurrentMap(releases.components(), jobs: jobs) { $0.narrowed(promised) }
  let diagnostics =
    checkTable(table) + told + narrowed.flatMap(\.self).map(\.diagnostic)
    + releases.corrected.sorted().map(Diagnostic.corrected)
    + releases.regrouped.sorted().map(Diagnostic.regrouped)
    + (previous != nil && earlier == nil ? [.noFiguresBefore] : [])
  return Audit(
    diagnostics: diagnostics.ordered(), counts: releases.cells.count,
    withheld: releases.cells.count { $0.value == .withheld },
    values: readings.reduce(0) { $0 + $1.values.count })
}

/// Everything that files tell besides the figures.
private func problems(
  of files: [BuiltFile], _ readings: [Reading], heldAgainst table: FigureTable, jobs: Int
) async -> [Diagnostic] {
  let check = CheckReading(table, readings)
  let found = await concurrentMap(Array(zip(files, readings)), jobs: jobs) { check.problems(of: $0, $1) }
  return found.flatMap(\.self)
}

/// What can be checked of a site without a file of figures: its pages against one another, unless one leads to that file.
private func checkPages(
  _ files: [BuiltFile], _ readings: [Reading], isAfterAnother: Bool, jobs: Int
) async -> [Diagnostic] {
  if readings.contains(where: \.leadsToFigures) { return strayValues(files, readings) }
  let table = FigureTable(printedBy: readings)
  guard !readings.allSatisfy(\.values.isEmpty) else { return [] }
  return await problems(of: files, readings, heldAgainst: table, jobs: jobs)
    + [.sumsNotChecked(isAfterAnother: isAfterAnother)]
}

/// Numbers that name a published value where the file of figures is gone.
private func strayValues(_ files: [BuiltFile], _ readings: [Reading]) -> [Diagnostic] {
  zip(files, readings).compactMap { file, reading in
    reading.values.first.map { value in
      let (line, column) = LinesOfFile(file.bytes).place(value.offset)
      return .leak(
        "unnamed-figure", "Figure '\(value.id)' is not among the published ones", in: file.path, line: line,
        column: column, because: "The site has no \(FigureTable.path), so it cannot be checked.",
        suggestion: "build the site again")
    }
  }
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

  /// What was asked of two releases cannot be left unanswered; of one, the rest was checked.
  fileprivate static func sumsNotChecked(isAfterAnother: Bool) -> Diagnostic {
    Diagnostic(
      isAfterAnother ? .error : .note, "sums-not-checked", "The site publishes no \(FigureTable.path)",
      at: nil,
      because:
        "Its pages were held against one another, but not what sums\(isAfterAnother ? ", or the earlier release," : "") tell of a withheld count.",
      suggestion: "build it elsewhere without 'leave-out: [data]', and audit that as well")
  }

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
