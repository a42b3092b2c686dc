import PackhorseCore

extension FigureSentence {
  /// The mean change with what it rests on, what would have changed without any effect, and who is not in it.
  func change(_ change: PublishedChange, _ mean: Estimate) -> HTML {
    var writer = ByteWriter(capacity: 1024)
    let direction = mean.lower95 > 0 ? "higher" : mean.upper95 < 0 ? "lower" : "unclear"
    let points = text.decimal(abs(mean.value), places: 1)
    writer.write(
      form(
        "change.\(direction)",
        [
          "points": values.span(.value, points),
          "pairs": about(change.pairs, .numerator),
        ]))
    for part in [expected(change), reached(change), followUp(change), covered(change)].compactMap(\.self) {
      writer.write(" ")
      writer.write(part)
    }
    return writer.html
  }

  /// A count with "about" before it where it was rounded.
  private func about(_ count: PublishedCount, _ field: FigureValues.Field) -> HTML {
    text.form("sentence.change.\(about(count))", ["count": values.count(field, count, .words(text))])
  }

  /// What would be seen without any effect, or that nobody knows: it stands with every change.
  private func expected(_ change: PublishedChange) -> HTML {
    change.expected.map { form("change.expected", ["expected": values.expected($0)]) }
      ?? form("change.unknown")
  }

  private func reached(_ change: PublishedChange) -> HTML? {
    guard let count = change.reached, let share = change.shareReached,
      let points = values.measure.importantPoints
    else { return nil }
    var part = form(
      "change.reached",
      [
        "count": about(count, .reached),
        "share": values.span(.shareReached, text.percent(share.value)),
        "important": HTML(text: text.number(points)),
      ])
    if let bounds = change.boundsForTheMissing {
      var writer = ByteWriter()
      writer.write(part)
      writer.write(" ")
      writer.write(form("change.bounds", ["bounds": values.bounds(bounds)]))
      part = writer.html
    }
    return part
  }

  private func followUp(_ change: PublishedChange) -> HTML? {
    change.people == nil ? nil : form("change.follow-up")
  }

  private func covered(_ change: PublishedChange) -> HTML? {
    change.pairsOfPractices?.shown.map {
      form(
        "change.covered",
        [
          "covered": values.span(.covered, text.number($0)),
          "least": HTML(text: text.number(change.fewestForMean)),
        ])
    }
  }
}

extension FigureValues {
  /// The change to be expected without any effect: "+0.8 to +1.3".
  func expected(_ range: ClosedRange<Double>) -> HTML {
    HTML { writer in
      write(from: (.leastExpected, range.lowerBound), to: (.mostExpected, range.upperBound), in: &writer) {
        text.write($0, of: sharedMeasure, to: &$1)
      }
    }
  }

  /// The share of everybody referred, had none or all of the missing improved.
  func bounds(_ shares: ClosedRange<Double>) -> HTML {
    HTML { writer in
      write(from: (.fewestReached, shares.lowerBound), to: (.mostReached, shares.upperBound), in: &writer) {
        text.write(percent: $0, to: &$1)
      }
    }
  }
}
