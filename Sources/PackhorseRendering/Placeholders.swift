import PackhorseCore

/// A page's text as markup, with its reference list apart.
struct RenderedBody: Sendable {
  var html: HTML
  var references: HTML
}

func renderBody(
  _ document: Document, for page: ResolvedPage, in site: EvidencedSite, date: CalendarDate
) -> RenderedBody {
  var writer = ByteWriter()
  for node in document.nodes {
    if case .text(let text) = node.kind { writer.write(text: document[text]) }
    if case .htmlBlock(let html) = node.kind { writer.writeRaw(document[html]) }
  }
  return RenderedBody(
    html: writer.html, references: renderReferences(keys: page.bindings.citations, in: site.publication))
}

func renderChart(_ series: PublishedSeries, words: Words, id: String) -> HTML { .empty }
func renderTable(_ series: PublishedSeries, words: Words, caption: String) -> HTML { HTML(text: caption) }
func renderDefinitionCard(_ measure: Measure, words: Words, headingLevel: Int = 3) -> HTML {
  HTML(text: measure.why)
}
func sentence(_ series: PublishedSeries, period: Period? = nil, words: Words) -> HTML {
  HTML(text: series.measure.title)
}
func publishedCSV(_ evidence: PublishedEvidence, words: Words) -> [UInt8] { Array("area_type\n".utf8) }

func renderProvenance(_ provenance: StoryProvenance, words: Words) -> HTML {
  HTML(text: provenance.basis.rawValue + " " + provenance.teller.rawValue)
}

func contactURL(_ contact: String) -> [UInt8]? {
  contact.contains("@") ? Array("mailto:\(contact)".utf8) : nil
}

func renderCriteria(
  _ criteria: ResolvedCriteria, at address: Address, in publication: Publication, part: Int = 1
) -> HTML {
  HTML(text: criteria.source.safetyNet)
}

func renderGroups(
  _ groups: [CommunityGroup], at address: Address, in publication: Publication, date: CalendarDate
) -> HTML {
  HTML(text: groups.map(\.name).joined(separator: " "))
}

func renderReferences(keys: [String], timesCited: [Int] = [], in publication: Publication) -> HTML {
  HTML(text: keys.joined(separator: " "))
}

func localWord(_ written: some StringProtocol, in words: [String: LocalWord]) -> String? {
  words[String(written)]?.singular
}

func writtenDate(_ date: CalendarDate, words: Words) -> String {
  let months = words("date.months").split(separator: ",")
  let month = months.indices.contains(date.month - 1) ? String(months[date.month - 1]) : String(date.month)
  return words("date.form", ["day": String(date.day), "month": month, "year": String(date.year)])
}

struct Weekdays {
  private let names: [String]

  init(words: Words) {
    names = words("block.groups.weekdays").lowercased().split(separator: ",").map(String.init)
  }

  func days(in text: String) -> [Int] {
    names.indices.filter { text.lowercased().contains(names[$0]) }
  }
}
