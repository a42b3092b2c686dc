import PackhorseCore

/// Holds templates to what the pages that use them know: an unknown tag would be left out without a word.
struct TemplateChecker {
  let templates: [String: ScannedTemplate]
  let words: Words
  private(set) var diagnostics: [Diagnostic] = []
  /// What each template comes to, by its name and what is in scope.
  private var extents: [String: Extent] = [:]

  init(templates: [String: ScannedTemplate], words: Words) {
    self.templates = templates
    self.words = words
  }

  /// Checks a page's template, and every partial that it puts in, against the page's tags.
  mutating func check(_ template: ScannedTemplate, against schema: TemplateSchema) {
    _ = check(template, in: [Scope(list: "", schema: schema)], below: [])
  }

  /// Gives what the template comes to.
  private mutating func check(_ template: ScannedTemplate, in outer: [Scope], below: [String]) -> Extent {
    let key = ([template.name, below.first ?? ""] + outer.map(\.list)).joined(separator: " ")
    if let extent = extents[key] { return extent }
    var sections = Sections(scopes: outer)
    var extent = Extent()
    for tag in template.tags {
      extent.size += 1
      switch tag.kind {
      case .section: openSection(tag, &sections)
      case .inverted:
        _ = type(of: tag, in: sections.scopes)
        sections.opened.append(false)
      case .close: sections.close()
      case .escaped, .raw: checkValue(tag, in: sections.scopes)
      case .partial: extent.add(checkPartial(tag, in: sections.scopes, below: below + [template.name]))
      case .comment: break
      }
      if extent.size > mostTags {
        diagnostics.append(.tooLarge(at: tag.span))
        break
      }
    }
    extents[key] = extent
    return extent
  }

  private mutating func openSection(_ tag: TemplateTag, _ sections: inout Sections) {
    if case .list(let schema) = type(of: tag, in: sections.scopes) {
      if sections.scopes.contains(where: { $0.list == tag.name }) {
        diagnostics.append(.listInItself(tag))
      }
      sections.scopes.append(Scope(list: tag.name, schema: schema))
      sections.opened.append(true)
    } else {
      sections.opened.append(false)
    }
  }

  /// What kind of value a tag stands for; reports an unknown one.
  ///
  /// Nil for words and unknown tags.
  private mutating func type(of tag: TemplateTag, in scopes: [Scope]) -> TagType? {
    for scope in scopes.reversed() {
      if let type = scope.schema.tags[tag.name] { return type }
    }
    let known = scopes.flatMap { $0.schema.tags.keys }
    diagnostics.append(.unknownTag(tag, known: known))
    return nil
  }

  private mutating func checkValue(_ tag: TemplateTag, in scopes: [Scope]) {
    if let key = tag.wordKey {
      checkWord(key, tag, in: scopes)
      return
    }
    guard let type = type(of: tag, in: scopes) else { return }
    if let problem = placeProblem(of: tag, type) { diagnostics.append(problem) }
  }

  private mutating func checkWord(_ key: String, _ tag: TemplateTag, in scopes: [Scope]) {
    guard words.has(key) else {
      diagnostics.append(.unknownWord(key, tag, known: words.keys))
      return
    }
    if let problem = placeProblem(of: tag, .text) { diagnostics.append(problem) }
    for place in places(in: words(key)) {
      var filling = tag
      filling.name = place
      guard let type = type(of: filling, in: scopes) else { continue }
      guard case .text = type else {
        diagnostics.append(.wordPlaceIsNoText(place, key, tag))
        continue
      }
    }
  }

  private mutating func checkPartial(_ tag: TemplateTag, in scopes: [Scope], below: [String]) -> Extent {
    guard let partial = templates[tag.name] else {
      diagnostics.append(.unknownPartial(tag, known: templates.keys.filter { $0.hasPrefix("partials/") }))
      return Extent()
    }
    if tag.place != .content {
      diagnostics.append(.unsafePlace(tag, "A partial stands between elements."))
    }
    let isCircle = below.contains(partial.name) || below.count >= deepestPartials
    let extent = isCircle ? Extent() : check(partial, in: scopes, below: below)
    if isCircle || below.count + extent.depth > deepestPartials {
      diagnostics.append(.partialCycle(tag))
    }
    return extent
  }

  private func placeProblem(of tag: TemplateTag, _ type: TagType) -> Diagnostic? {
    unsafePlace(of: tag) ?? wrongEscape(of: tag, type)
  }
}

/// What a template comes to with its partials put in.
private struct Extent {
  /// Its tags.
  var size = 0
  /// The templates inside one another, this one among them.
  var depth = 1

  mutating func add(_ partial: Extent) {
    size += partial.size
    depth = max(depth, partial.depth + 1)
  }
}

/// What is in scope inside a list's section, or on the page as a whole (`list` is then empty).
private struct Scope {
  var list: String
  var schema: TemplateSchema
}

/// The sections that are open in a template, and the scopes that lists among them brought.
private struct Sections {
  var scopes: [Scope]
  /// For each open section, whether it brought a scope.
  var opened: [Bool] = []

  mutating func close() {
    if opened.popLast() == true { scopes.removeLast() }
  }
}

let mostTags = 20_000
let deepestPartials = 8

extension Diagnostic {
  fileprivate static func unknownTag(_ tag: TemplateTag, known: [String]) -> Diagnostic {
    Diagnostic(
      .error, "unknown-template-tag", "'\(tag.name)' is no tag of this page", at: tag.span,
      because: "It would be left out of every page without a word.",
      suggestion: nearMiss(for: tag.name, in: known).map { "did you mean '\($0)'?" })
  }

  fileprivate static func unknownWord(_ key: String, _ tag: TemplateTag, known: [String]) -> Diagnostic {
    Diagnostic(
      .error, "unknown-word-key", "'\(key)' is not in the catalogue of words", at: tag.span,
      suggestion: nearMiss(for: key, in: known).map { "did you mean 'words.\($0)'?" }
        ?? "add it to words/en.yml")
  }

  fileprivate static func wordPlaceIsNoText(_ place: String, _ key: String, _ tag: TemplateTag) -> Diagnostic
  {
    Diagnostic(
      .error, "unknown-template-tag", "'\(place)' in the words '\(key)' is no text of this page",
      at: tag.span,
      because: "A place in braces is filled by the page's text of that name.")
  }

  fileprivate static func unknownPartial(_ tag: TemplateTag, known: [String]) -> Diagnostic {
    Diagnostic(
      .error, "unknown-partial", "'\(tag.name)' is no template", at: tag.span,
      suggestion: nearMiss(for: tag.name, in: known).map { "did you mean '\($0)'?" })
  }

  fileprivate static func partialCycle(_ tag: TemplateTag) -> Diagnostic {
    Diagnostic(
      .error, "bad-template",
      "'\(tag.name)' ends up inside itself, or more than \(deepestPartials) partials deep",
      at: tag.span)
  }

  fileprivate static func listInItself(_ tag: TemplateTag) -> Diagnostic {
    Diagnostic(.error, "bad-template", "'\(tag.name)' is opened inside itself", at: tag.span)
  }

  fileprivate static func tooLarge(at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      .error, "bad-template", "The template comes to more than \(mostTags) tags with its partials put in",
      at: span)
  }
}
