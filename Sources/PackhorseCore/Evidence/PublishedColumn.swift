/// The columns of the file of published figures, in order; the words of what each holds stand in the catalogue.
package enum PublishedColumn: String, CaseIterable, Hashable, Sendable {
  case areaType = "area_type"
  case areaCode = "area_code"
  case areaName = "area_name"
  case period, measure, statistic, n, numerator, denominator, value, sd
  case lower95 = "lower_95"
  case upper95 = "upper_95"
  case lower998 = "lower_998"
  case upper998 = "upper_998"
  case comparison, note
}
