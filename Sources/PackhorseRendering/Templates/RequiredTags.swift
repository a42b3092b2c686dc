import PackhorseCore

/// Holds pages' templates to what readers must be told and kept from, whoever wrote them.
struct RequiredTags {
  let templates: [String: ScannedTemplate]

  /// Reports what a page's template leaves out, and a layout that does not begin with the policy.
  func problems(of template: ScannedTemplate, _ schema: TemplateSchema) -> [Diagnostic] {
    let named = names(in: template)
    let missing = schema.required.subtracting(named).sorted().map { Diagnostic.missingTag($0, template) }
    let isOpen = template.name.hasPrefix("layouts/") && !beginsWithPolicy(template)
    return missing + (isOpen ? [.layoutWithoutPolicy(template)] : [])
  }

  /// The tags that put something in, in the template and in the partials that it puts in, each looked at once.
  private func names(in template: ScannedTemplate) -> Set<String> {
    var names: Set<String> = []
    var seen: Set<String> = [template.name]
    var open = [template]
    while let template = open.popLast() {
      for tag in template.tags {
        switch tag.kind {
        case .escaped, .raw, .section: names.insert(tag.name)
        case .partial:
          if seen.insert(tag.name).inserted, let partial = templates[tag.name] { open.append(partial) }
        case .inverted, .close, .comment: break
        }
      }
    }
    return names
  }

  /// Whether nothing but the elements that hold the head stands before the policy: what stands there escapes it.
  private func beginsWithPolicy(_ template: ScannedTemplate) -> Bool {
    let before = template.tags.prefix { $0.kind != .partial }
    guard let policy = template.tags.dropFirst(before.count).first, policy.name == "partials/policy",
      before.allSatisfy({ $0.kind == .escaped || $0.kind == .comment })
    else { return false }
    let elements = template.bytes[..<policy.range.lowerBound].split(separator: UInt8(ascii: "<")).dropFirst()
    return elements.allSatisfy { element in
      let name = element.prefix { $0 != UInt8(ascii: ">") && $0 > UInt8(ascii: " ") }
      return ["!doctype", "html", "head"].contains(String(decoding: name, as: UTF8.self).lowercased())
    }
  }
}

extension Diagnostic {
  fileprivate static func missingTag(_ name: String, _ template: ScannedTemplate) -> Diagnostic {
    Diagnostic(
      .error, "template-without-tag", "'\(template.name)' leaves out '\(name)'", at: .file(template.path),
      because: "Readers of these pages must be told it, whatever else a template shows.",
      suggestion: "put it in as the built-in template does")
  }

  fileprivate static func layoutWithoutPolicy(_ template: ScannedTemplate) -> Diagnostic {
    Diagnostic(
      .error, "layout-without-policy", "'\(template.name)' does not begin with the policy",
      at: .file(template.path),
      because: "Without it a page could run a script from a text, or reach another server.",
      suggestion: "write '{{>partials/policy}}' right after '<head>'")
  }
}
