extension TableShape {
  /// Management information of the Network Contract DES: counts since 1 April, `*` where one is hidden.
  static let networkContract = TableShape(
    id: "network-contract", title: "Network Contract DES management information",
    header: [
      "PRACTICE_CODE", "PRACTICE_NAME", "QUALITY_SERVICE", "ACH_DATE", "IND_CODE", "MEASURE", "VALUE",
    ],
    signs: ["PRACTICE_CODE", "ACH_DATE", "IND_CODE", "VALUE"],
    columns: [.practice: "PRACTICE_CODE", .period: "ACH_DATE", .numerator: "VALUE"], isCumulative: true,
    hidden: "*")
}
