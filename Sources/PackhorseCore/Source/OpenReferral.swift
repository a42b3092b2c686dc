/// What the reader and the writer of Open Referral UK (the Human Services Data Specification, version 3) have in common.
package enum OpenReferral {
  /// The taxonomy of what the standard has no field for: attributes of a service, each with a term and a value.
  package static let taxonomy = "Packhorse"

  /// The terms of that taxonomy.
  package enum Term: String, Sendable, CaseIterable {
    case activity
    /// Only where a schedule cannot say it.
    case day, time
    case stepFree = "step_free"
    case firstVisit = "first_visit"
    case buddy, safety, sessions
    case fundingEnd = "funding_end"
  }

  /// The days of a week as a schedule names them in `byday` (RFC 5545).
  package static let weekdays = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"]

  /// How the standard writes a status.
  package static func status(_ status: CommunityGroup.Status) -> String {
    status == .temporarilyClosed ? "temporarily closed" : status.rawValue
  }
}

/// Days and times of groups in the catalogue's words, as a reader would write them from a schedule.
package struct GroupTimes: Sendable {
  private let words: Words

  package init(words: Words) { self.words = words }

  /// "Tuesday and Thursday" of the places of days in the week, 0 being Monday.
  package func days(_ days: [Int]) -> String {
    let names = words.list("block.groups.weekdays")
    return words.joined(Set(days).sorted().filter(names.indices.contains).map { names[$0] })
  }

  /// "10:00 to 11:15" of two times of a day.
  package func time(from opens: String, to closes: String) -> String {
    opens.isEmpty || closes.isEmpty
      ? opens + closes : words("block.groups.times", ["from": opens, "to": closes])
  }

  /// "weekly", "every 3 weeks", "monthly"; empty where a schedule does not say.
  package func recurrence(frequency: String, interval: Int) -> String {
    guard ["WEEKLY", "MONTHLY"].contains(frequency) else { return "" }
    let key = "block.groups.\(frequency.lowercased())"
    return interval > 1 ? words("\(key)-many", ["count": String(interval)]) : words(key)
  }
}
