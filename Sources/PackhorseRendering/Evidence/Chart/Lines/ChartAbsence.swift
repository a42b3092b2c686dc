import PackhorseCore

/// The word in a run of periods without a figure, or its sign where the word has no room; nil where neither has.
func absenceLabel(
  _ run: ChartRun, in layout: ChartLayout, beside figures: [ChartLabel], _ text: EvidenceText
) -> ChartLabel? {
  let strip = layout.strip(run)
  let names =
    run.kind == .withheld
    ? [text.string("withheld"), text.string("symbol.withheld")]
    : [text.string("chart.missing"), text.string("symbol.not-available")]
  let tops = [strip.bottom - ChartFormat.lineHeight - 6, strip.top + 4, strip.top + strip.height / 2]
  let places = names.flatMap { name in
    tops.map { ChartLabel(.absence, [name], anchor: .middle, x: strip.left + strip.width / 2, top: $0) }
  }
  return places.first { label in
    strip.encloses(label.box) && !figures.contains { $0.box.overlaps(label.box) }
  }
}
