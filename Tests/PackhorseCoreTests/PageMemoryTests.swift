import PackhorseCore
import PackhorseTestSupport
import Testing

@Suite struct PageMemoryTests {
  private let path = "content/modules/skills/listening.md"
  private let state = FileState(
    size: 9, modified: 1_700_000_000_123_456_789, changed: -3, device: .max, number: 0)
  private var file: PageFile { PageFile(path: path, state: state) { Array("---\nBody.".utf8) } }

  @Test func keepsEverythingOfAPage() async throws {
    let page = page
    let packed = await PackedPages(FileParts(PageMemory(pages: [page], allowsHTML: true).packed(jobs: 2)))
    let memory = await PageMemory(unpacking: packed, files: [file], jobs: 2)
    let read = try #require(memory.page(for: file, allowsHTML: true))
    #expect(memory.page(for: file, allowsHTML: false) == nil)
    #expect(String(describing: read.source.frontMatter) == String(describing: page.source.frontMatter))
    #expect(read.outline.headings == page.outline.headings)
    #expect(read.outline.links == page.outline.links)
    #expect(read.outline.images == page.outline.images)
    #expect(read.outline.citations == page.outline.citations)
    #expect(read.outline.directives == page.outline.directives)
    #expect(read.outline.inlineDirectives == page.outline.inlineDirectives)
    #expect(read.source.version == page.source.version)
    #expect(read.source.span == page.source.span)
    #expect((read.source.bodyLine, read.source.slug) == (3, "modules/skills/listening"))
    #expect(try read.source.body.bytes().elementsEqual("Body.".utf8))
  }

  @Test func forgetsAPageWhoseFileIsInAnotherState() async {
    let packed = await PackedPages(FileParts(PageMemory(pages: [page], allowsHTML: false).packed(jobs: 2)))
    var other = file
    other.state?.modified += 1
    #expect(
      await PageMemory(unpacking: packed, files: [other], jobs: 1).page(for: other, allowsHTML: false) == nil)
    #expect(await PageMemory(unpacking: packed, files: [], jobs: 1).count == 0)
    let memory = await PageMemory(unpacking: packed, files: [file], jobs: 1)
    other.state = nil
    #expect(memory.page(for: other, allowsHTML: false) == nil)
  }

  @Test func keepsAPageWhoseStateTellsNothingButDoesNotTakeItOver() async throws {
    var unsettled = file
    unsettled.state = nil
    let memory = PageMemory(of: [parsed(path, .module, state: nil)], without: [], allowsHTML: false)
    #expect(!memory.isWorthKeeping(after: PageMemory()))
    #expect(PageMemory(pages: [page], allowsHTML: false).isWorthKeeping(after: PageMemory()))
    let packed = await PackedPages(FileParts(memory.packed(jobs: 1)))
    for file in [file, unsettled] {
      let read = await PageMemory(unpacking: packed, files: [file], jobs: 1)
      #expect(read.page(for: file, allowsHTML: false) == nil)
    }
    let kept = try #require(packed?.page(at: 0, of: [file]))
    #expect(kept.source.version.state == nil)
  }

  @Test func refusesATextThatIsNoLongerTheOneItRead() async throws {
    let packed = await PackedPages(FileParts(PageMemory(pages: [page], allowsHTML: false).packed(jobs: 2)))
    let changed = PageFile(path: path, state: state) { Array("---\nBode.".utf8) }
    let read = await PageMemory(unpacking: packed, files: [changed], jobs: 1).page(
      for: changed, allowsHTML: false)
    #expect(throws: ChangedMeanwhile.self) { try read?.source.body.bytes() }
  }

  @Test func remembersNoStoryAndNoFaultyPage() {
    let story = parsed("content/stories/garden.md", .story)
    let pages = [page, story, parsed("content/practice/a.md", .practice)]
    func remembered(without faulty: Set<String>) -> [String] {
      PageMemory(of: pages, without: faulty, allowsHTML: true).pages.map(\.source.path)
    }
    #expect(
      remembered(without: []) == ["content/modules/skills/listening.md", "content/practice/a.md"].sorted())
    #expect(remembered(without: [path]) == ["content/practice/a.md"])
  }

  @Test func unpacksNothingThatWasChanged() async throws {
    let pages = [page, parsed("content/modules/skills/writing.md", .module)]
    let pieces = await PageMemory(pages: pages, allowsHTML: true).packed(jobs: 2)
    let whole = Array(pieces.joined())
    for length in 0..<whole.count { _ = await read([Array(whole[..<length])]) }
    for index in whole.indices {
      for bit in [UInt8(1), 0x80, 0xFF] {
        var bytes = whole
        bytes[index] ^= bit
        let (memory, one) = await read([bytes])
        #expect(memory.count == (index < pieces[0].count ? 1 : 0))
        if let one { #expect(described(one.outline) == described(pages[0].outline)) }
      }
    }
    let (memory, one) = await read(pieces)
    #expect(memory.count == 2 && one != nil)
  }

  /// Everything an outline holds, in an order of its own: that of a dictionary changes from run to run.
  private func described(_ outline: Outline) -> [Character] { String(describing: outline).sorted() }

  @Test func findsAPageWhereOthersAreMissing() async throws {
    let names = ["a", "b", "c", "d", "e"].map { "content/modules/skills/\($0).md" }
    let files = names.map { PageFile(path: $0, state: state, read: file.read) }
    let kept = [1, 2, 4]
    let memory = PageMemory(pages: kept.map { parsed(names[$0], .module) }, allowsHTML: false)
    let packed = await PackedPages(FileParts(memory.packed(jobs: 1)))
    for place in files.indices {
      #expect(packed?.page(at: place, of: files)?.source.path == (kept.contains(place) ? names[place] : nil))
    }
  }

  /// All pages of a note, and the first by itself.
  private func read(_ pieces: [[UInt8]]) async -> (memory: PageMemory, one: ParsedPage?) {
    let packed = PackedPages(FileParts(pieces))
    let second = PageFile(path: "content/modules/skills/writing.md", state: state, read: file.read)
    return (
      await PageMemory(unpacking: packed, files: [file, second], jobs: 1),
      packed?.page(at: 0, of: [file, second])
    )
  }

  private var page: ParsedPage { parsed(path, .module) }

  private func parsed(_ path: String, _ kind: PageKind) -> ParsedPage { parsed(path, kind, state: state) }

  private func parsed(_ path: String, _ kind: PageKind, state: FileState?) -> ParsedPage {
    let span = SourceSpan(path: path, start: .init(line: 2, column: 3), end: .init(line: 4, column: 1))
    func at<Value>(_ value: Value) -> Located<Value> { Located(value, at: span) }
    var matter = FrontMatter()
    matter.title = "Listening – with care"
    matter.summary = String(repeating: "long ", count: 60)
    matter.roles = [at("gp"), at("")]
    matter.minutes = 12
    matter.order = -3
    matter.requires = [at("skills/asking")]
    matter.interventions = [at(1), at(10)]
    matter.themes = [at("time")]
    matter.techniques = [at("goal-setting")]
    matter.capabilities = ["a"]
    matter.objectives = ["b", "c"]
    matter.author = "A"
    matter.clinicalReview = "Dr B"
    matter.reviewed = CalendarDate(iso: "2026-02-28")
    matter.reviewDue = CalendarDate(iso: "9999-12-31").map(at)
    matter.sources = [at("kiely2022")]
    matter.language = "cy"
    matter.aliases = [at("old.html")]
    matter.level = .icb
    matter.measures = [at("attended")]
    var outline = Outline()
    outline.headings = [Outline.Heading(level: 2, anchor: "why", text: "Why?")]
    outline.links = [at("a.md#b")]
    outline.images = [at("a.png")]
    outline.citations = [at("kiely2022")]
    outline.directives = [
      Directive(name: .doDont, arguments: ["title": at("T"), "kind": at("k")], span: span)
    ]
    outline.inlineDirectives = [at(InlineDirective(name: .term, text: "link worker"))]
    let version = PageVersion(of: Array("---\nBody.".utf8), bodyOffset: 4, state: state)
    let source = SourcePage(
      path: path, kind: kind, frontMatter: matter, span: span, body: PageBody(Array("Body.".utf8)[...]),
      bodyLine: 3, version: version)
    return ParsedPage(source: source, outline: outline)
  }
}

extension PageMemory {
  fileprivate func page(for file: PageFile, allowsHTML: Bool) -> ParsedPage? {
    pages(for: [file], allowsHTML: allowsHTML)[0]
  }
}
