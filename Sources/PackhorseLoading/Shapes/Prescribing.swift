/// Prescribing: items by practice and month.
extension TableShape {
  /// English prescribing data (EPD) of the NHS Business Services Authority: a row for a practice, month and product.
  static let prescribing = TableShape(
    id: "epd", title: "English prescribing data",
    header: [
      "YEAR_MONTH", "REGIONAL_OFFICE_NAME", "REGIONAL_OFFICE_CODE", "AREA_TEAM_NAME", "AREA_TEAM_CODE",
      "PCO_NAME", "PCO_CODE", "ICB_NAME", "ICB_CODE", "PRACTICE_NAME", "PRACTICE_CODE", "ADDRESS_1",
      "ADDRESS_2", "ADDRESS_3", "ADDRESS_4", "POSTCODE", "BNF_CHEMICAL_SUBSTANCE",
      "CHEMICAL_SUBSTANCE_BNF_DESCR", "BNF_CODE", "BNF_DESCRIPTION", "BNF_CHAPTER_PLUS_CODE", "QUANTITY",
      "ITEMS", "TOTAL_QUANTITY", "ADQUSAGE", "NIC", "ACTUAL_COST", "UNIDENTIFIED",
    ],
    signs: ["YEAR_MONTH", "PRACTICE_CODE", "BNF_CODE", "ITEMS"],
    columns: [.practice: "PRACTICE_CODE", .period: "YEAR_MONTH", .numerator: "ITEMS"], addsUp: true)

  /// A measure as OpenPrescribing offers it for download: a row for an organisation and month.
  static let openPrescribing = TableShape(
    id: "openprescribing", title: "a measure of OpenPrescribing",
    header: [
      "measure", "org_type", "org_id", "org_name", "date", "numerator", "denominator", "calc_value",
      "percentile",
    ],
    signs: ["org_type", "org_id", "date", "numerator", "denominator", "percentile"],
    columns: [
      .practice: "org_id", .period: "date", .numerator: "numerator", .denominator: "denominator",
    ],
    conditions: ["org_type": ["practice"]])
}
