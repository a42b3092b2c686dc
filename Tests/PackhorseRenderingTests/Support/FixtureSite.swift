import PackhorseCore
import PackhorseTestSupport

/// A site with a page of every kind, made without the stages before rendering.
enum FixtureSite {
  static let date = day("2026-11-23")

  static func day(_ iso: String) -> CalendarDate {
    [CalendarDate(iso: iso)].compactMap(\.self)[0]
  }

  /// Takes a body as its text, so that these tests need no parser.
  static let parser: BodyParser = { body, _ in
    let node = Document.Node(.text(0..<body.count), end: 1, position: SourcePosition(line: 1, column: 1))
    return Outcome(Document(nodes: [node], text: Array(body)))
  }

  static var site: EvidencedSite {
    EvidencedSite(publication: publication, evidence: evidence)
  }

  static var publication: Publication {
    var publication = Publication()
    publication.settings = settings
    publication.words = ThemeOnDisk.words
    publication.templates = ThemeOnDisk.templates
    publication.practice = practice
    publication.practicePhoto = Address("practice/alex.jpg")
    publication.pages = pages
    publication.sections = [
      ModuleSection(
        id: "referral-criteria", title: "Referral criteria", summary: "Who is likely to gain.",
        address: Address("modules/referral-criteria/index.html"), modules: [1, 2], page: nil),
      ModuleSection(
        id: "talking", title: "Talking it over", summary: "", address: Address("modules/talking/index.html"),
        modules: [3], page: 4),
    ]
    publication.pathways = [pathway("gp-trainee", [1, 2, 3]), pathway("locum", [3])]
    publication.criteria = [criteria]
    publication.groups = [group("walk", "Tuesday"), group("choir", "")]
    publication.glossary = [
      GlossaryEntry(
        id: "link-worker", term: "link worker", definition: "Somebody with time.", also: ["navigator"]),
      GlossaryEntry(id: "co-production", term: "co-production", definition: "Planning together."),
    ]
    publication.tombstones = [Address("stories/gone.html")]
    publication.redirects = [
      Redirect(from: Address("modules/old.html"), to: Address("modules/talking/ask.html"))
    ]
    publication.copies = [
      CopiedFile(source: "content/practice/alex.jpg", address: Address("practice/alex.jpg"))
    ]
    return publication
  }

  static var settings: SiteSettings {
    var settings = SiteSettings()
    settings.title = "Social prescribing at Demo Surgery"
    settings.description = "Training and local figures."
    settings.url = "https://example.org/sp/"
    settings.isSample = true
    settings.licence = "Text: CC BY 4.0."
    settings.roles = [
      Role(id: "gp-trainee", title: "GP trainee", plural: "GP trainees"),
      Role(id: "locum", title: "Locum", plural: "locums"),
    ]
    settings.localWords = [
      "link-worker": LocalWord(singular: "link worker", plural: "link workers", article: "a")
    ]
    return settings
  }

  static var practice: Practice {
    var practice = Practice()
    practice.name = "Demo Surgery"
    practice.address = ["1 Example Street", "Exampleton"]
    practice.phone = "01632 960000"
    practice.linkWorker.name = "Alex Example"
    practice.linkWorker.days = ["Tuesday", "Thursday morning"]
    practice.linkWorker.contact = "alex@example.org"
    practice.linkWorker.howToRefer = ["Ask the person.", "Send the form."]
    practice.linkWorker.photoAlt = "Alex at a desk"
    return practice
  }

  static var pages: [ResolvedPage] {
    var headings = Headings()
    for anchor in ["one", "two", "three"] {
      headings.append(Outline.Heading(level: 2, anchor: anchor, text: "Part \(anchor)"))
    }
    let who = page(
      .module, "modules/referral-criteria/who", "Who is it for?", headings: headings, citing: ["kiely2022"])
    let gone = page(.module, "modules/referral-criteria/when", "When to wait", reviewed: "2024-05-01") {
      $0.reviewDue = Located(day("2025-05-01"), at: .file("x"))
      $0.requires = [Located("referral-criteria/who", at: .file("x"))]
    }
    let story = page(
      .story, "stories/maya", "Maya’s garden",
      provenance: StoryProvenance(teller: .patient, basis: .fictional, consentDate: nil))
    let summary = page(.summary, "summaries/year", "The year in figures") {
      $0.level = .practice
      $0.measures = [Located("attended", at: .file("x"))]
    }
    return [
      page(.home, "index", "Welcome", reviewed: nil), who, gone,
      page(.module, "modules/talking/ask", "Ask first"),
      page(.section, "modules/talking/index", "Talking it over", reviewed: nil), story,
      page(.evidence, "evidence/trials", "What trials found"), summary,
      page(.practice, "practice/index", "Start here", reviewed: nil),
      page(.practice, "practice/meeting", "Meeting pack", reviewed: nil),
    ]
  }

  static func page(
    _ kind: PageKind, _ slug: String, _ title: String, reviewed: String? = "2026-10-01",
    headings: Headings = [], citing citations: [String] = [], provenance: StoryProvenance? = nil,
    frontMatter: (inout FrontMatter) -> Void = { _ in }
  ) -> ResolvedPage {
    var matter = FrontMatter()
    matter.title = title
    matter.summary = "\(title), in one sentence."
    matter.reviewed = reviewed.map(day)
    if kind == .module {
      matter.minutes = 10
      matter.roles = [Located("gp-trainee", at: .file("x"))]
      matter.objectives = ["Say who it is for.", "Say who it is not for."]
    }
    frontMatter(&matter)
    let source = SourcePage(
      path: "content/\(slug).md", kind: kind, frontMatter: matter, body: Array("Body of \(title)".utf8)[...],
      bodyLine: 9)
    var bindings = Bindings()
    bindings.citations = citations
    return ResolvedPage(
      address: Address("\(slug).html"), source: source, headings: headings, bindings: bindings,
      provenance: provenance)
  }

  static func pathway(_ role: String, _ modules: [Int]) -> ResolvedPathway {
    var source = Pathway(
      path: "content/pathways/\(role).yml", role: Located(role, at: .file("x")),
      minutes: Located(40, at: .file("x")))
    source.title = "First weeks as \(role)"
    source.summary = "What to know first."
    source.checkIns = [2, 6, 12]
    let known = settings.roles.first { $0.id == role }
    return ResolvedPathway(
      address: Address("pathways/\(role).html"), source: source,
      role: known ?? Role(id: role, title: role, plural: role), modules: modules,
      totalMinutes: modules.count * 10)
  }

  static var criteria: ResolvedCriteria {
    var source = Criteria(path: "content/criteria/referral.yml")
    source.title = "Is a referral right?"
    source.summary = "Three questions."
    source.safetyNet = "Ask the duty doctor."
    source.reviewed = day("2026-09-01")
    return ResolvedCriteria(
      address: Address("criteria/referral.html"), source: source, citations: ["kiely2022"])
  }

  static func group(_ id: String, _ day: String) -> CommunityGroup {
    var group = CommunityGroup(id: Located(id, at: .file("x")))
    group.name = "The \(id)"
    group.day = day
    return group
  }

  static var evidence: PublishedEvidence {
    var measure = Measure(id: "attended")
    measure.title = "Took up an activity"
    measure.caveats = ["People who moved away count as not attending."]
    let estimate = Estimate(value: 0.41, lower95: 0.3, upper95: 0.5, lower998: 0.2, upper998: 0.6)
    let point = PublishedPoint(
      period: Period(length: .year, year: 2025), numerator: .rounded(45), denominator: .rounded(110),
      estimate: estimate, monthsCovered: 12)
    return PublishedEvidence(series: [
      PublishedSeries(
        measure: measure, area: Area(level: .practice, code: "DEMO01", name: "Demo Surgery"), points: [point],
        axis: [0, 0.5, 1])
    ])
  }
}

extension EvidencedSite {
  /// Changes the front matter of a page.
  mutating func edit(page index: Int, _ change: (inout FrontMatter) -> Void) {
    let page = publication.pages[index]
    var matter = page.source.frontMatter
    change(&matter)
    let source = SourcePage(
      path: page.source.path, kind: page.kind, frontMatter: matter, body: page.source.body,
      bodyLine: page.source.bodyLine, version: page.source.version)
    publication.pages[index] = ResolvedPage(
      address: page.address, source: source, headings: page.headings, bindings: page.bindings,
      provenance: page.provenance, section: page.section)
  }
}

extension OutputPlan {
  /// The bytes of every rendered file as text, by path.
  var texts: [String: String] {
    Dictionary(
      files.compactMap { file in
        guard case .rendered(let render) = file.content else { return nil }
        return (try? render()).map { (file.address.path, String(decoding: $0, as: UTF8.self)) }
      }, uniquingKeysWith: { first, _ in first })
  }

  func text(_ path: String) -> String { texts[path] ?? "" }
}
