import PackhorseCore

/// The numbers of one period as markup, each in an element that names the published value it comes from.
struct FigureValues: Sendable {
  enum Field: Hashable, Sendable {
    case numerator, denominator, value, lower95, upper95, deviation
    /// Months that the data cover, and those of the period.
    case months, allMonths
    /// Of a rate, the people on the list.
    case listSize
    /// Of a change.
    case meanBefore, reached, shareReached, fewestReached, mostReached, leastExpected, mostExpected, covered
    /// Of a flow, by the place of the status.
    case status(Int), statusShare(Int)
    /// Of a control chart.
    case processCentre, processLower, processUpper
    /// Practices that a figure is made from, and all there are.
    case practices, allPractices

    var name: String {
      switch self {
      case .numerator: "numerator"
      case .denominator, .listSize: "denominator"
      case .value: "value"
      case .deviation: "deviation"
      case .months: "months"
      case .reached: "reached"
      case .covered: "covered"
      case .practices: "practices"
      case .lower95: "lower_95"
      case .upper95: "upper_95"
      case .meanBefore: "mean_before"
      case .shareReached: "share_reached"
      case .fewestReached: "fewest_reached"
      case .mostReached: "most_reached"
      case .leastExpected: "least_expected"
      case .mostExpected: "most_expected"
      case .status(let place): "status_\(place + 1)"
      case .statusShare(let place): "share_\(place + 1)"
      case .processCentre: "process_centre"
      case .processLower: "process_lower"
      case .processUpper: "process_upper"
      case .allPractices: "all_practices"
      case .allMonths: "all_months"
      }
    }
  }

  let area: Area
  let point: PublishedPoint
  let text: EvidenceText
  private let sharedMeasure: SharedMeasure
  /// What the names of all values of the period begin with.
  private let idStart: String

  init(_ series: PublishedSeries, _ point: PublishedPoint, _ text: EvidenceText) {
    (area, self.point, self.text) = (series.area, point, text)
    sharedMeasure = series.sharedMeasure
    idStart = valueID(sharedMeasure.measure.id, series.area.code, text.code(point.period), "")
  }

  var measure: Measure { _read { yield sharedMeasure.measure } }

  var figure: PublishedFigure { point.figure }

  /// What stands in a place that both a title and a sentence may have; nil where it is neither's.
  func filling(of place: String) -> HTML? {
    switch place {
    case "title": HTML(text: measure.title)
    case "people": HTML(text: measure.denominator)
    case "did": HTML(text: measure.numerator)
    case "per": HTML(text: text.number(measure.per))
    case "value": value ?? .empty
    case "numerator": numerator(.words(text))
    default: nil
    }
  }

  func id(_ field: Field) -> String { idStart + field.name }

  /// Writes a printed text with the name of the value it prints; of an end of what a count may be, `end` follows its name.
  func write(_ field: Field, _ printed: String, end: StaticString = "", to writer: inout ByteWriter) {
    writer.beginValue(idStart)
    writer.write(text: field.name)
    writer.write(end)
    writer.endValue(printed)
  }

  /// A printed text with the name of the value it prints.
  func span(_ field: Field, _ printed: String) -> HTML {
    HTML { write(field, printed, to: &$0) }
  }

  /// Writes a count, or what stands for it where it may not be shown.
  func write(_ field: Field, _ count: PublishedCount, _ absence: Absence, to writer: inout ByteWriter) {
    switch count {
    case .exact(let count), .rounded(let count): write(field, text.number(count), to: &writer)
    case .summed(let count, let possible):
      text.write("summed.count", to: &writer) { place, writer in
        switch place {
        case "count": write(field, text.number(count), to: &writer)
        case "fewest": write(field, text.number(possible.lowerBound), end: "_fewest", to: &writer)
        case "most": write(field, text.number(possible.upperBound), end: "_most", to: &writer)
        default: return false
        }
        return true
      }
    case .withheld: write(field, absence.withheld, to: &writer)
    case .notAvailable: write(field, absence.notAvailable, to: &writer)
    }
  }

  /// A count, or what stands for it where it may not be shown.
  func count(_ field: Field, _ count: PublishedCount, _ absence: Absence) -> HTML {
    HTML { write(field, count, absence, to: &$0) }
  }

  func numerator(_ absence: Absence) -> HTML { count(.numerator, figure.numerator, absence) }

  func denominator(_ absence: Absence) -> HTML {
    count(.denominator, figure.denominator ?? .notAvailable, absence)
  }

  /// Those of whom something was counted; of a flow everybody in it.
  func people(_ absence: Absence) -> HTML {
    if case .flow = figure { return numerator(absence) }
    return denominator(absence)
  }

  /// The value as its measure prints it, or nil where there is none.
  var value: HTML? { printedValue.map { span(.value, $0) } }

  /// The same without the name of the value.
  var printedValue: String? {
    if let estimate = figure.estimate { return text.value(point, estimate, measure) }
    return figure.value.map { text.value($0, of: measure) }
  }

  /// The 95% interval, "36% to 47%", or nil where there is none.
  var interval: HTML? { figure.estimate.map { estimate in HTML { write(intervalOf: estimate, to: &$0) } } }

  func write(intervalOf estimate: Estimate, to writer: inout ByteWriter) {
    write(from: (.lower95, estimate.lower95), to: (.upper95, estimate.upper95), in: &writer) {
      text.value($0, of: measure)
    }
  }

  /// Writes a range, "36% to 47%".
  func write(
    from lower: (field: Field, value: Double), to upper: (field: Field, value: Double),
    in writer: inout ByteWriter, _ printed: (Double) -> String
  ) {
    text.write("interval", to: &writer) { place, writer in
      switch place {
      case "lower": write(lower.field, printed(lower.value), to: &writer)
      case "upper": write(upper.field, printed(upper.value), to: &writer)
      default: return false
      }
      return true
    }
  }

  /// The months that the data cover: "6 of 12 months".
  var covered: HTML {
    text.form(
      "period.covered",
      [
        "covered": span(.months, String(point.monthsCovered)),
        "months": span(.allMonths, String(point.period.months)),
      ])
  }
}

/// The name of a published value, as `attended.DEMO01.2025-Q3.numerator`.
///
/// Of the measure its id, of area and period their codes.
func valueID(_ measure: String, _ area: String, _ period: String, _ field: String) -> String {
  // In one place at once: a nation has millions.
  let length = measure.utf8.count + area.utf8.count + period.utf8.count + field.utf8.count + 3
  return String(unsafeUninitializedCapacity: length) { id in
    var end = id.update(fromContentsOf: measure.utf8)
    for part in [area, period, field] {
      id[end] = UInt8(ascii: ".")
      end = id[(end + 1)...].update(fromContentsOf: part.utf8)
    }
    return end
  }
}

/// A printed number with the name of the value it prints.
func valueSpan(_ id: String, _ printed: String) -> HTML {
  HTML {
    $0.beginValue(id)
    $0.endValue(printed)
  }
}

extension ByteWriter {
  /// Opens what a value is printed in, up to its name or what that begins with; the rest of it may follow.
  fileprivate mutating func beginValue(_ id: String) {
    write("<span class=\"value\" data-value-id=\"")
    write(text: id)
  }

  fileprivate mutating func endValue(_ printed: String) {
    write("\">")
    write(text: printed)
    write("</span>")
  }
}

/// What is printed in place of a count: signs in tables, words in sentences.
struct Absence: Sendable {
  let withheld: String
  let notAvailable: String

  static func signs(_ text: EvidenceText) -> Absence {
    Absence(withheld: text.string("symbol.withheld"), notAvailable: text.string("symbol.not-available"))
  }

  static func words(_ text: EvidenceText) -> Absence {
    Absence(withheld: text.string("withheld"), notAvailable: text.string("not-available"))
  }
}
