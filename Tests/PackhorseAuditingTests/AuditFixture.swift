import PackhorseCore

@testable import PackhorseAuditing

/// A small site that gives nothing away: two practices of a network, one withheld count each that hides the other.
struct AuditFixture {
  var rows: [String] = [
    row("practice,DEMO01", "2025", "[c]", "60"), row("practice,DEMO02", "2025", "[c]", "80"),
    row("practice,DEMO03", "2025", "40", "100", ["0.4000", "0.2849", "0.5274", "0.2416", "0.5825"]),
    row("pcn,DEMON1", "2025", "55", "240", ["0.2292", "0.1715", "0.2976", "0.1484", "0.3340"]),
  ]
  var areas = ["practice,DEMO01", "practice,DEMO02", "practice,DEMO03"].map { $0 + ",Demo Surgery,DEMON1" }
  var page = """
    <main><p class="finding">Of <span data-value-id="attended.DEMO03.2025.denominator">100</span> people \
    <span data-value-id="attended.DEMO03.2025.numerator">40</span> took part in 2025 \
    (<span data-value-id="attended.DEMO03.2025.value">40%</span>, 95% confidence interval).</p>
    <p>A walk of 12 weeks.</p></main>
    """
  var others: [BuiltFile] = []

  static func row(
    _ area: String, _ period: String, _ numerator: String, _ denominator: String,
    _ values: [String] = ["[c]", "[c]", "[c]", "[c]", "[c]"], note: String = ""
  ) -> String {
    "\(area),Demo Surgery,\(period),attended,proportion,,\(numerator),\(denominator),\(values[0]),,"
      + values.dropFirst().joined(separator: ",") + ",,\(note)"
  }

  var files: [BuiltFile] {
    let header =
      "area_type,area_code,area_name,period,measure,statistic,n,numerator,denominator,value,sd,lower_95,upper_95,"
      + "lower_998,upper_998,comparison,note"
    let list = ["area_type,area_code,area_name,part_of"] + areas + ["pcn,DEMON1,Demo Network,"]
    return [
      file("data/outcomes.csv", ([header] + rows).joined(separator: "\n") + "\n"),
      file("data/areas.csv", list.joined(separator: "\n") + "\n"), file("index.html", page),
    ] + others
  }

  func file(_ path: String, _ text: String) -> BuiltFile { BuiltFile(path: path, bytes: Array(text.utf8)) }

  /// The ids of what is found.
  func problems(after previous: AuditFixture? = nil) async -> [String] {
    await diagnostics(after: previous).map(\.id)
  }

  func diagnostics(after previous: AuditFixture? = nil) async -> [Diagnostic] {
    await audit(files, after: previous?.files, jobs: 1).diagnostics
  }
}
