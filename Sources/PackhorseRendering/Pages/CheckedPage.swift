import PackhorseCore

/// `checked.html`: the statements on accessibility and on figures, made from what this build was held to.
struct CheckedPage: PageTemplate {
  let frame: Frame

  static let template = "pages/checked"
  static let tags = TagTable<CheckedPage>([
    .html("held") { $0.list($0.held) },
    .html("open") { $0.list($0.open) },
    .text("tell") { $0.tell },
    .url("practices") { $0.frame.isShared ? SafeURL(from: .checked, to: .network) : nil },
    .html("figures") { $0.list($0.figures) },
  ])

  private var words: Words { frame.words }
  private var settings: SiteSettings { frame.publication.settings }

  private func say(_ key: String, _ values: KeyValuePairs<String, Int> = [:]) -> String {
    words.filled(key) { place in
      values.first { $0.key == place }.map { EvidenceText(words).number($0.value) }
    }
  }

  private func list(_ items: [String]) -> HTML {
    var writer = ByteWriter(capacity: 1024)
    writer.write("<ul>\n")
    for item in items {
      writer.write("<li>")
      writer.write(text: item)
      writer.write("</li>\n")
    }
    writer.write("</ul>\n")
    return writer.html
  }
}

extension CheckedPage {
  /// Rules of accessibility that pages are held to, each with the diagnostics that stop a build which breaks it.
  private static let rules: KeyValuePairs = [
    "page.checked.rule.headings": ["heading-level-one", "skipped-heading-level"],
    "page.checked.rule.pictures": ["image-without-alt"],
    "page.checked.rule.films": ["video-without-transcript"],
    "page.checked.rule.links": ["empty-link-text", "unknown-anchor", "unknown-link"],
  ]

  /// Diagnostics that the site has made less than an error, so that a build goes on.
  private func passed(_ ids: [String]) -> [String] {
    ids.filter { settings.diagnosticLevels[$0].map { $0.value < .error } ?? false }
  }

  private var held: [String] {
    let pages = frame.publication.allPages
    let counts: KeyValuePairs = [
      "pages": pages.count, "pictures": pages.reduce(0) { $0 + $1.bindings.images.count },
    ]
    return Self.rules.filter { passed($0.value).isEmpty }.map { say($0.key, counts) }
      + [say("page.checked.rule.charts")]
  }

  private var open: [String] {
    let ids = Self.rules.flatMap { passed($0.value) }
    let lowered = words("page.checked.open.passed", ["ids": words.joined(ids)])
    return [
      say("page.checked.open.people"), say("page.checked.open.meaning"), say("page.checked.open.layout"),
    ]
      + (settings.allowsHTML ? [say("page.checked.open.html")] : []) + (ids.isEmpty ? [] : [lowered])
  }

  /// Whom a reader tells that something does not work: the practice whose site it is, or their own.
  private var tell: String {
    let practice = frame.publication.practice
    guard !practice.name.isEmpty else { return words("page.checked.tell.practice") }
    let named: KeyValuePairs = ["practice": practice.name, "phone": practice.phone ?? ""]
    return words(practice.phone == nil ? "page.checked.tell.named" : "page.checked.tell.phone", named)
  }
}

extension CheckedPage {
  private var figures: [String] {
    let evidence = frame.site.evidence
    guard evidence.hasFigures else { return [say("page.checked.figures.none")] }
    let counts = evidence.counts
    let numbers: KeyValuePairs = [
      "count": counts.all, "withheld": counts.withheld,
      "measures": Set(evidence.all.lazy.map(\.measure.id)).count,
      "areas": Set(evidence.all.lazy.map(\.area)).count,
    ]
    if evidence.isExact { return [frame.countingText] }
    return [say("page.checked.figures.counts", numbers), frame.countingText]
      + safety(hasWithheld: counts.withheld > 0)
      + [say("page.checked.figures.others")]
  }

  /// What was looked for, so that nothing which is withheld can be worked out from the rest.
  private func safety(hasWithheld: Bool) -> [String] {
    let evidence = frame.site.evidence
    if evidence.isReadBack { return [say("page.checked.figures.read-back")] }
    let means = say("page.checked.figures.means", ["fewest": settings.fewestForMean])
    guard settings.disclosure != .sumOfCells else { return [say("page.checked.figures.cells"), means] }
    let search = settings.protection == .class ? "page.checked.figures.class" : "page.checked.figures.four"
    let earlier = evidence.earlierFigures
    return (hasWithheld ? [say(search), say("page.checked.figures.others-withheld")] : []) + [means]
      + [
        earlier > 0
          ? say("page.checked.figures.earlier", ["count": earlier]) : say("page.checked.figures.no-earlier")
      ]
  }
}
