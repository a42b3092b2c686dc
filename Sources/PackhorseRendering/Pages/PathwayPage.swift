import PackhorseCore

/// `pathways/<name>.html`: modules in order with their minutes; printed, it is a sheet to sign off.
struct PathwayPage: PageTemplate {
  let frame: Frame
  let pathway: ResolvedPathway

  static let template = "pages/pathway"
  static let tags = TagTable<PathwayPage>([
    .text("title") { $0.frame.text($0.pathway.source.title) },
    .text("summary") { $0.frame.text($0.pathway.source.summary) },
    .text("role") { $0.frame.text($0.pathway.role.title) },
    .text("total") { $0.frame.words.minutes($0.pathway.totalMinutes) },
    .text("budget") { $0.frame.words.minutes($0.pathway.source.minutes.value) },
    .html("modules") { $0.modules },
    .text("check-ins") { $0.checkIns },
    .text("check-in-weeks") { $0.weeks.isEmpty ? nil : $0.weeks.joined(separator: " ") },
    .html("sign-off-rows") { $0.signOffRows },
    .url("calendar") { page in
      page.pathway.calendarAddress.map { SafeURL(from: page.pathway.address, to: $0) }
    },
    .text("starts") { page in page.pathway.source.starts.map { writtenDate($0, words: page.frame.words) } },
  ])

  /// The modules with the minutes that each takes and the sum so far.
  private var modules: HTML {
    var writer = ByteWriter(capacity: 512 * pathway.modules.count)
    var sum = 0
    writer.write("<ol class=\"path\">\n")
    for page in pages {
      let minutes = page.source.frontMatter.minutes ?? 0
      sum += minutes
      writer.write("<li data-minutes=\"")
      writer.write(minutes)
      if let since = page.source.newSince {
        writer.write("\" data-changed=\"")
        writer.write(text: since.iso)
      }
      writer.write("\"><h3>")
      writer.writeLink(from: pathway.address, to: page.address, frame.text(page.source.frontMatter.title))
      writer.write("</h3><p>")
      writer.write(text: frame.text(page.source.frontMatter.summary))
      writer.write("</p>")
      writer.write(facts: [
        frame.words.minutes(minutes), frame.words("page.path.so-far", ["minutes": frame.words.minutes(sum)]),
      ])
      writer.write("</li>\n")
    }
    writer.write("</ol>\n")
    return writer.html
  }

  /// A row for each module and each check-in of the printed sheet: title, minutes, and room for a tick, a date and
  /// initials.
  private var signOffRows: HTML {
    var writer = ByteWriter(capacity: 256 * pathway.modules.count)
    for page in pages {
      writer.write(
        signOff: frame.text(page.source.frontMatter.title), minutes: page.source.frontMatter.minutes ?? 0)
    }
    for week in weeks {
      writer.write(signOff: frame.words("page.path.check-in-week", ["week": week]), minutes: nil)
    }
    return writer.html
  }

  private var pages: [ResolvedPage] { pathway.modules.map { frame.publication.pages[$0] } }

  private var weeks: [String] { pathway.source.checkIns.map(String.init) }

  private var checkIns: String? {
    guard !weeks.isEmpty else { return nil }
    return frame.words.counted("page.path.check-in", weeks.count, ["weeks": frame.words.joined(weeks)])
  }
}

extension ByteWriter {
  /// Writes a row of the sheet to sign off.
  fileprivate mutating func write(signOff title: String, minutes: Int?) {
    write("<tr><th scope=\"row\">")
    write(text: title)
    write("</th><td class=\"number\">")
    if let minutes { write(minutes) }
    write("</td><td><span class=\"box\"></span></td><td></td><td></td></tr>\n")
  }
}
