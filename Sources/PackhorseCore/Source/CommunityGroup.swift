/// A row of `content/data/groups.csv`, or a service of `groups.json`: a group or service that people can be introduced to.
///
/// Its texts stay packed until somebody asks for one: a nation has 200,000 groups, and a page shows thirty.
package struct CommunityGroup: Sendable {
  package enum Status: String, Sendable, CaseIterable {
    case active, inactive, defunct
    case temporarilyClosed = "temporarily-closed"
  }

  /// What is said of a group in words, in the order in which it is packed.
  package enum Text: Int, CaseIterable {
    case id, area, name, activity, description, day, time, recurrence, place, postcode, cost, transport
    case firstVisit, buddy, safety, contact, url, source
  }

  private var texts = PackedTexts(count: Text.allCases.count)
  private var idSpan: SourceSpan
  /// Where its area's code stands, in the file of its id.
  private var areaPlace: Range<SourcePosition>?
  /// Nil where nobody has found out.
  package var stepFree: Bool?
  /// When the details were last checked.
  package var assured: CalendarDate?
  package var status = Status.active
  /// Sessions that one person may come to; nil for no limit.
  package var sessions: Int?
  package var fundingEnd: CalendarDate?

  /// What stands in a cell where somebody asked and nobody knows; readers are told so.
  package static let unknown = "unknown"

  /// Whether a text says that nobody knows, in capitals or not.
  package static func isUnknown(_ text: ArraySlice<UInt8>) -> Bool {
    text.count == unknown.utf8.count && zip(text, unknown.utf8).allSatisfy { $0 | 0x20 == $1 }
  }

  package init(id: Located<String>) {
    idSpan = id.span
    self[.id] = id.value
  }

  /// A group whose texts are packed at once, all of them in their order, each where it stands in UTF-8 in `source`.
  ///
  /// `span` and `areaSpan` are the places of its id and of its area's code, where it has one.
  package init(at span: SourceSpan, areaSpan: SourceSpan?, texts: [Range<Int>], in source: [UInt8]) {
    idSpan = span
    areaPlace = areaSpan?.places
    self.texts = PackedTexts(texts, in: source)
  }

  /// All its texts in one: where they are equal, so are these bytes.
  package var packedTexts: ArraySlice<UInt8> { texts.bytes[...] }

  /// A text in UTF-8, as it lies there: no String is made of what is only looked at or copied.
  package func bytes(_ text: Text) -> ArraySlice<UInt8> { texts.bytes(text.rawValue) }

  /// False for a group that no longer runs: readers never see it.
  package var isListed: Bool { status == .active || status == .temporarilyClosed }

  package var id: Located<String> {
    get { Located(self[.id], at: idSpan) }
    set { (self[.id], idSpan) = (newValue.value, newValue.span) }
  }

  /// The practice, network or board whose people it is for, by code; nil where it is for everybody.
  package var area: Located<String>? {
    get {
      areaPlace.map {
        Located(
          self[.area], at: SourceSpan(path: idSpan.path, start: $0.lowerBound, end: $0.upperBound))
      }
    }
    set { (self[.area], areaPlace) = (newValue?.value ?? "", newValue?.span.places) }
  }

  package var hasArea: Bool { areaPlace != nil }

  package var name: String {
    get { self[.name] }
    set { self[.name] = newValue }
  }

  package var activity: String {
    get { self[.activity] }
    set { self[.activity] = newValue }
  }

  package var description: String {
    get { self[.description] }
    set { self[.description] = newValue }
  }

  package var day: String {
    get { self[.day] }
    set { self[.day] = newValue }
  }

  package var time: String {
    get { self[.time] }
    set { self[.time] = newValue }
  }

  package var recurrence: String {
    get { self[.recurrence] }
    set { self[.recurrence] = newValue }
  }

  package var place: String {
    get { self[.place] }
    set { self[.place] = newValue }
  }

  package var postcode: String {
    get { self[.postcode] }
    set { self[.postcode] = newValue }
  }

  package var cost: String {
    get { self[.cost] }
    set { self[.cost] = newValue }
  }

  package var transport: String {
    get { self[.transport] }
    set { self[.transport] = newValue }
  }

  package var firstVisit: String {
    get { self[.firstVisit] }
    set { self[.firstVisit] = newValue }
  }

  package var buddy: String {
    get { self[.buddy] }
    set { self[.buddy] = newValue }
  }

  package var safety: String {
    get { self[.safety] }
    set { self[.safety] = newValue }
  }

  package var contact: String {
    get { self[.contact] }
    set { self[.contact] = newValue }
  }

  package var url: String {
    get { self[.url] }
    set { self[.url] = newValue }
  }

  package var source: String {
    get { self[.source] }
    set { self[.source] = newValue }
  }

  private subscript(text: Text) -> String {
    get { texts[text.rawValue] }
    set { texts[text.rawValue] = newValue }
  }
}

extension SourceSpan {
  fileprivate var places: Range<SourcePosition> { start..<end }
}
