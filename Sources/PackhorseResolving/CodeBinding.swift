import PackhorseCore

/// Binds what a code to scan leads to: a page of this site, or an address of the web.
extension PageBinder {
  mutating func bindCode(_ target: Located<String>) {
    bindLink(target)
    switch bound.bindings.links[target.value] {
    case .external(let url):
      if !url.lowercased().hasPrefix("http") { return report(.codeLeadsToNoPage(target)) }
      checkLength(of: url, at: target.span)
    case .site(let address, let fragment):
      guard let site = names.siteURL else { return report(.codeWithoutAddress(at: target.span)) }
      // Seen from a practice's own page it is the practice's own.
      let isOwn = page.source.isOfPractice && address.isOfPractice
      let longest = isOwn ? names.longestFolder.map(address.inside) ?? address : address
      checkLength(of: site + Address("").href(to: longest, fragment: fragment), at: target.span)
    case nil: break
    }
  }

  private mutating func checkLength(of url: String, at span: SourceSpan) {
    if !fitsCode(url) { report(.codeTooLong(at: span)) }
  }
}

extension Diagnostic {
  fileprivate static func codeLeadsToNoPage(_ target: Located<String>) -> Diagnostic {
    Diagnostic(
      .error, "code-leads-to-no-page", "Code that leads to '\(target.value)', which is no page",
      at: target.span,
      because: "A telephone opens what a code says; a page can say first where somebody is.",
      suggestion: "name a page of this site, or an address that begins with https:// or http://")
  }

  fileprivate static func codeWithoutAddress(at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      .warning, "code-without-address", "Code that cannot be drawn", at: span,
      because:
        "The site does not say at which address it will lie. The poster names the page in words instead.",
      suggestion: "set the address in content/site.yml: 'url: https://…/'")
  }

  fileprivate static func codeTooLong(at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      .error, "code-too-long", "Address that a code has no room for", at: span,
      because:
        "A code holds \(longestCode) characters of ASCII; with more it is too fine for a telephone to read.",
      suggestion: "give the page a shorter name, or the site a shorter address")
  }
}
