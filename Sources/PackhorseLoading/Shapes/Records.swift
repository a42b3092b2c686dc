extension TableShape {
  /// Referrals, a row for each: only ever below private/, and only where `sources.yml` names it.
  static let records = TableShape(
    id: "records", title: "records of referrals",
    columns: [.practice: "practice", .date: "referral_date", .id: "referral_id", .status: "status"],
    addsUp: true, holdsRecords: true)
}
