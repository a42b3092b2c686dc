import PackhorseCore

/// Writes a document with everything an author can write as HTML, in one pass over its nodes.
///
/// What CommonMark has, `html` writes. The depth of a text costs no stack; only a block that arranges its own parts
/// writes them by a walk of its own, and those nest no deeper than `deepestBlock`.
struct BodyWriter: ~Copyable, DocumentVisitor {
  /// Blocks nested deeper are written as their content alone.
  static let deepestBlock = 100

  let document: Document
  let words: Words
  /// Nil for a text without a site.
  let setting: PageSetting?
  let localWords: [String: LocalWord]
  var html: CommonMarkWriter
  var citations: CitationPlaces
  var table = TablePlace()
  var rawHTML = RawElements()
  /// The index just past the link that is being written: nothing inside it may be a link of its own.
  var linkEnd = 0
  var blockDepth = 0
  /// True inside a checklist, whose boxes are empty.
  var isChecklist = false
  /// The id of the planner that is being written: its empty cells are fields.
  var planner: String?
  /// How many charts and sets of criteria came so far: each needs ids of its own.
  var chartCount = 0
  var criteriaCount = 0
  /// How many blocks of each kind a reader can write in came so far.
  var formCounts: [DirectiveName: Int] = [:]
  /// How often each question was asked.
  var questionCounts: [String: Int] = [:]
  /// The ids of measures whose definition was written.
  var definedMeasures: Set<String> = []

  init(_ document: Document, words: Words, setting: PageSetting?) {
    self.document = document
    self.words = words
    self.setting = setting
    self.localWords = setting?.publication.settings.localWords ?? [:]
    self.html = CommonMarkWriter(out: ByteWriter(capacity: document.text.count * 2))
    self.citations = CitationPlaces(keys: setting?.page.bindings.citations ?? [])
  }

  /// Writes a range of siblings with everything in them.
  mutating func write(_ range: Range<Int>) {
    rawHTML.enterNode()
    document.walk(range, with: &self)
    leaveRawHTML()
  }

  mutating func enter(_ index: Int, of document: Document) -> Bool {
    let isEntered = enterNode(index)
    if isEntered { rawHTML.enterNode() }
    return isEntered
  }

  mutating func leave(_ index: Int, of document: Document) {
    leaveRawHTML()
    switch document.nodes[index].kind {
    case .table: leaveTable()
    case .tableRow(let isHeader): leaveRow(isHeader: isHeader)
    case .tableCell: html.out.write(table.isHeader ? "</th>\n" : "</td>\n")
    case .link: leaveLink(index)
    default: html.leave(index, of: document)
    }
  }

  private mutating func enterNode(_ index: Int) -> Bool {
    switch document.nodes[index].kind {
    // Most nodes are texts.
    case .text: return html.writeLeaf(index, of: document)
    case .heading(let level, let anchor) where !anchor.isEmpty: enterHeading(level, anchor: anchor)
    case .list(let start, _) where hasTasks(index): enterTaskList(start: start)
    case .item(let isDone?): enterTask(index, isDone: isDone)
    case .paragraph(isTight: false) where isTask(index - 1): enterFirstParagraph(ofTask: index - 1)
    case .table(let alignments): enterTable(index, alignments)
    case .tableRow(let isHeader): enterRow(index, isHeader: isHeader)
    case .tableCell: enterCell(index)
    case .link(let destination, let title): enterLink(index, destination, title: title)
    case .directive(let directive): return enterBlock(directive, at: index)
    default: return writeLeaf(index)
    }
    return true
  }

  /// Writes a node of a line, which has no children to walk, or hands CommonMark's own on.
  private mutating func writeLeaf(_ index: Int) -> Bool {
    switch document.nodes[index].kind {
    case .image(let destination, let title): writeImage(index, destination, title: title)
    case .htmlBlock(let text): writeRawHTML(document[text], isBlock: true)
    case .htmlInline(let text): writeRawHTML(document[text], isBlock: false)
    case .citation(let keys): writeCitation(keys, at: index)
    case .inlineDirective(let name, let text): writeInlineDirective(name, text, at: index)
    default: return html.enter(index, of: document)
    }
    return false
  }

  private mutating func enterHeading(_ level: Int, anchor: String) {
    html.openBlock("<h")
    html.out.write(level)
    html.out.write(" id=\"")
    html.out.write(text: anchor)
    html.out.write("\">")
  }
}
