/// A row of `content/data/groups.csv`, or a service of `groups.json`: a group or service that people can be introduced to.
package struct CommunityGroup: Sendable {
  package enum Status: String, Sendable, CaseIterable {
    case active, inactive, defunct
    case temporarilyClosed = "temporarily-closed"
  }

  package var id: Located<String>
  /// The practice, network or board whose people it is for, by code; nil where it is for everybody.
  package var area: Located<String>?
  package var name = ""
  package var activity = ""
  package var description = ""
  package var day = ""
  package var time = ""
  package var recurrence = ""
  package var place = ""
  package var postcode = ""
  package var cost = ""
  package var transport = ""
  /// Nil where nobody has found out.
  package var stepFree: Bool?
  package var firstVisit = ""
  package var buddy = ""
  package var safety = ""
  package var contact = ""
  package var url = ""
  /// When the details were last checked.
  package var assured: CalendarDate?
  package var status = Status.active
  /// Sessions that one person may come to; nil for no limit.
  package var sessions: Int?
  package var fundingEnd: CalendarDate?
  package var source = ""

  /// What stands in a cell where somebody asked and nobody knows; readers are told so.
  package static let unknown = "unknown"

  package init(id: Located<String>) {
    self.id = id
  }

  /// False for a group that no longer runs: readers never see it.
  package var isListed: Bool { status == .active || status == .temporarilyClosed }
}
