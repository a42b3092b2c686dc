/// The columns of the file of published figures, in order; the words of what each holds stand in the catalogue.
enum PublishedColumn: String, CaseIterable {
  case areaType = "area_type"
  case areaCode = "area_code"
  case areaName = "area_name"
  case period, measure, statistic, n, numerator, denominator, value, sd
  case lower95 = "lower_95"
  case upper95 = "upper_95"
  case lower998 = "lower_998"
  case upper998 = "upper_998"
  case comparison, note

  /// Those of the file of areas as well, which has `part_of` besides.
  static let ofAreas = [areaType, areaCode, areaName]

  enum Kind: String {
    case text = "string"
    case count = "integer"
    case number
  }

  var kind: Kind {
    switch self {
    case .areaType, .areaCode, .areaName, .period, .measure, .statistic, .comparison, .note: .text
    case .n, .numerator, .denominator: .count
    case .value, .sd, .lower95, .upper95, .lower998, .upper998: .number
    }
  }
}
