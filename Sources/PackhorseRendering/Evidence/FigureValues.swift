import PackhorseCore

/// The numbers of one period as markup, each in an element that names the published value it comes from.
struct FigureValues: Sendable {
  enum Field: String {
    case numerator, denominator, value, lower95 = "lower_95", upper95 = "upper_95", months
  }

  let measure: String
  let point: PublishedPoint
  let text: EvidenceText

  /// The name of a published value: `attended.2025-Q3.value`.
  func id(_ field: Field) -> String { "\(measure).\(point.period.code).\(field.rawValue)" }

  /// A printed text with the name of the value it prints.
  func span(_ field: Field, _ printed: String) -> HTML {
    var writer = ByteWriter(capacity: 96)
    writer.write("<span class=\"value\" data-value-id=\"")
    writer.write(text: id(field))
    writer.write("\">")
    writer.write(text: printed)
    writer.write("</span>")
    return writer.html
  }

  /// A count, or what stands for it where it may not be shown.
  func count(_ field: Field, withheld: String, notAvailable: String) -> HTML {
    switch field == .denominator ? point.denominator : point.numerator {
    case .exact(let count), .rounded(let count): span(field, text.number(count))
    case .withheld: span(field, withheld)
    case .notAvailable: span(field, notAvailable)
    }
  }

  /// The share in percent, or nil where there is none.
  var value: HTML? { point.estimate.map { span(.value, text.percent(point, $0)) } }

  /// The 95% interval in percent, "36% to 47%", or nil where there is none.
  var interval: HTML? {
    point.estimate.map { estimate in
      text.form(
        "interval",
        [
          "lower": span(.lower95, text.percent(estimate.lower95)),
          "upper": span(.upper95, text.percent(estimate.upper95)),
        ])
    }
  }

  /// The months that the data cover: "6 of 12 months".
  var covered: HTML {
    text.form(
      "period.covered",
      [
        "covered": span(.months, String(point.monthsCovered)),
        "months": HTML(text: String(point.period.months)),
      ])
  }
}

extension PublishedPoint {
  /// Nothing says how many were counted, because that is withheld.
  var isWithheld: Bool { numerator == .withheld || denominator == .withheld }

  /// So few were counted that a share says little: fewer than 30.
  var hasFew: Bool { (denominator.shown ?? 0) < 30 }
}
