import PackhorseCore

extension BodyWriter {
  /// What was prescribed and who was referred, each a chart of its own over the same periods.
  ///
  /// The note on medicines, and what two lines cannot show, are part of the block.
  mutating func writePrescribingBesideReferral(_ block: Directive, in setting: PageSetting) {
    let evidence = setting.site.evidence
    guard let prescribing = evidence.series(for: block["prescribing"] ?? ""),
      let referral = evidence.series(for: block["referral"] ?? "")
    else { return writeNote("block.no-figures") }
    html.out.write("<section class=\"prescribing-beside-referral\">\n<p class=\"block-title\">")
    html.out.write(words, "title".ofPrescribing)
    html.out.write("</p>\n")
    writeMedicinesSafety()
    let text = EvidenceText(words)
    let both = [prescribing.spanning(referral), referral.spanning(prescribing)]
    writeWhatIsThere(both)
    for (series, other) in zip(both, both.reversed()) {
      chartCount += 1
      html.out.write(
        renderLine(series, alignedWith: other, text: text, id: "chart.\(chartCount)"))
    }
    writeSentence("cannot")
    for series in both { writeDefinition(series.measure, on: setting.page) }
    html.out.write("</section>\n")
  }

  private mutating func writeMedicinesSafety() {
    html.out.write(
      "<aside class=\"callout callout-safety\" role=\"note\">\n<p class=\"callout-title\">")
    html.out.write(
      words, "block.callout.titled",
      [
        "kind": HTML(text: words("block.callout.safety")),
        "title": HTML(text: words("safety.title".ofPrescribing)),
      ])
    html.out.write("</p>\n")
    writeSentence("safety.text")
    html.out.write("</aside>\n")
  }

  /// That both have figures, or of each that has none why.
  private mutating func writeWhatIsThere(_ both: [PublishedSeries]) {
    let absent = both.filter { $0.latest == nil }
    if absent.isEmpty { return writeSentence("same-time") }
    for series in absent {
      let form = series.points.contains(where: \.isWithheld) ? "withheld" : "missing"
      writeSentence(form, ["title": HTML(text: series.measure.title)])
    }
  }

  private mutating func writeSentence(_ form: String, _ places: KeyValuePairs<String, HTML> = [:]) {
    html.out.write("<p>")
    html.out.write(words, form.ofPrescribing, places)
    html.out.write("</p>\n")
  }
}

extension String {
  /// A form among those of the block.
  fileprivate var ofPrescribing: String { "block.prescribing-beside-referral.\(self)" }
}

extension PublishedSeries {
  /// The series with every period that it or another has; those without a row have no figure.
  ///
  /// A series of no period stays empty.
  func spanning(_ other: PublishedSeries) -> PublishedSeries {
    let periods = (points + other.points).map(\.period)
    guard !points.isEmpty, let first = periods.min(), let last = periods.max() else { return self }
    var spanning = self
    spanning.points = Period.every(from: first, to: last).map { period in
      points.first { $0.period == period }
        ?? PublishedPoint(period: period, figure: .notAvailable(measure), months: 0)
    }
    return spanning
  }
}
