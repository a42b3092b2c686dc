import PackhorseCore

/// What the signs of a control chart mean, its limits in numbers, and how they were made.
struct ControlKey {
  private let control: PublishedControlChart
  private let series: PublishedSeries
  private let notes: [ControlNote]
  private let text: EvidenceText
  private let id: String

  init(
    _ control: PublishedControlChart, _ series: PublishedSeries, notes: [ControlNote], text: EvidenceText,
    id: String
  ) {
    (self.control, self.series, self.notes, self.text, self.id) = (control, series, notes, text, id)
  }

  var html: HTML {
    var key = KeyList(text, id: id)
    addLimits(to: &key)
    let meanings = Set(control.points.compactMap(\.signal?.meaning))
    key.add(text.form("spc.key.common")) { $0.controlPoint(nil, at: (14, 9), radius: 4.5) }
    for meaning in SpecialCauseMeaning.allCases where meanings.contains(meaning) {
      key.add(text.form("spc.key.\(meaning.rawValue)")) { $0.controlPoint(meaning, at: (14, 9), radius: 4.5) }
    }
    if series.points.contains(where: { $0.figure.value == nil && $0.isWithheld }) { key.addWithheld() }
    if series.points.contains(where: { $0.figure.value == nil && !$0.isWithheld }) { key.addMissing() }
    for note in notes { key.add(words(of: note)) }
    key.add(text.form("spc.kind.\(control.kind.rawValue)"))
    key.add(text.form(control.isScreened ? "spc.screened" : "spc.all-ranges"))
    if control.points.contains(where: { $0.value == nil }) { key.add(text.form("spc.gaps")) }
    if hasLimitsThatNoCountReaches { key.add(text.form("spc.below-zero")) }
    if control.hasTrialLimits { key.add(text.form("spc.trial")) }
    key.addRounding(of: series.points)
    return key.html
  }

  /// Limits of counts are left where the differences between neighbours put them, below 0 too.
  private var hasLimitsThatNoCountReaches: Bool {
    series.measure.kind == .count && control.points.contains { $0.limits.map { $0.lower < 0 } ?? false }
  }

  private func addLimits(to key: inout KeyList) {
    guard let column = control.points.lastIndex(where: { $0.limits != nil }),
      let limits = control.points[column].limits
    else { return }
    let values = FigureValues(series, series.points[column], text)
    func printed(_ field: FigureValues.Field, _ value: Double) -> HTML {
      values.span(field, text.value(value, of: series.measure))
    }
    let places: KeyValuePairs = [
      "centre": printed(.processCentre, limits.centre), "lower": printed(.processLower, limits.lower),
      "upper": printed(.processUpper, limits.upper),
      "period": HTML(text: text.period(series.points[column].period)),
    ]
    key.add(text.form("spc.key.centre", places)) { svg in
      svg.line(.centre, from: (1, 9), to: (27, 9))
    }
    key.add(text.form("spc.key.limits", places)) { svg in
      svg.line(.limit, from: (1, 9), to: (27, 9))
    }
  }

  private func words(of note: ControlNote) -> HTML {
    text.form(
      note.isRebase ? "spc.note.rebase" : "spc.note.event",
      [
        "letter": HTML(text: note.letter), "note": HTML(text: note.text),
        "period": HTML(text: text.period(series.points[note.column].period)),
      ])
  }
}
