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
    /// Of a count that is a sum, between which the exact one lies.
    indirect case fewest(Field), most(Field)

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
      case .fewest(let count): "\(count.name)_fewest"
      case .most(let count): "\(count.name)_most"
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
    idStart = valueID(series.measure, series.area, point.period, "")
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

  /// A printed text with the name of the value it prints.
  func span(_ field: Field, _ printed: String) -> HTML { valueSpan(idStart, field: field.name, printed) }

  /// A count, or what stands for it where it may not be shown.
  func count(_ field: Field, _ count: PublishedCount, _ absence: Absence) -> HTML {
    switch count {
    case .exact(let count), .rounded(let count): span(field, text.number(count))
    case .summed(let count, let possible):
      text.form(
        "summed.count",
        [
          "count": span(field, text.number(count)),
          "fewest": span(.fewest(field), text.number(possible.lowerBound)),
          "most": span(.most(field), text.number(possible.upperBound)),
        ])
    case .withheld: span(field, absence.withheld)
    case .notAvailable: span(field, absence.notAvailable)
    }
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
  var value: HTML? {
    if let estimate = figure.estimate { return span(.value, text.value(point, estimate, measure)) }
    return figure.value.map { span(.value, text.value($0, of: measure)) }
  }

  /// The 95% interval, "36% to 47%", or nil where there is none.
  var interval: HTML? { figure.estimate.map { range(.lower95, $0.lower95, .upper95, $0.upper95) } }

  /// Two values of the measure, "36% to 47%".
  func range(_ lowerField: Field, _ lower: Double, _ upperField: Field, _ upper: Double) -> HTML {
    range(
      span(lowerField, text.value(lower, of: measure)), span(upperField, text.value(upper, of: measure)))
  }

  func range(_ lower: HTML, _ upper: HTML) -> HTML {
    text.form("interval", ["lower": lower, "upper": upper])
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
func valueID(_ measure: Measure, _ area: Area, _ period: Period, _ field: String) -> String {
  "\(measure.id).\(area.code).\(period.code).\(field)"
}

/// A printed number with the name of the value it prints.
///
/// `field` is the end of that name, where it does not stand in `id`.
func valueSpan(_ id: String, field: String = "", _ printed: String) -> HTML {
  var writer = ByteWriter(capacity: 96)
  writer.write("<span class=\"value\" data-value-id=\"")
  writer.write(text: id)
  writer.write(text: field)
  writer.write("\">")
  writer.write(text: printed)
  writer.write("</span>")
  return writer.html
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
