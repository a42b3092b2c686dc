import PackhorseCore

/// The theme's templates, with the site's in place of those of the same name, sorted by name.
func readTemplates(theme: [SourceFile], site: [SourceFile]) -> Outcome<[TemplateSource]> {
  var templates: [String: TemplateSource] = [:]
  for file in theme where file.path.hasPrefix("templates/") {
    let template = TemplateSource(file)
    templates[template.name] = template
  }
  let known = Array(templates.keys)
  var diagnostics: [Diagnostic] = []
  for file in site where file.path.hasPrefix("templates/") {
    let template = TemplateSource(file)
    if templates[template.name] == nil, !template.mayBeAdded {
      diagnostics.append(.unknownTemplate(template, known: known))
    } else {
      templates[template.name] = template
    }
  }
  return Outcome(templates.values.sorted { $0.name < $1.name }, diagnostics)
}

extension TemplateSource {
  fileprivate init(_ file: SourceFile) {
    self.init(name: String(file.path.dropFirst("templates/".utf8.count)), path: file.path, bytes: file.bytes)
  }

  /// Files and pieces that other templates name may be new; pages and layouts replace one.
  fileprivate var mayBeAdded: Bool { name.hasPrefix("assets/") || name.hasPrefix("partials/") }
}

extension Diagnostic {
  fileprivate static func unknownTemplate(_ template: TemplateSource, known: [String]) -> Diagnostic {
    Diagnostic(
      .error, "unknown-template", "\(quoted(template.name)) replaces no built-in template",
      at: .file(template.path),
      because: "Nothing would use it; only partials/ and assets/ may hold new files.",
      suggestion: nearMiss(for: template.name, in: known).map { "did you mean 'templates/\($0)'?" })
  }
}
