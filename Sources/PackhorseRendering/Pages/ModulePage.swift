import PackhorseCore

/// `modules/<section>/<slug>.html`: what it takes and gives, its text, and where to go from there.
struct ModulePage: ReviewedPage {
  let frame: Frame
  let page: ResolvedPage
  let place: ModulePlace?
  let review: Review
  private let rendered: RenderedBody

  init(frame: Frame, page: ResolvedPage, place: ModulePlace?) throws {
    self.frame = frame
    self.page = page
    self.place = place
    review = frame.review(of: page)
    rendered = try frame.body(of: page)
  }

  static let template = "pages/module"
  static let tags = TagTable<ModulePage>(
    [
      .text("title") { $0.frame.text($0.page.source.frontMatter.title) },
      .text("summary") { $0.frame.text($0.page.source.frontMatter.summary) },
      .html("facts") { $0.facts },
      .flag("has-objectives") { !$0.page.source.frontMatter.objectives.isEmpty },
      .list("objectives", of: TextLine.tags) { module in
        module.page.source.frontMatter.objectives.map { TextLine(text: module.frame.text($0)) }
      },
      .html("required-modules") { $0.requiredModules },
      .html("own-versions") { $0.ownVersions },
      .html("contents") { contentsList($0.page.headings, words: $0.frame.words) },
      .html("body") { $0.rendered.html },
      .html("references") { $0.rendered.references },
      .html("next-in-paths") { $0.nextInPaths },
      .html("neighbours") { $0.neighbours },
    ], reviewTags, required: ["body", "overdue", "clinical-review"])

  private var facts: HTML {
    var writer = ByteWriter()
    writer.write(facts: frame.facts(of: page))
    return writer.html
  }

  /// Links to the modules to read first, in one phrase.
  private var requiredModules: HTML {
    var writer = ByteWriter()
    for (index, module) in (place?.requires ?? []).enumerated() {
      if index > 0 { writer.write(text: frame.words("page.join.comma")) }
      write(frame.publication.pages[module], to: &writer)
    }
    return writer.html
  }

  /// Links to what practices wrote in the place of this module, in one phrase.
  private var ownVersions: HTML {
    var writer = ByteWriter()
    for (index, home) in (frame.ownVersions[page.source.slug] ?? []).enumerated() {
      if index > 0 { writer.write(text: frame.words("page.join.comma")) }
      writer.writeLink(from: page.address, to: page.address.inside(home.folder), home.practice.name)
    }
    return writer.html
  }

  /// For each path that holds the module, what comes next in it and what came before.
  private var nextInPaths: HTML {
    guard let place, !place.steps.isEmpty else { return .empty }
    var writer = ByteWriter(capacity: 1024)
    let back = frame.words("page.module.previous")
    writer.write("<ul class=\"next-in-paths\">\n")
    for step in place.steps {
      writer.write("<li><span class=\"path-name\">")
      writer.write(text: frame.text(frame.publication.pathways[step.pathway].source.title))
      writer.write("</span> ")
      if let next = step.next {
        write(frame.publication.pages[next], to: &writer)
      } else {
        writer.writeLink(
          from: page.address, to: frame.publication.pathways[step.pathway].address,
          frame.words("page.module.path-done"))
      }
      if let previous = step.previous {
        let module = frame.publication.pages[previous]
        writer.write("<span class=\"path-back\">")
        writer.write(text: back)
        writer.write(" ")
        writer.writeLink(from: page.address, to: module.address, frame.text(module.source.frontMatter.title))
        writer.write("</span>")
      }
      writer.write("</li>\n")
    }
    writer.write("</ul>\n")
    return writer.html
  }

  /// The modules before and after it in its section.
  private var neighbours: HTML {
    guard let place, place.previous != nil || place.next != nil else { return .empty }
    var writer = ByteWriter(capacity: 512)
    writer.write("<nav class=\"neighbours\" aria-label=\"")
    writer.write(text: frame.words("page.module.neighbours"))
    writer.write("\">\n")
    write(place.previous, key: "page.module.previous", relation: "prev", to: &writer)
    write(place.next, key: "page.module.next", relation: "next", to: &writer)
    writer.write("</nav>\n")
    return writer.html
  }

  private func write(_ index: Int?, key: String, relation: StaticString, to writer: inout ByteWriter) {
    guard let index else { return }
    let other = frame.publication.pages[index]
    writer.write("<a class=\"neighbour neighbour-")
    writer.write(relation)
    writer.write("\" rel=\"")
    writer.write(relation)
    writer.write("\" href=\"")
    writer.write(linkFrom: page.address, to: other.address)
    writer.write("\"><span>")
    writer.write(text: frame.words(key))
    writer.write("</span> ")
    writer.write(text: frame.text(other.source.frontMatter.title))
    writer.write("</a>\n")
  }

  private func write(_ other: ResolvedPage, to writer: inout ByteWriter) {
    writer.writeLink(from: page.address, to: other.address, frame.text(other.source.frontMatter.title))
  }
}
