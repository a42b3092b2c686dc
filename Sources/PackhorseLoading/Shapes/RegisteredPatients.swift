/// "Patients registered at a GP practice" of NHS England: one row for a practice, all ages and both sexes, is its list.
extension TableShape {
  /// Totals as published while there were clinical commissioning groups.
  static let registeredPatients = TableShape(
    id: "registered-patients-ccg", title: "patients registered at a GP practice",
    header: [
      "PUBLICATION", "EXTRACT_DATE", "TYPE", "CCG_CODE", "ONS_CCG_CODE", "CODE", "POSTCODE", "SEX", "AGE",
      "NUMBER_OF_PATIENTS",
    ],
    signs: ["EXTRACT_DATE", "TYPE", "CCG_CODE", "CODE", "NUMBER_OF_PATIENTS"],
    columns: [.practice: "CODE", .period: "EXTRACT_DATE", .listSize: "NUMBER_OF_PATIENTS"],
    conditions: ["TYPE": ["GP"], "SEX": ["ALL"], "AGE": ["ALL"]])

  /// The same since there are integrated care boards.
  static let registeredPatientsByRegion: TableShape = {
    var shape = registeredPatients
    shape.id = "registered-patients"
    let renamed = ["CCG_CODE": "SUB_ICB_LOCATION_CODE", "ONS_CCG_CODE": "ONS_SUB_ICB_LOCATION_CODE"]
    shape.header = shape.header.map { renamed[$0] ?? $0 }
    shape.signs = Set(shape.signs.map { renamed[$0] ?? $0 })
    return shape
  }()

  /// By age group of five years.
  static let registeredPatientsByAgeGroup = TableShape(
    id: "registered-patients-age-groups", title: "patients registered at a GP practice, by age group",
    header: [
      "PUBLICATION", "EXTRACT_DATE", "ORG_TYPE", "ORG_CODE", "ONS_CODE", "POSTCODE", "SEX", "AGE_GROUP_5",
      "NUMBER_OF_PATIENTS",
    ],
    signs: ["EXTRACT_DATE", "ORG_TYPE", "ORG_CODE", "AGE_GROUP_5", "NUMBER_OF_PATIENTS"],
    columns: [.practice: "ORG_CODE", .period: "EXTRACT_DATE", .listSize: "NUMBER_OF_PATIENTS"],
    conditions: ["ORG_TYPE": ["GP"], "SEX": ["ALL"], "AGE_GROUP_5": ["ALL"]])
}
