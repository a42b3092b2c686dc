import PackhorseCore

/// Makes a program of a template: partials and words are put in, and names give way to places.
///
/// It reads what `TemplateChecker` has checked; what that reported is left out.
struct TemplateCompiler {
  let templates: [String: ScannedTemplate]
  let words: Words
  /// Templates that end up inside themselves, or that put such a one in; as partials they are left out whole.
  private let endless: Set<String>
  private var program = TemplateProgram()
  private var scopes: [TemplateSchema] = []
  /// The sections that are open: their step, or -1 without one, and whether they brought a scope.
  private var open: [(step: Int, isList: Bool)] = []
  /// The number of steps where a section last began or ended: text before it stays apart from text behind it.
  private var sectionEdge = 0

  init(templates: [String: ScannedTemplate], words: Words) {
    self.templates = templates
    self.words = words
    var search = EndlessSearch(templates: templates)
    endless = Set(templates.keys.filter { search.isEndless($0) })
  }

  func program(for template: ScannedTemplate, _ schema: TemplateSchema) -> TemplateProgram {
    guard template.isSound else { return TemplateProgram() }
    var compiler = self
    compiler.scopes = [schema]
    compiler.add(template, below: [])
    return compiler.program
  }

  private mutating func add(_ template: ScannedTemplate, below: [String]) {
    var position = 0
    for tag in template.tags {
      let range = template.lineOrTag(tag)
      copy(template.bytes[position..<max(position, range.lowerBound)])
      position = range.upperBound
      switch tag.kind {
      case .escaped, .raw: put(tag)
      case .section, .inverted: openSection(tag)
      case .close: closeSection()
      case .partial:
        guard let partial = templates[tag.name], partial.isSound, !endless.contains(partial.name),
          below.count < deepestPartials, program.steps.count < mostTags
        else { continue }
        add(partial, below: below + [template.name])
      case .comment: break
      }
    }
    copy(template.bytes[position...])
  }

  private mutating func copy(_ bytes: some Collection<UInt8>) {
    guard !bytes.isEmpty else { return }
    let start = program.text.count
    program.text.append(contentsOf: bytes)
    if program.steps.count > sectionEdge, case .copy(let range)? = program.steps.last {
      program.steps[program.steps.count - 1] = .copy(range.lowerBound..<program.text.count)
    } else {
      program.steps.append(.copy(start..<program.text.count))
    }
  }

  private mutating func put(_ tag: TemplateTag) {
    guard let key = tag.wordKey else { return put(tag.name) }
    forEachPart(of: words(key)) { part, isPlace in
      if isPlace {
        put(String(decoding: part, as: UTF8.self))
      } else {
        var writer = ByteWriter()
        writer.write(text: part)
        copy(writer.bytes)
      }
    }
  }

  private mutating func put(_ name: String) {
    if let value = value(of: name) { program.steps.append(.put(value.value)) }
  }

  private mutating func openSection(_ tag: TemplateTag) {
    guard let (value, type) = value(of: tag.name) else {
      open.append((-1, false))
      return
    }
    open.append((program.steps.count, false))
    program.steps.append(.section(value, isInverted: tag.kind == .inverted, end: 0))
    sectionEdge = program.steps.count
    if case .list(let schema) = type, tag.kind == .section {
      scopes.append(schema)
      open[open.count - 1].isList = true
    }
  }

  private mutating func closeSection() {
    guard let (step, isList) = open.popLast() else { return }
    if isList { scopes.removeLast() }
    sectionEdge = program.steps.count
    guard step >= 0, case .section(let value, let isInverted, _) = program.steps[step] else { return }
    program.steps[step] = .section(value, isInverted: isInverted, end: program.steps.count)
  }

  /// Where a name's value is found: in the innermost record that has it.
  private func value(of name: String) -> (value: TemplateProgram.Value, type: TagType)? {
    for (depth, schema) in scopes.enumerated().reversed() {
      if let place = schema.places[name], let type = schema.tags[name] {
        return (TemplateProgram.Value(depth: depth, place: place), type)
      }
    }
    return nil
  }
}

extension ScannedTemplate {
  /// A tag's bytes; the whole line where nothing else stands on it and it puts no value in, as Mustache has it.
  fileprivate func lineOrTag(_ tag: TemplateTag) -> Range<Int> {
    guard tag.kind != .escaped, tag.kind != .raw else { return tag.range }
    let isBlank = { (byte: UInt8) in byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t") }
    var start = tag.range.lowerBound
    while start > 0, isBlank(bytes[start - 1]) { start -= 1 }
    guard start == 0 || bytes[start - 1] == UInt8(ascii: "\n") else { return tag.range }
    var end = tag.range.upperBound
    while end < bytes.count, isBlank(bytes[end]) || bytes[end] == UInt8(ascii: "\r") { end += 1 }
    guard end < bytes.count else { return start..<end }
    return bytes[end] == UInt8(ascii: "\n") ? start..<end + 1 : tag.range
  }
}

/// Finds the templates from which a circle of partials is reached, each looked at once.
private struct EndlessSearch {
  let templates: [String: ScannedTemplate]
  private var known: [String: Bool] = [:]
  private var open: Set<String> = []

  init(templates: [String: ScannedTemplate]) { self.templates = templates }

  /// Chains longer than any that is filled count as endless too.
  mutating func isEndless(_ name: String) -> Bool {
    if let known = known[name] { return known }
    guard open.count < longestChain, open.insert(name).inserted else { return true }
    defer { open.remove(name) }
    var isEndless = false
    for tag in templates[name]?.tags ?? [] where tag.kind == .partial && !isEndless {
      isEndless = self.isEndless(tag.name)
    }
    known[name] = isEndless
    return isEndless
  }
}

private let longestChain = 64
