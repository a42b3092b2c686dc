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
    if template.name == policyTemplate, templates[template.name]?.bytes != file.bytes {
      diagnostics.append(.fixedTemplate(file.path))
    } else if templates[template.name] == nil, !template.mayBeAdded {
      diagnostics.append(.unknownTemplate(template, known: known))
    } else {
      templates[template.name] = template
    }
  }
  return Outcome(templates.values.sorted { $0.name < $1.name }, diagnostics)
}

/// All templates of each practice that has some of its own (`content/practices/<code>/templates/`), by code.
///
/// Only what pages are made with can be one practice's own: the script and the style sheets are files that all pages share.
func readOwnTemplates(_ files: [SourceFile], shared: [TemplateSource]) -> Outcome<[String: [TemplateSource]]>
{
  var own: [String: [String: TemplateSource]] = [:]
  var diagnostics: [Diagnostic] = []
  let all = Dictionary(shared.map { ($0.name, $0) }) { first, _ in first }
  let known = all.keys.filter { $0.hasSuffix(".mustache") }
  for file in files {
    guard let place = OwnPath(file.path), place.isTemplate else { continue }
    let name = String(place.inside.dropFirst("templates/".utf8.count))
    if !isPracticeCode(place.code) {
      diagnostics.append(.badPracticeFolder(place.code, at: .file(file.path)))
    }
    if name == policyTemplate, all[name]?.bytes != file.bytes {
      diagnostics.append(.fixedTemplate(file.path))
    } else if known.contains(name) || name.hasPrefix("partials/") && name.hasSuffix(".mustache") {
      own[place.code, default: [:]][name] = TemplateSource(name: name, path: file.path, bytes: file.bytes)
      if all[name]?.bytes == file.bytes { diagnostics.append(.sameTemplateAsForAll(file.path)) }
    } else {
      diagnostics.append(.unknownOwnTemplate(name, at: file.path, known: known))
    }
  }
  return Outcome(
    own.mapValues { all.merging($0) { $1 }.values.sorted { $0.name < $1.name } }, diagnostics)
}

/// What pages may run and load is not a matter of taste.
private let policyTemplate = "partials/policy.mustache"

extension TemplateSource {
  fileprivate init(_ file: SourceFile) {
    self.init(name: String(file.path.dropFirst("templates/".utf8.count)), path: file.path, bytes: file.bytes)
  }

  /// Files and pieces that other templates name may be new; pages and layouts replace one.
  fileprivate var mayBeAdded: Bool { name.hasPrefix("assets/") || name.hasPrefix("partials/") }
}

extension Diagnostic {
  fileprivate static func fixedTemplate(_ path: String) -> Diagnostic {
    Diagnostic(
      .error, "fixed-template", "The policy of pages cannot be replaced", at: .file(path),
      because: "It keeps pages from running scripts of a text and from reaching other servers.",
      suggestion: "remove the file")
  }

  fileprivate static func unknownTemplate(_ template: TemplateSource, known: [String]) -> Diagnostic {
    Diagnostic(
      .error, "unknown-template", "\(quoted(template.name)) replaces no built-in template",
      at: .file(template.path),
      because: "Nothing would use it; only partials/ and assets/ may hold new files.",
      suggestion: nearMiss(for: template.name, in: known).map { "did you mean 'templates/\($0)'?" })
  }

  fileprivate static func sameTemplateAsForAll(_ path: String) -> Diagnostic {
    Diagnostic(
      .warning, "override-without-effect", "This template is what all practices have anyway",
      at: .file(path), because: "A practice's own template stands in place of that of the site.",
      suggestion: "remove it, or change what this practice's pages show")
  }

  fileprivate static func unknownOwnTemplate(_ name: String, at path: String, known: [String]) -> Diagnostic {
    Diagnostic(
      .error, "unknown-template",
      "\(quoted(name)) replaces no template that one practice can have for itself",
      at: .file(path),
      because:
        "Nothing would use it: pages/, layouts/ and partials/ can be a practice's own, and only partials/ may "
        + "hold new files. Style sheets and script are the same for all practices.",
      suggestion: nearMiss(for: name, in: known).map { "did you mean 'templates/\($0)'?" })
  }
}
