import PackhorseCore

/// `coverage.html`: which proposals and themes of the study the pages take up, and with which techniques.
struct CoveragePage: PageTemplate {
  let frame: Frame
  private let site: Coverage

  init(frame: Frame) {
    self.frame = frame
    site = Coverage(of: frame.publication)
  }

  static let template = "pages/coverage"
  static let tags = TagTable<CoveragePage>([
    .url("data") { _ in SafeURL(from: .coverage, to: .coverageData) },
    .html("interventions") { $0.interventions },
    .html("themes") { $0.themes },
    .html("techniques") { $0.techniques },
    .html("roles") { $0.roles },
    .html("pathways") { $0.pathways },
    .html("pages") { $0.pages },
  ])

  private var words: Words { frame.words }

  private var interventions: HTML {
    table("interventions", ["intervention", "pages", "techniques"], StudyMap.interventions) { number in
      let used = StudyMap.techniques.filter { $0.interventions.contains(number) }
      let covered = used.count { site.techniques[$0.id] != nil }
      return [name(of: number), count(site.interventions[number]), share(covered, of: used.count)]
    }
  }

  private var themes: HTML {
    table("themes", ["theme", "domain", "pages"], StudyMap.themes) { theme in
      [
        text("study.theme.\(theme.id)"), text("study.domain.\(theme.domain.rawValue)"),
        count(site.themes[theme.id]),
      ]
    }
  }

  private var techniques: HTML {
    table("techniques", ["technique", "used-by", "pages"], StudyMap.techniques) { technique in
      [
        text("study.technique.\(technique.id)"), HTML(text: list(technique.interventions)),
        count(site.techniques[technique.id]),
      ]
    }
  }

  private var roles: HTML {
    let headings = ["role", "pages"] + StudyMap.Domain.allCases.map { "study.domain.\($0.rawValue)" }
    return table("roles", headings, frame.publication.settings.roles) { role in
      let pages = frame.publication.allPages.filter { page in
        page.source.frontMatter.roles.contains { $0.value == role.id }
      }
      let covered = Coverage(of: pages)
      return [HTML(text: frame.text(role.title)), count(covered.roles[role.id])]
        + StudyMap.Domain.allCases.map { count(covered.domains[$0]) }
    }
  }

  private var pathways: HTML {
    table(
      "pathways", ["pathway", "interventions", "themes", "techniques"], frame.publication.pathways
    ) { pathway in
      let parts = Coverage(of: pathway, in: frame.publication).parts
      return [link(pathway.address, frame.text(pathway.source.title))]
        + parts.map { share($0.covered, of: $0.total) }
    }
  }

  private var pages: HTML {
    let claiming = frame.publication.allPages.filter(\.isClaiming)
    return table("each", ["page", "interventions", "themes", "techniques"], claiming) { page in
      let matter = page.source.frontMatter
      return [
        link(page.address, frame.publication.title(of: page)),
        HTML(text: list(matter.interventions.map(\.value))),
        HTML(text: String(Set(matter.themes.map(\.value)).count)),
        HTML(text: String(page.bindings.techniques.count)),
      ]
    }
  }

  private func name(of intervention: Int) -> HTML {
    HTML(text: "\(intervention). " + words("study.intervention.n\(intervention)"))
  }

  private func text(_ key: String) -> HTML { HTML(text: words(key)) }

  private func list(_ numbers: [Int]) -> String {
    numbers.map(String.init).joined(separator: words("page.join.comma"))
  }

  private func count(_ pages: Int?) -> HTML {
    HTML(text: pages.map(String.init) ?? words("page.coverage.none"))
  }

  private func share(_ count: Int, of total: Int) -> HTML {
    HTML(text: words("page.coverage.of", ["count": String(count), "total": String(total)]))
  }

  private func link(_ address: Address, _ title: String) -> HTML {
    var writer = ByteWriter()
    writer.writeLink(from: .coverage, to: address, title)
    return writer.html
  }

  /// A table under its heading; the first cell of each row names it.
  private func table<Row>(
    _ title: String, _ columns: [String], _ rows: some Sequence<Row>, cells: (Row) -> [HTML]
  ) -> HTML {
    var writer = ByteWriter(capacity: 4096)
    writer.write("<div class=\"table-scroll\" tabindex=\"0\" role=\"region\" aria-labelledby=\"_")
    writer.write(text: title)
    writer.write("\">\n<table>\n<thead>\n<tr>")
    for column in columns {
      writer.write("<th scope=\"col\">")
      writer.write(text: words(column.contains(".") ? column : "page.coverage.\(column)"))
      writer.write("</th>")
    }
    writer.write("</tr>\n</thead>\n<tbody>\n")
    for row in rows {
      writer.write("<tr>")
      for (place, cell) in cells(row).enumerated() {
        writer.write(place == 0 ? "<th scope=\"row\">" : "<td>")
        writer.write(cell)
        writer.write(place == 0 ? "</th>" : "</td>")
      }
      writer.write("</tr>\n")
    }
    writer.write("</tbody>\n</table>\n</div>\n")
    return writer.html
  }
}
