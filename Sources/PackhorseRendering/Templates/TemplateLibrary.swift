import PackhorseCore

/// A kind of page: the template that arranges it and the tags it offers.
protocol PageTemplate: Sendable {
  /// The template's name: the path inside templates/ without its extension.
  static var template: String { get }
  static var tags: TagTable<Self> { get }
}

/// The template of every kind of page, made ready once.
struct TemplateLibrary: Sendable {
  private let programs: [String: TemplateProgram]

  fileprivate init(_ programs: [String: TemplateProgram]) {
    self.programs = programs
  }

  /// Fills a page's template.
  ///
  /// Empty where the template is missing or broken, which was reported when it was read.
  func fill<Page: PageTemplate>(_ page: Page) -> HTML {
    guard let program = programs[Page.template] else { return .empty }
    var writer = ByteWriter(capacity: 32_768)
    program.fill(Page.tags.bound(to: page), into: &writer)
    return writer.html
  }
}

/// Parses the templates of a site, and checks each against the kinds of page that use it.
func readTemplates(
  _ sources: [TemplateSource], for pages: [String: TemplateSchema], words: Words
) -> Outcome<TemplateLibrary> {
  let scans = sources.filter { $0.name.hasSuffix(templateExtension) }.map { scan($0) }
  var diagnostics = scans.flatMap(\.diagnostics)
  let templates = Dictionary(scans.map { ($0.value.name, $0.value) }, uniquingKeysWith: { $1 })
  var checker = TemplateChecker(templates: templates, words: words)
  let required = RequiredTags(templates: templates)
  for (name, schema) in pages.sorted(by: { $0.key < $1.key }) {
    if let template = templates[name] {
      checker.check(template, against: schema)
      if template.isSound { diagnostics += required.problems(of: template, schema) }
    } else {
      diagnostics.append(.missingTemplate(name))
    }
  }
  diagnostics += checker.diagnostics
  diagnostics += templates.values.compactMap { strayTemplate($0, known: pages.keys) }
  let compiler = TemplateCompiler(templates: templates, words: words)
  let programs = pages.compactMap { name, schema in
    templates[name].map { (name, compiler.program(for: $0, schema)) }
  }
  return Outcome(
    TemplateLibrary(Dictionary(programs, uniquingKeysWith: { first, _ in first })), diagnostics.ordered())
}

/// A file in pages/ or layouts/ that no page uses: most likely an override with its name mistyped.
private func strayTemplate(
  _ template: ScannedTemplate, known: Dictionary<String, TemplateSchema>.Keys
) -> Diagnostic? {
  guard !template.name.hasPrefix("partials/"), !known.contains(template.name) else { return nil }
  return .unknownTemplate(template, known: Array(known))
}

extension Diagnostic {
  fileprivate static func missingTemplate(_ name: String) -> Diagnostic {
    Diagnostic(
      .error, "missing-template", "'\(name)\(templateExtension)' is missing from the templates", at: nil)
  }

  fileprivate static func unknownTemplate(_ template: ScannedTemplate, known: [String]) -> Diagnostic {
    Diagnostic(
      .error, "unknown-template", "'\(template.name)' is the template of no page", at: .file(template.path),
      because: "Nothing would use it.",
      suggestion: nearMiss(for: template.name, in: known).map { "did you mean '\($0)\(templateExtension)'?" }
        ?? "keep templates of your own in templates/partials/")
  }
}
