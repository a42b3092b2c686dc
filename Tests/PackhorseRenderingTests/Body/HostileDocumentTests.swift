import PackhorseCore
import PackhorseTestSupport
import Testing

@testable import PackhorseRendering

/// Trees that are deep, odd or incomplete: each renders, balanced, without a crash.
struct HostileDocumentTests {
  private let fixture = BodyFixture()

  @Test(arguments: [Document.Kind.blockQuote, .emphasis, .list(start: nil, isTight: true), .item(task: nil)])
  func deepTreesNeedNoStack(kind: Document.Kind) {
    var builder = DocumentBuilder()
    for _ in 0..<200_000 { builder.open(kind) }
    builder.add(text: "deep")
    for _ in 0..<200_000 { builder.close() }
    #expect(fixture.render(builder.document).html.source.contains("deep"))
  }

  @Test(arguments: DirectiveName.allCases)
  func blocksDeeperThanAllowedAreTheirContent(name: DirectiveName) {
    guard !name.isEmpty else { return }
    var builder = DocumentBuilder()
    for _ in 0..<5_000 { builder.openBlock(name) }
    builder.open(.paragraph(isTight: false))
    builder.add(text: "deep")
    builder.close()
    for _ in 0..<5_000 { builder.close() }
    let html = fixture.render(builder.document).html.source
    #expect(html.contains("<p>deep</p>"))
    #expect(isBalanced(html))
  }

  /// Every block around every kind of content, in every order of two: nothing is lost or left open.
  @Test(arguments: DirectiveName.allCases, DirectiveName.allCases)
  func blocksHoldWhateverComes(outer: DirectiveName, inner: DirectiveName) {
    var builder = DocumentBuilder()
    builder.openBlock(outer)
    addOddContent(to: &builder)
    builder.openBlock(
      inner, ["title": "<T>", "src": "<", "kind": "<", "certainty": "<", "name": "<", "minutes": "<"])
    addOddContent(to: &builder)
    builder.close()
    addOddContent(to: &builder)
    builder.close()
    let html = fixture.render(builder.document).html.source
    #expect(isBalanced(html), "\(html)")
    let fragment = String(decoding: renderFragment(builder.document, words: catalogue), as: UTF8.self)
    #expect(isBalanced(fragment), "\(fragment)")
  }

  private func addOddContent(to builder: inout DocumentBuilder) {
    builder.open(.paragraph(isTight: false))
    builder.open(.strong)
    builder.add(text: ":")
    builder.close()
    builder.close()
    builder.open(.paragraph(isTight: true))
    builder.close()
    builder.open(.list(start: 3, isTight: true))
    builder.open(.item(task: true))
    builder.open(.heading(level: 9, anchor: ""))
    builder.close()
    builder.close()
    builder.open(.item(task: nil))
    builder.close()
    builder.close()
    builder.open(.list(start: nil, isTight: false))
    builder.close()
    builder.open(.blockQuote)
    builder.open(.paragraph(isTight: false))
    builder.open(.strong)
    builder.add(text: "Say")
    builder.close()
    builder.add(.softBreak)
    builder.add(.lineBreak)
    builder.add(.htmlInline(builder.keep("<script>")))
    builder.add(.citation(keys: []))
    builder.add(.inlineDirective(name: "stat", text: "<"))
    builder.add(.inlineDirective(name: "nonsense", text: "<"))
    builder.close()
    builder.close()
    builder.open(.table(alignments: []))
    builder.close()
    builder.open(.table(alignments: [.center]))
    builder.open(.tableRow(isHeader: true))
    builder.open(.tableCell)
    builder.close()
    builder.open(.tableCell)
    builder.close()
    builder.close()
    builder.close()
  }

  /// True where every tag that opens closes in its order; the few elements without content aside.
  private func isBalanced(_ html: String) -> Bool {
    var open: [Substring] = []
    for piece in html.split(separator: "<", omittingEmptySubsequences: false).dropFirst() {
      guard piece.contains(">") else { return false }
      let name = piece.prefix { $0 != " " && $0 != ">" && $0 != "\n" }
      if ["br", "hr", "img", "input", "track"].contains(name) { continue }
      if name.hasPrefix("/") {
        guard open.popLast() == name.dropFirst() else { return false }
      } else {
        open.append(name)
      }
    }
    return open.isEmpty
  }

  @Test func aFragmentNeedsNoSite() {
    var builder = DocumentBuilder()
    builder.open(.paragraph(isTight: false))
    builder.add(.citation(keys: ["kiely2022", "cooper2022"]))
    builder.add(text: " ")
    builder.add(.inlineDirective(name: "term", text: "link worker"))
    builder.add(text: " ")
    builder.add(.inlineDirective(name: "word", text: "link-worker plural"))
    builder.add(.htmlInline(builder.keep("<b>")))
    for destination in [
      "other.md#x", "javascript:x", "//evil.example", "https://example.org", "data:x", "/a:b", "",
    ] {
      builder.open(.link(destination: builder.keep(destination), title: Document.absent))
      builder.add(text: "x")
      builder.close()
    }
    builder.close()
    builder.openBlock(.chart, ["measure": "attended"])
    builder.close()
    #expect(
      String(decoding: renderFragment(builder.document, words: catalogue), as: UTF8.self) == """
        <p>[kiely2022; cooper2022] link worker link-worker plural<a href="other.md#x">x</a>xx\
        <a href="https://example.org">x</a>xxx</p>
        <p class="empty">Shown when the site is built: chart</p>

        """)
  }
}
