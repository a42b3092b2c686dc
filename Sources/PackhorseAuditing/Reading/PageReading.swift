import PackhorseCore

/// What a file tells: numbers that name the value they print, and texts that may hold others.
struct Reading: Sendable {
  /// A number of a page, and the name of the published value that it prints.
  struct Value: Sendable {
    var id: String
    var printed: String
    var offset: Int
  }

  struct Text: Sendable {
    enum Kind: Sendable {
      /// Of a generated figure, outside of its values: titles, descriptions, sentences and tables.
      case figure
      /// What repeats the pages: feeds, and the texts of the search.
      case repeated
      /// A comment of the page.
      case comment
      /// What has words of its own, for programs and for readers who do not see: attributes, descriptions of the data.
      case described
      /// A number among data for programs that is no text.
      case bare
    }
    var kind: Kind
    var text: String
    var offset: Int
  }

  var values: [Value] = []
  var texts: [Text] = []
  var drawings: [Drawing] = []
  /// Neighbouring words of which one holds a digit, as a reader of the page sees them.
  var pairs: Set<WordPair> = []
  /// Those outside of generated figures, which an author wrote.
  var authorsPairs: Set<WordPair> = []
}

/// Reads a page.
struct PageReading {
  private struct Open {
    var name: String
    /// Inside a generated figure, inside what names a value, inside a drawing.
    var isFigure: Bool
    var isValue: Bool
    var isChart: Bool
    /// Numbers that lead to references, which stand between words of a text and not in what repeats it.
    var isCitation = false
  }

  private var reading = Reading()
  private var stack: [Open] = []
  private var visible = ""
  private var authors = ""
  private var figure: (text: String, offset: Int)?
  private var drawing: DrawingReader?
  private var isDataset = false

  static let figureClasses = ["chart-title", "chart-coverage", "figures"]
  /// Attributes that hold text.
  private static let textAttributes = [
    "alt", "title", "aria-label", "aria-description", "content", "placeholder", "value", "summary",
  ]
  /// Elements between which words are no neighbours.
  private static let blocks: Set<String> = [
    "p", "li", "td", "th", "h1", "h2", "h3", "h4", "dt", "dd", "div", "section", "figcaption", "summary",
    "option", "title", "desc", "text", "caption", "article", "label", "button", "br", "tr", "a", "blockquote",
  ]

  static func read(_ file: BuiltFile) -> Reading {
    var page = PageReading()
    var markup = MarkupReader(file.bytes)
    while let piece = markup.next() { page.take(piece) }
    page.endFigure()
    // Texts of the search and of feeds run blocks together.
    page.reading.pairs = WordPair.pairs(in: page.visible)
      .union(WordPair.pairs(in: page.visible.replacing("\u{0}", with: " ")))
    page.reading.authorsPairs = WordPair.pairs(in: page.authors)
    return page.reading
  }

  /// Reads the markup that a feed has of an entry: its numbers with their names, and what it repeats of a page.
  static func read(entry markup: String) -> Reading {
    var page = PageReading()
    var reader = MarkupReader(Array(markup.utf8))
    while let piece = reader.next() { page.take(piece) }
    page.endFigure()
    // Where in the feed a number stands, its escapes hide.
    let values = page.reading.values.map { Reading.Value(id: $0.id, printed: $0.printed, offset: 0) }
    let texts = page.reading.texts.map { Reading.Text(kind: $0.kind, text: $0.text, offset: 0) }
    return Reading(
      values: values, texts: texts + [Reading.Text(kind: .repeated, text: page.visible, offset: 0)])
  }

  private mutating func take(_ piece: MarkupReader.Piece) {
    switch piece {
    case .opens(let tag): open(tag)
    case .closes(let name): close(name)
    case .comment(let text, let offset):
      reading.texts.append(Reading.Text(kind: .comment, text: text, offset: offset))
    case .text(let text, let offset): self.text(text, at: offset)
    }
  }

  private mutating func open(_ tag: MarkupReader.Tag) {
    if Self.blocks.contains(tag.name) { breakWords() }
    let outer = stack.last ?? Open(name: "", isFigure: false, isValue: false, isChart: false)
    let isChart = outer.isChart || tag.has(class: "chart")
    if tag.name == "svg", isChart { drawing = DrawingReader() }
    drawing?.open(tag)
    takeAttributes(of: tag, isChart: isChart)
    isDataset = tag.name == "script" && tag.attributes["type"] == "application/ld+json"
    guard !tag.isEmpty else { return }
    if let id = tag.attributes["data-value-id"] {
      reading.values.append(Reading.Value(id: id, printed: "", offset: tag.offset))
    }
    let begins = begins(tag, isChart: isChart)
    if begins, !outer.isFigure { figure = ("", tag.offset) }
    if !begins, outer.isFigure { figure?.text += " " }
    stack.append(
      Open(
        name: tag.name, isFigure: outer.isFigure || begins,
        isValue: outer.isValue || tag.attributes["data-value-id"] != nil, isChart: isChart,
        isCitation: tag.has(class: "citation")))
  }

  private mutating func takeAttributes(of tag: MarkupReader.Tag, isChart: Bool) {
    for (name, text) in tag.attributes.sorted(by: { $0.key < $1.key }) where text.hasDigit {
      let isText = Self.textAttributes.contains(name)
      guard isText || name.hasPrefix("data-") && name != "data-value-id" else { continue }
      reading.texts.append(
        Reading.Text(kind: isText && isChart ? .figure : .described, text: text, offset: tag.offset))
    }
  }

  private func begins(_ tag: MarkupReader.Tag, isChart: Bool) -> Bool {
    if Self.figureClasses.contains(where: tag.has) { return true }
    if tag.name == "p", tag.has(class: "finding") { return true }
    return isChart && (tag.name == "desc" || tag.name == "title" || tag.has(class: "chart-value"))
  }

  private mutating func close(_ name: String) {
    if Self.blocks.contains(name) { breakWords() }
    guard let index = stack.lastIndex(where: { $0.name == name }) else { return }
    let outer = index > 0 ? stack[index - 1].isFigure : false
    if stack[index...].contains(where: \.isFigure), !outer { endFigure() }
    stack.removeSubrange(index...)
    drawing?.close(name)
    if name == "svg", let read = drawing?.drawing {
      reading.drawings.append(read)
      drawing = nil
    }
  }

  private mutating func breakWords() {
    visible += " \u{0} "
    authors += " \u{0} "
  }

  private mutating func endFigure() {
    guard let (text, offset) = figure else { return }
    reading.texts.append(Reading.Text(kind: .figure, text: text, offset: offset))
    figure = nil
  }

  private mutating func text(_ text: String, at offset: Int) {
    if isDataset {
      isDataset = false
      reading.texts += describedTexts(text, at: offset)
      return
    }
    if stack.last?.name == "script" || stack.last?.name == "style" || stack.last?.isCitation == true {
      return
    }
    visible += text
    drawing?.text(text)
    guard let top = stack.last else { return }
    if top.isValue {
      reading.values[reading.values.count - 1].printed += text
    } else if top.isFigure {
      figure?.text += text
    } else if !top.isChart {
      authors += text
    }
  }
}
