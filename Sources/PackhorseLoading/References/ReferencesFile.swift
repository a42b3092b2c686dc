import PackhorseCore

/// Reads `content/references.json`: the works cited, as CSL-JSON.
///
/// Fields of CSL-JSON that nothing prints are passed over.
func readReferences(_ text: ArraySlice<UInt8>, path: String) -> Outcome<[Reference]> {
  let node = readJSON(text, path: path)
  guard let root = node.value else { return Outcome([], node.diagnostics) }
  guard case .sequence(let items) = root.content else {
    return Outcome([], [.wrongType("references.json", root, due: "a list")])
  }
  var references: [Reference] = []
  var first: [String: SourceSpan] = [:]
  var diagnostics: [Diagnostic] = []
  for item in items {
    let read = Fields.read(item, of: "a reference", ignoringOthers: true) { fields in
      entry(&fields, firstOf: &first)
    }
    diagnostics += read.diagnostics
    if let reference = read.value ?? nil { references.append(reference) }
    if diagnostics.count >= mostProblems {
      diagnostics.append(.tooManyProblems(at: item.span))
      break
    }
  }
  return Outcome(references, diagnostics)
}

/// An entry with what it is sure of; nil where it is unsure as a whole, or has no id of its own.
private func entry(_ fields: inout Fields, firstOf keys: inout [String: SourceSpan]) -> Reference? {
  let key = fields.text("id", isRequired: true)
  let type = fields.text("type", isRequired: true)
  let unsure = fields.nested("custom", ignoringOthers: true, unsureFields) ?? UnsureFields([])
  guard let key else { return nil }
  if let place = keys[key.value] {
    fields.report(.duplicateReference(key, first: place))
    return nil
  }
  keys[key.value] = key.span
  if unsure.coversAll {
    fields.report(.referenceNotVerified(key))
    return nil
  }
  var reference = Reference(key: key.value, type: type?.value ?? "")
  reference.read(&fields, without: unsure.fields)
  reference.hasUnsureFields = unsure.isAny
  return reference
}

private func unsureFields(_ fields: inout Fields) -> UnsureFields {
  let names = fields.texts("memory_fields").map(\.value)
  let isFromMemory = fields.text("status")?.value == "MEMORY-ONLY"
  return UnsureFields(isFromMemory ? names + ["all"] : names)
}

extension Reference {
  fileprivate mutating func read(_ fields: inout Fields, without unsure: Set<UnsureFields.Field>) {
    func sure<Value>(_ field: UnsureFields.Field, _ value: Value?) -> Value? {
      unsure.contains(field) ? nil : value
    }
    authors = sure(.authors, fields.authors()) ?? []
    title = sure(.title, fields.text("title", isRequired: true)?.value) ?? ""
    container = sure(.container, fields.text("container-title")?.value)
    publisher = sure(.publisher, fields.text("publisher")?.value)
    publisherPlace = sure(.publisher, fields.text("publisher-place")?.value)
    year = sure(.year, fields.nested("issued", ignoringOthers: true, issuedYear) ?? nil)
    volume = sure(.volume, fields.text("volume")?.value)
    issue = sure(.issue, fields.text("issue")?.value)
    page = sure(.page, fields.text("page")?.value)
    doi = sure(.doi, fields.doi())
    url = sure(.url, fields.webAddress("URL"))
  }
}

/// The year of `date-parts`, or the first of a text.
private func issuedYear(_ fields: inout Fields) -> Int? {
  if let parts = fields.items("date-parts").first, case .sequence(let numbers) = parts.content {
    return numbers.first?.text.flatMap { Int($0.value) }
  }
  let text = fields.text("literal") ?? fields.text("raw")
  let digits = text?.value.split { !$0.isASCIIDigit }.first { $0.count == 4 }
  return digits.flatMap { Int(String($0)) }
}

extension Fields {
  fileprivate mutating func authors() -> [Reference.Name] {
    items("author").compactMap { item in
      nested(item, of: "an author", ignoringOthers: true) { fields in
        if let whole = fields.text("literal") { return Reference.Name(family: whole.value, given: nil) }
        let particles = [fields.text("dropping-particle"), fields.text("non-dropping-particle")]
        let family = particles + [fields.text("family", isRequired: true)]
        return Reference.Name(
          family: family.compactMap { $0?.value }.joined(separator: " "), given: fields.text("given")?.value)
      }
    }
  }

  /// `10.1234/abc`, also where it is written as a link.
  fileprivate mutating func doi() -> String? {
    guard let text = text("DOI") else { return nil }
    let prefix = ["https://doi.org/", "http://doi.org/", "https://dx.doi.org/", "http://dx.doi.org/", "doi:"]
      .first {
        text.value.lowercased().hasPrefix($0)
      }
    let doi = String(text.value.dropFirst(prefix?.count ?? 0))
    if doi.hasPrefix("10."), doi.contains("/"), doi.utf8.allSatisfy({ $0 > 0x20 && $0 != 0x7F }) {
      return doi
    }
    report(.badDOI(text))
    return nil
  }

  fileprivate mutating func webAddress(_ key: String) -> String? {
    guard let text = text(key) else { return nil }
    if isWebAddress(text.value) { return text.value }
    report(.badLink(text))
    return nil
  }
}

extension Diagnostic {
  fileprivate static func duplicateReference(_ key: Located<String>, first: SourceSpan) -> Diagnostic {
    Diagnostic(
      .error, "duplicate-reference", "\(quoted(key.value)) is the id of two works", at: key.span,
      because: "A citation would not say which.", notes: [Note("first used here", at: first)])
  }

  fileprivate static func referenceNotVerified(_ key: Located<String>) -> Diagnostic {
    Diagnostic(
      .warning, "reference-not-verified", "\(quoted(key.value)) is left out: it was written from memory",
      at: key.span,
      because: "Nobody has looked at the work, so that nothing may cite it.",
      suggestion: "check it, then correct 'status' and 'memory_fields'")
  }

  fileprivate static func badDOI(_ doi: Located<String>) -> Diagnostic {
    Diagnostic(
      .error, "bad-value", "\(quoted(doi.value)) is no DOI", at: doi.span,
      because: "A DOI begins with '10.' and has a '/'.")
  }

  fileprivate static func badLink(_ url: Located<String>) -> Diagnostic {
    Diagnostic(
      .error, "bad-url", "\(quoted(url.value)) is no address of the web", at: url.span,
      because: "A link begins with https:// or http://.")
  }
}
