import PackhorseCore

extension PublishedColumn {
  /// What its cells hold, as Table Schema names it.
  enum Kind: String {
    case text = "string"
    case count = "integer"
    case number
  }

  /// Those of the file of areas as well, which has `part_of` besides.
  static let ofAreas = [areaType, areaCode, areaName]

  var kind: Kind {
    switch self {
    case .areaType, .areaCode, .areaName, .period, .measure, .statistic, .comparison, .note: .text
    case .n, .numerator, .denominator: .count
    case .value, .sd, .lower95, .upper95, .lower998, .upper998: .number
    }
  }
}
