import PackhorseCore

/// Takes the passages out of a page's tree, and knows of each whose words it holds.
struct PassageReader {
  /// A block that is open.
  private struct Frame {
    var end: Int
    var voice: Voice
    var directive: DirectiveName?
  }

  private(set) var passages: [Passage] = []
  private let document: Document
  private let source: SourceText
  private let isStory: Bool
  private var frames: [Frame]

  init(_ document: Document, of kind: PageKind?, in source: SourceText) {
    self.document = document
    self.source = source
    isStory = kind == .story
    frames = [Frame(end: document.nodes.count, voice: isStory ? .person : .site)]
  }

  /// Reads the whole tree, without recursion: no depth of nesting can overflow a stack.
  mutating func read() {
    var index = 0
    while index < document.nodes.count {
      while frames.count > 1, index >= frames[frames.count - 1].end { frames.removeLast() }
      index = visit(index)
    }
  }

  private var frame: Frame { frames[frames.count - 1] }

  /// Gives the index of the node to go on with.
  private mutating func visit(_ index: Int) -> Int {
    let node = document.nodes[index]
    switch node.kind {
    case .paragraph:
      if let voice = voice(ofParagraph: index) { add(.paragraph, index, voice: voice) }
      return node.end
    case .heading(let level, _):
      // What is on a card or begins a scene is for saying aloud.
      let isSpoken = frame.directive == .cards || frame.directive == .scenario
      add(.heading(level: level), index, voice: isSpoken ? .person : .site)
      return node.end
    case .tableCell:
      add(.cell, index, voice: frame.voice)
      return node.end
    case .directive(let directive):
      if let title = directive.arguments["title"] { add(title: title) }
      let voice: Voice = directive.name == .video || isStory ? .person : .site
      frames.append(Frame(end: node.end, voice: voice, directive: directive.name))
    case .blockQuote:
      frames.append(
        Frame(end: node.end, voice: voice(ofQuotation: index), directive: frame.directive))
    case .item(task: false) where frame.directive == .quiz && index + 1 < node.end:
      let answer = index + 1
      if case .paragraph = document.nodes[answer].kind {
        add(.paragraph, answer, voice: .mistake)
        return document.nodes[answer].end
      }
    default: break
    }
    return index + 1
  }

  /// Nil for a rule of a scenario, which is no prose.
  private func voice(ofParagraph index: Int) -> Voice? {
    switch frame.directive {
    case .dialogue
    where frame.voice == .site && document.boldLabel(of: index) != nil && !isInQuotation(index):
      return .person
    case .scenario:
      if isChoice(index) { return .mistake }
      guard let label = document.boldLabel(of: index)?.label else { return frame.voice }
      return ["only if", "remember"].contains(label) ? nil : .person
    default: return frame.voice
    }
  }

  private func isInQuotation(_ index: Int) -> Bool {
    index > 0 && { if case .blockQuote = document.nodes[index - 1].kind { true } else { false } }()
  }

  /// Whether a paragraph is one link: what a reader may say, well or badly.
  private func isChoice(_ index: Int) -> Bool {
    guard index + 1 < document.nodes[index].end, case .link = document.nodes[index + 1].kind else {
      return false
    }
    return document.nodes[index + 1].end == document.nodes[index].end
  }

  /// A note in a dialogue is the site's, but what to avoid is shown as a mistake; elsewhere somebody is quoted.
  private func voice(ofQuotation index: Int) -> Voice {
    guard frame.directive == .dialogue else { return .person }
    let label = index + 1 < document.nodes.count ? document.boldLabel(of: index + 1)?.label : nil
    return label == "avoid" ? .mistake : .site
  }

  private mutating func add(title: Located<String>) {
    guard let offset = source.offset(of: title.span.start) else { return }
    var passage = Passage(.blockTitle, voice: isStory ? .person : .site, origin: offset)
    passage.append(Array(title.value.utf8)[...], near: offset, in: source)
    passages.append(passage)
  }

  private mutating func add(_ kind: Passage.Kind, _ index: Int, voice: Voice) {
    var passage = Passage(kind, voice: voice, origin: offset(of: index))
    var inline = index + 1
    let labelEnd = endOfStrong(inline)
    while inline < document.nodes[index].end {
      let node = document.nodes[inline]
      if inline == labelEnd, passage.text.last == UInt8(ascii: ".") || passage.text.last == UInt8(ascii: ":")
      {
        passage.labelLength = passage.text.count
      }
      switch node.kind {
      case .text(let literal): passage.append(document[literal], near: offset(of: inline), in: source)
      case .softBreak, .lineBreak: passage.append(.space)
      case .code: passage.append(Passage.placeholder)
      case .citation: passage.isCited = true
      case .inlineDirective(name: "term", let text):
        let words = Array(text.utf8)
        passage.append(
          words[...], near: offset(of: inline) + ":term[".utf8.count, in: source, isMendable: false)
      case .inlineDirective: passage.append(Passage.placeholder)
      case .image: add(.alternative, inline, voice: voice)
      default: break
      }
      if case .image = node.kind { inline = node.end } else { inline += 1 }
    }
    if !passage.text.isEmpty { passages.append(passage) }
  }

  /// Where bold text ends that begins at an index.
  private func endOfStrong(_ index: Int) -> Int? {
    guard index < document.nodes.count, case .strong = document.nodes[index].kind else { return nil }
    return document.nodes[index].end
  }

  private func offset(of index: Int) -> Int { source.offset(of: document.nodes[index].position) ?? 0 }
}
