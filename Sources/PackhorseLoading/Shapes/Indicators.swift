/// Indicators that others have counted already.
extension TableShape {
  /// Prevalence by practice of the Quality and Outcomes Framework: the file does not say which year it is of.
  static let qualityRegister = TableShape(
    id: "qof", title: "registers of the Quality and Outcomes Framework",
    header: [
      "practicecode", "indicator_group", "Register_description", "disease_register_size",
      "practice_listsize", "prevalence",
    ],
    signs: ["practicecode", "indicator_group", "disease_register_size", "practice_listsize"],
    columns: [
      .practice: "practicecode", .numerator: "disease_register_size", .denominator: "practice_listsize",
    ])

  /// What is uploaded to Fingertips: areas, periods, counts.
  static let fingertipsUpload = TableShape(
    id: "fingertips-upload", title: "an upload to Fingertips",
    header: [
      "area_code", "date_from", "date_to", "period_type", "sex", "age_from_years_inclusive",
      "age_to_years_inclusive", "deprivation_decile", "deprivation_category", "count", "value",
      "denominator", "lower_ci_95", "upper_ci_95", "lower_ci_99_8", "upper_ci_99_8",
    ],
    signs: ["area_code", "date_from", "date_to", "period_type", "count", "denominator"],
    columns: [
      .practice: "area_code", .period: "date_from", .length: "period_type", .numerator: "count",
      .denominator: "denominator",
    ])
}
