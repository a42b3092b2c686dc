package import PackhorseCore

extension Publication {
  /// A text of front matter or a YAML file with the practice's own words (`:word[link-worker]`) in their places.
  package func localText(_ text: String) -> String {
    let hasColon = text.utf8.withContiguousStorageIfAvailable { bytes in
      bytes.firstIndex(of: UInt8(ascii: ":"), from: 0) != nil
    }
    guard hasColon ?? true, text.contains(":word[") else { return text }
    var result = ""
    var rest = text[...]
    while let opening = rest.firstRange(of: ":word["),
      let closing = rest[opening.upperBound...].firstIndex(of: "]")
    {
      let written = rest[opening.upperBound..<closing]
      result += rest[..<opening.lowerBound]
      result += localWord(written, in: settings.localWords) ?? String(written)
      rest = rest[rest.index(after: closing)...]
    }
    return result + rest
  }

  /// The practice's word for a link worker.
  var linkWorkerWord: String {
    settings.localWords["link-worker"]?.singular ?? ""
  }

  /// How a page calls the people of these roles: "GP trainees, GPs and nurses".
  func rolePlurals(_ ids: [String]) -> String {
    words.joined(ids.map { id in settings.roles.first { $0.id == id }?.plural ?? id })
  }

  /// Says whom a page is for: "For GP trainees, GPs and nurses".
  func forRoles(_ ids: [String]) -> String {
    words("page.for-roles", ["roles": localText(rolePlurals(ids))])
  }
}
