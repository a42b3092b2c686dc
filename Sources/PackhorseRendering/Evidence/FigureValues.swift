import PackhorseCore

/// The numbers of one period as markup, each in an element that names the published value it comes from.
///
/// A class, because every value that is written holds it.
final class FigureValues: Sendable {
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

    /// The end of the name of a published value.
    var name: String { stem.description + (number.map(String.init) ?? "") }

    /// Of several values, which one.
    var number: Int? {
      switch self {
      case .status(let place), .statusShare(let place): place + 1
      default: nil
      }
    }

    var stem: StaticString {
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
      case .status: "status_"
      case .statusShare: "share_"
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
  let sharedMeasure: SharedMeasure
  /// What all values of the period stand behind, up to the end of their names.
  private let opening: HTML

  init(_ series: PublishedSeries, _ point: PublishedPoint, _ text: EvidenceText) {
    (area, self.point, self.text) = (series.area, point, text)
    sharedMeasure = series.sharedMeasure
    opening = HTML {
      $0.beginValue(series.sharedMeasure.measure.id)
      for part in [series.area.code, text.code(point.period)] {
        $0.write(".")
        $0.write(text: part)
      }
      $0.write(".")
    }
  }

  var measure: Measure { _read { yield sharedMeasure.measure } }

  var figure: PublishedFigure { point.figure }

  /// Writes what stands in a place that both a title and a sentence may have; false where it is neither's.
  func write(place: String, to writer: inout ByteWriter) -> Bool {
    switch place {
    case "title": writer.write(text: measure.title)
    case "people": writer.write(text: measure.denominator)
    case "did": writer.write(text: measure.numerator)
    case "per": text.write(measure.per, to: &writer)
    case "value": writeValue(to: &writer)
    case "numerator": write(.numerator, figure.numerator, .words(text), to: &writer)
    default: return false
    }
    return true
  }

  func id(_ field: Field) -> String { valueID(measure.id, area.code, text.code(point.period), field.name) }

  /// Writes a printed text with the name of the value it prints.
  func write(_ field: Field, _ printed: String, to writer: inout ByteWriter) {
    write(field, to: &writer) { $0.write(text: printed) }
  }

  /// Writes a number with the name of the value it prints.
  func write(_ field: Field, _ number: Int, end: StaticString = "", to writer: inout ByteWriter) {
    write(field, end: end, to: &writer) { text.write(number, to: &$0) }
  }

  /// Writes what `put` prints with the name of the value that it is; of an end of what a count may be, `end` follows.
  func write(
    _ field: Field, end: StaticString = "", to writer: inout ByteWriter, _ put: (inout ByteWriter) -> Void
  ) {
    writer.write(opening)
    writer.write(field.stem)
    if let number = field.number { writer.write(number) }
    writer.write(end)
    writer.write("\">")
    put(&writer)
    writer.write("</span>")
  }

  /// A printed text with the name of the value it prints.
  func span(_ field: Field, _ printed: String) -> HTML {
    HTML { write(field, printed, to: &$0) }
  }

  /// Writes a count, or what stands for it where it may not be shown.
  func write(_ field: Field, _ count: PublishedCount, _ absence: Absence, to writer: inout ByteWriter) {
    switch count {
    case .exact(let count), .rounded(let count): write(field, count, to: &writer)
    case .summed(let count, let possible):
      text.summedCount.write(to: &writer) { place, writer in
        switch place {
        case "count": write(field, count, to: &writer)
        case "fewest": write(field, possible.lowerBound, end: "_fewest", to: &writer)
        case "most": write(field, possible.upperBound, end: "_most", to: &writer)
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

  /// Writes those of whom something was counted; of a flow everybody in it.
  func writePeople(_ absence: Absence, to writer: inout ByteWriter) {
    if case .flow = figure {
      write(.numerator, figure.numerator, absence, to: &writer)
    } else {
      write(.denominator, figure.denominator ?? .notAvailable, absence, to: &writer)
    }
  }

  /// The value as its measure prints it, or nil where there is none.
  var value: HTML? {
    let html = HTML { writeValue(to: &$0) }
    return html.isEmpty ? nil : html
  }

  /// Writes the value as its measure prints it, or `missing` in its place; nothing where that is nil.
  func writeValue(orElse missing: String? = nil, to writer: inout ByteWriter) {
    if let estimate = figure.estimate {
      write(.value, to: &writer) { text.write(point, estimate, sharedMeasure, to: &$0) }
    } else if let printed = figure.value.map({ text.value($0, of: measure) }) ?? missing {
      write(.value, printed, to: &writer)
    }
  }

  /// The 95% interval, "36% to 47%", or nil where there is none.
  var interval: HTML? { figure.estimate.map { estimate in HTML { write(intervalOf: estimate, to: &$0) } } }

  func write(intervalOf estimate: Estimate, to writer: inout ByteWriter) {
    write(from: (.lower95, estimate.lower95), to: (.upper95, estimate.upper95), in: &writer) {
      text.write($0, of: sharedMeasure, to: &$1)
    }
  }

  /// Writes the 95% interval; nothing where there is none.
  func writeInterval(to writer: inout ByteWriter) {
    if let estimate = figure.estimate { write(intervalOf: estimate, to: &writer) }
  }

  /// Writes a range, "36% to 47%".
  func write(
    from lower: (field: Field, value: Double), to upper: (field: Field, value: Double),
    in writer: inout ByteWriter, _ put: (Double, inout ByteWriter) -> Void
  ) {
    text.interval.write(to: &writer) { place, writer in
      switch place {
      case "lower": write(lower.field, to: &writer) { put(lower.value, &$0) }
      case "upper": write(upper.field, to: &writer) { put(upper.value, &$0) }
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
    $0.write("\">")
    $0.write(text: printed)
    $0.write("</span>")
  }
}

extension ByteWriter {
  /// Opens what a value is printed in, up to its name or what that begins with; the rest of it may follow.
  fileprivate mutating func beginValue(_ id: String) {
    write("<span class=\"value\" data-value-id=\"")
    write(text: id)
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
