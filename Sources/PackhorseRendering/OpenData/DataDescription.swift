import PackhorseCore

/// What there is to say of the file of published figures: the one source of the data package, the table's metadata, the
/// dataset on the page and the notes.
struct DataDescription: Sendable {
  let title: String
  let description: String
  /// Nil where nobody is named.
  let publisher: String?
  let licence: String
  /// Where the site lies; nil where it does not say.
  let url: String?
  let language: String
  let isSample: Bool
  let measures: [Measure]
  /// The first and the last month that figures are about, as `2025-07`; nil where there are none.
  let months: (first: String, last: String)?
  /// Whether a practice moved from one network or board to another.
  let hasMoves: Bool
  let words: Words

  /// In place of a number: withheld, and not available.
  static let missing = ["", "[c]", "[x]"]

  init(_ site: EvidencedSite) {
    let publication = site.publication
    let settings = publication.settings
    words = publication.words
    title = publication.words("data.title", ["site": publication.localText(settings.title)])
    description = publication.words("data.description")
    publisher = publication.practice.name.isEmpty ? nil : publication.practice.name
    licence = settings.licence
    url = settings.url
    language = settings.language
    isSample = settings.isSample
    hasMoves = !site.evidence.moves.isEmpty
    let series = site.evidence.all
    var seen: Set<String> = []
    measures = series.map(\.measure).filter { seen.insert($0.id).inserted }
    let points = series.flatMap(\.points).filter { $0.months > 0 }
    let first = points.map { $0.period.firstMonth + $0.months.trailingZeroBitCount }.min()
    let last = points.map(\.lastMonth).max()
    months = first.flatMap { first in last.map { (Self.month(first), Self.month($0)) } }
  }

  private static func month(_ number: Int) -> String {
    Period(length: .month, year: number / 12, part: number % 12 + 1).code
  }

  /// What a column holds.
  func meaning(of column: PublishedColumn) -> String {
    words("data.column." + column.rawValue.replacing("_", with: "-"))
  }

  /// The sentence that marks invented figures; nil for others.
  var sampleNotice: String? { isSample ? words("page.sample") : nil }
}
