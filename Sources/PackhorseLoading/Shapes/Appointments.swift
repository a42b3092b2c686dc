extension TableShape {
  /// "Appointments in general practice" of NHS England, by practice: a row for a month and each mixture of categories.
  static let appointments = TableShape(
    id: "appointments", title: "appointments in general practice",
    header: [
      "APPOINTMENT_MONTH_START_DATE", "GP_CODE", "GP_NAME", "SUPPLIER", "PCN_CODE", "PCN_NAME",
      "SUB_ICB_LOCATION_CODE", "SUB_ICB_LOCATION_NAME", "HCP_TYPE", "APPT_MODE", "NATIONAL_CATEGORY",
      "TIME_BETWEEN_BOOK_AND_APPT", "COUNT_OF_APPOINTMENTS", "APPT_STATUS",
    ],
    signs: ["APPOINTMENT_MONTH_START_DATE", "GP_CODE", "COUNT_OF_APPOINTMENTS"],
    columns: [
      .practice: "GP_CODE", .period: "APPOINTMENT_MONTH_START_DATE", .numerator: "COUNT_OF_APPOINTMENTS",
    ], addsUp: true)
}
