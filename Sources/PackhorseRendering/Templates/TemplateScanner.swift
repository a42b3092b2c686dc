import PackhorseCore

/// Finds the tags of a template, each with its place in the file and in the markup; reports what is no tag of ours.
func scan(_ source: TemplateSource) -> Outcome<ScannedTemplate> {
  var scanner = TemplateScanner(source)
  scanner.run()
  let name = String(source.name.dropLast(templateExtension.utf8.count))
  let template = ScannedTemplate(
    name: name, path: source.path, bytes: source.bytes, tags: scanner.tags,
    isSound: !scanner.diagnostics.hasErrors)
  return Outcome(template, scanner.diagnostics)
}

let templateExtension = ".mustache"

private struct TemplateScanner {
  let path: String
  let bytes: [UInt8]
  var position = 0
  /// The line that `position` is on, with the offset at which it begins.
  var line = 1
  var lineStart = 0
  var markup = MarkupTracker()
  var tags: [TemplateTag] = []
  var diagnostics: [Diagnostic] = []
  /// Sections that are open, with the place in the markup at which each began.
  var open: [TemplateTag] = []

  init(_ source: TemplateSource) {
    path = source.path
    bytes = source.bytes
  }

  mutating func run() {
    while let start = nextOpening() {
      readMarkup(to: start)
      guard let end = readTag(at: start) else { return }
      advance(to: end)
    }
    readMarkup(to: bytes.count)
    for section in open { diagnostics.append(.unclosedSection(section.name, at: section.span)) }
    if open.isEmpty, markup.place != .content {
      diagnostics.append(.endsInsideMarkup(at: span(of: bytes.count..<bytes.count)))
    }
  }

  private mutating func readMarkup(to end: Int) {
    if let fault = markup.read(bytes[position..<end]) {
      advance(to: fault)
      diagnostics.append(.ambiguousMarkup(at: span(of: fault..<fault)))
    }
    advance(to: end)
  }

  private func nextOpening() -> Int? {
    var index = position
    while index + 1 < bytes.count {
      if bytes[index] == UInt8(ascii: "{"), bytes[index + 1] == UInt8(ascii: "{") { return index }
      index += 1
    }
    return nil
  }

  private mutating func advance(to end: Int) {
    for index in position..<end where endsLine(index) {
      line += 1
      lineStart = index + 1
    }
    position = end
  }

  /// True for the last byte of a line's end: LF, CRLF or a lone CR.
  private func endsLine(_ index: Int) -> Bool {
    bytes[index] == UInt8(ascii: "\n")
      || (bytes[index] == UInt8(ascii: "\r") && !bytes[(index + 1)...].starts(with: "\n".utf8))
  }

  /// The place of a range that begins on the current line.
  private func span(of range: Range<Int>) -> SourceSpan {
    SourceSpan(path: path, line: line, column: range.lowerBound - lineStart + 1, length: range.count)
  }

  /// Reads the tag at `start` and gives the offset just past it, or nil where it never ends.
  private mutating func readTag(at start: Int) -> Int? {
    let sigil = start + 2 < bytes.count ? bytes[start + 2] : 0
    let isTriple = sigil == UInt8(ascii: "{")
    let closing = [UInt8](repeating: UInt8(ascii: "}"), count: isTriple ? 3 : 2)
    guard let end = firstIndex(of: closing, from: start + 2, onOneLine: sigil != UInt8(ascii: "!")) else {
      diagnostics.append(.unclosedTag(at: span(of: start..<start + 2)))
      return nil
    }
    let past = end + closing.count
    if sigil == UInt8(ascii: "!") {
      take(
        TemplateTag(
          kind: .comment, name: "", span: span(of: start..<past), range: start..<past, place: markup.place))
      return past
    }
    let kind = kind(for: sigil)
    let inner = trimmed((kind == .escaped ? start + 2 : start + 3)..<end)
    if let reason = unsupported(sigil: sigil, name: bytes[inner], kind: kind) {
      diagnostics.append(.unsupported(reason, at: span(of: start..<past)))
      return past
    }
    guard !inner.isEmpty, bytes[inner].allSatisfy({ isNameByte($0) }) else {
      diagnostics.append(.badName(at: span(of: start..<past)))
      return past
    }
    take(
      TemplateTag(
        kind: kind, name: String(decoding: bytes[inner], as: UTF8.self), span: span(of: inner),
        range: start..<past, place: markup.place))
    return past
  }

  /// Keeps a tag and holds it to the rules that need no schema: sections close, and close where they began.
  private mutating func take(_ tag: TemplateTag) {
    tags.append(tag)
    switch tag.kind {
    case .section, .inverted:
      open.append(tag)
      if open.count == deepestNesting + 1 { diagnostics.append(.tooDeep(at: tag.span)) }
    case .close:
      guard let section = open.popLast() else {
        diagnostics.append(.strayClose(tag.name, at: tag.span))
        return
      }
      if section.name != tag.name {
        diagnostics.append(.wrongClose(tag.name, of: section, at: tag.span))
      } else if section.place.kind != tag.place.kind {
        diagnostics.append(.splitSection(section, at: tag.span))
      }
    case .escaped, .raw, .partial: markup.passTag()
    case .comment: break
    }
  }

  private func firstIndex(of closing: [UInt8], from start: Int, onOneLine: Bool) -> Int? {
    var index = start
    while index + closing.count <= bytes.count {
      if onOneLine, bytes[index] == UInt8(ascii: "\n") || bytes[index] == UInt8(ascii: "\r") { return nil }
      if bytes[index..<index + closing.count].elementsEqual(closing) { return index }
      index += 1
    }
    return nil
  }

  private func trimmed(_ range: Range<Int>) -> Range<Int> {
    var range = min(range.lowerBound, range.upperBound)..<range.upperBound
    while let first = range.first, isBlank(bytes[first]) { range = first + 1..<range.upperBound }
    while let last = range.last, isBlank(bytes[last]) { range = range.lowerBound..<last }
    return range
  }

  private func kind(for sigil: UInt8) -> TemplateTag.Kind {
    switch sigil {
    case UInt8(ascii: "{"), UInt8(ascii: "&"): .raw
    case UInt8(ascii: "#"): .section
    case UInt8(ascii: "^"): .inverted
    case UInt8(ascii: "/"): .close
    case UInt8(ascii: ">"): .partial
    default: .escaped
    }
  }

  /// What Mustache has and we leave out, because nothing could be checked about it.
  private func unsupported(sigil: UInt8, name: ArraySlice<UInt8>, kind: TemplateTag.Kind) -> String? {
    switch sigil {
    case UInt8(ascii: "="): return "tags with other brackets"
    case UInt8(ascii: "%"): return "settings of the template language"
    case UInt8(ascii: "<"), UInt8(ascii: "$"): return "templates that inherit from others"
    default: break
    }
    if name.contains(UInt8(ascii: "(")) { return "functions" }
    if kind == .partial {
      return name.first == UInt8(ascii: "*") ? "names that are only known when a page is made" : nil
    }
    return name.first == UInt8(ascii: ".") ? "the tag '.'" : nil
  }

  private func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 }

  private func isNameByte(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "_"), UInt8(ascii: "."),
      UInt8(ascii: "/"):
      true
    default: false
    }
  }
}

/// Sections inside sections; filling one calls itself for each.
private let deepestNesting = 16

extension Diagnostic {
  fileprivate static func unclosedSection(_ name: String, at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      .error, "unclosed-section", "'\(name)' is opened here and never closed", at: span,
      suggestion: "end it with '{{/\(name)}}'")
  }

  fileprivate static func wrongClose(_ name: String, of section: TemplateTag, at span: SourceSpan)
    -> Diagnostic
  {
    Diagnostic(
      .error, "unclosed-section", "'\(name)' is closed while '\(section.name)' is open", at: span,
      notes: [Diagnostic.Note("opened here", at: section.span)],
      suggestion: "write '{{/\(section.name)}}' first")
  }

  fileprivate static func strayClose(_ name: String, at span: SourceSpan) -> Diagnostic {
    Diagnostic(.error, "bad-template", "'\(name)' is closed here but was never opened", at: span)
  }

  fileprivate static func unclosedTag(at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      .error, "bad-template", "A tag begins here and does not end on its line", at: span,
      suggestion: "end it with as many braces as it begins with")
  }

  fileprivate static func badName(at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      .error, "bad-template", "A tag's name is letters, digits, '-', '_' and '.'", at: span)
  }

  fileprivate static func tooDeep(at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      .error, "bad-template", "More than \(deepestNesting) sections stand inside each other", at: span)
  }

  fileprivate static func endsInsideMarkup(at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      .error, "bad-template", "The template ends inside a tag, a comment or a script", at: span,
      because: "What comes after it on a page would be swallowed.")
  }

  fileprivate static func ambiguousMarkup(at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      .error, "bad-template", "Markup that browsers read in more than one way", at: span,
      because: "A '<' in a title, script or style sheet, CDATA and '--!>' mean different things in different "
        + "surroundings, so that a value near them could become markup.",
      suggestion: "write '&lt;' in a title, and keep scripts and style sheets in templates/assets/")
  }

  fileprivate static func splitSection(_ section: TemplateTag, at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      .error, "unsafe-tag-place", "'\(section.name)' begins and ends at different kinds of place", at: span,
      because: "With the section left out, what follows would be read as something else.",
      notes: [Diagnostic.Note("begins here", at: section.span)],
      suggestion: "keep both ends between elements, or both in the same attribute")
  }

  fileprivate static func unsupported(_ what: String, at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      .error, "unsupported-template-tag", "Templates here do not have \(what)", at: span,
      because: "Every tag is checked before a page is made, and this one could not be.")
  }
}
