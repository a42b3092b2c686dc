import PackhorseCore
import Testing

@testable import PackhorseLoading

/// A site with measures of every kind, a source of records, and whatever data files a test adds.
enum DataSample {
  static let records = "private/referrals.csv"
  static let head = "referral_id,practice,referral_date,reason,status,before,after\n"

  static let measures =
    measure(
      "wellbeing", "type: mean-change", "denominator: people referred", "lowest: 0", "highest: 10",
      "columns: {before: before, after: after}", "important-change: {points: 2, source: A paper}")
    + measure(
      "way", "type: flow", "denominator: people referred",
      "statuses: {completed: Stayed, left early: Left, active: Still there}")
    + measure(
      "stayed", "type: proportion", "denominator: people referred", "numerator: stayed",
      "counted-statuses: [completed]")
    + measure("referrals", "type: count", "numerator: referrals")
    + measure("referral-rate", "type: rate", "denominator: registered patients", "numerator: referrals")
    + measure("attended", "type: proportion", "denominator: people referred", "numerator: attended")

  static let source = """
    referrals:
      files: [private/referrals.csv]
      shape: records
      measures: [wellbeing, way, stayed, referrals]
      columns: {id: referral_id, status: status}

    """

  static func measure(_ id: String, _ lines: String...) -> String {
    let common = [
      "title: T", "direction: higher", "why: W", "source: S", "caveats: [None known.]", "licence: OGL",
      "author: A",
    ]
    return "\(id):\n" + (common + lines).map { "  \($0)\n" }.joined()
  }

  static func load(
    _ files: [String: String], sources: String = source, measures: String = measures, jobs: Int = 2
  ) async -> Outcome<LoadedSample> {
    var all: [String: String?] = files
    all["content/data/measures.yml"] = measures
    all["content/data/sources.yml"] = sources
    return await SiteSample.load(all, jobs: jobs)
  }

  /// Loads records whose one wrong cell is marked.
  static func expect(
    _ id: String, _ marked: String, head: String = head, sources: String = source,
    _ location: SourceLocation = #_sourceLocation
  ) async -> Diagnostic? {
    let (text, span) = SiteSample.unmarked(head + marked, path: records)
    let found = await load([records: text], sources: sources).diagnostics
    #expect(found.map(\.id) == [id], sourceLocation: location)
    #expect(found.first?.span == span, sourceLocation: location)
    return found.first
  }
}
