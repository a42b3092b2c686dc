import PackhorseCore

/// A service of Open Referral UK as a group of the directory; docs/data.md has the table of fields.
extension Fields {
  /// Nil without an id that can name a page.
  mutating func group(times: GroupTimes) -> CommunityGroup? {
    guard let id = text("id", isRequired: true) else { return nil }
    let name = id.value.lowercased()
    guard isSlug(name) else {
      report(.badServiceID(id))
      return nil
    }
    var group = CommunityGroup(id: Located(name, at: id.span))
    group.name = shownText("name", isRequired: true)
    group.description = shownText("description", isRequired: true)
    group.status = status() ?? .inactive
    group.url = url()
    group.assured = date("assured_date")?.value
    let attributes = attributes()
    readSchedules(into: &group, times, ours: attributes.ours)
    readLocation(into: &group)
    group.cost = cost()
    group.contact = contact()
    group.take(attributes)
    return group
  }

  private mutating func status() -> CommunityGroup.Status? {
    let all = CommunityGroup.Status.allCases
    let word = word("status", of: all.map(OpenReferral.status), isRequired: true)
    return all.first { OpenReferral.status($0) == word?.value }
  }

  private mutating func url() -> String {
    guard let url = text("url") else { return "" }
    if isWebAddress(url.value) { return url.value }
    report(.badServiceURL(url))
    return ""
  }

  /// The options of cost in a row, each with its amount; else the older field of text.
  private mutating func cost() -> String {
    let options = parts("cost_options") { fields in
      let amount = [fields.shownText("amount"), fields.shownText("currency")].filter { !$0.isEmpty }
      return [
        fields.shownText("option"), amount.joined(separator: " "), fields.shownText("amount_description"),
      ]
      .filter { !$0.isEmpty }.joined(separator: ", ")
    }
    let written = options.filter { !$0.isEmpty }.joined(separator: "; ")
    if !written.isEmpty { return written }
    let described = shownText("fees_description")
    return described.isEmpty ? shownText("fees") : described
  }

  /// The first way of contact: a number, an address of mail, or a name.
  private mutating func contact() -> String {
    let contacts = parts("contacts") { fields in
      fields.phone() ?? [fields.shownText("email"), fields.shownText("name")].first { !$0.isEmpty } ?? ""
    }
    let email = shownText("email")
    return contacts.first { !$0.isEmpty } ?? phone() ?? email
  }

  private mutating func phone() -> String? {
    parts("phones") { $0.shownText("number") }.first { !$0.isEmpty }
  }

  /// The items of a list that is not required, each a set of keys.
  mutating func parts<Value>(_ key: String, _ body: (inout Fields) -> Value) -> [Value] {
    items(key).compactMap { nested($0, of: "an item of '\(key)'", ignoringOthers: true, body) }
  }

  /// A text that is going to be shown, on one line; empty where it is missing or points at a person.
  mutating func shownText(_ key: String, isRequired: Bool = false) -> String {
    guard let text = text(key, isRequired: isRequired) else { return "" }
    if Identifier(in: Array(text.value.utf8)[...]) == .healthNumber {
      report(.healthNumber(in: key, at: text.span))
      return ""
    }
    let scalars = text.value.unicodeScalars.map { scalar in
      scalar.value < 0x20 || (0x7F...0x9F).contains(scalar.value) ? " " : Character(scalar)
    }
    return String(scalars).split(separator: " ").joined(separator: " ")
  }
}

extension Diagnostic {
  fileprivate static func badServiceID(_ id: Located<String>) -> Diagnostic {
    Diagnostic(
      .error, "bad-id", "\(quoted(id.value)) cannot name a page", at: id.span,
      because: "Each group has a page that is named for its id.",
      suggestion: "write a UUID, or small letters, digits and hyphens")
  }

  fileprivate static func badServiceURL(_ url: Located<String>) -> Diagnostic {
    Diagnostic(
      .error, "bad-url", "\(quoted(url.value)) is no address of the web", at: url.span,
      suggestion: "write an address that begins with https:// or http://, or leave 'url' out")
  }

  fileprivate static func healthNumber(in key: String, at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      .error, "identifier-found", "'\(key)' holds an NHS or CHI number", at: span,
      because: "Nothing that points at one person may be read here, and it was not kept.",
      suggestion: "take it out of the text")
  }
}
