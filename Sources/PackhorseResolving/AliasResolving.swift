import PackhorseCore

/// Turns former addresses into redirects; reports what is no address of a page or is taken.
///
/// `place` is where a page lies: those of a practice's own modules lie in its folder.
func redirects(
  for pages: [ParsedPage], addresses: inout AddressBook, place: (SourcePage) -> Address
) -> Outcome<[Redirect]> {
  var redirects: [Redirect] = []
  var diagnostics: [Diagnostic] = []
  for page in pages {
    for alias in page.source.frontMatter.aliases {
      guard isPageAddress(alias.value) else {
        diagnostics.append(.badAlias(alias))
        continue
      }
      let new = place(page.source)
      let former = new.nearest(Address(alias.value).own)
      guard addresses.claimAlias(former, for: page.source, at: alias.span) else { continue }
      redirects.append(Redirect(from: former, to: new))
    }
  }
  return Outcome(redirects, diagnostics)
}

/// `folder/name.html` of letters, digits, `-`, `_` and `.`, without empty, `.` or `..` parts, for every disk.
private func isPageAddress(_ text: String) -> Bool {
  let parts = text.split(separator: "/", omittingEmptySubsequences: false)
  return text.hasSuffix(".html") && text.utf8.count <= 200
    && parts.allSatisfy { part in
      !part.isEmpty && part.first != "." && portabilityFault(ofName: part) == nil
        && part.utf8.allSatisfy { byte in
          (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
            || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) || "-_.".utf8.contains(byte)
        }
    }
}

extension Diagnostic {
  fileprivate static func badAlias(_ alias: Located<String>) -> Diagnostic {
    Diagnostic(
      .error, "bad-alias", "Alias '\(alias.value)' is not the address of a page", at: alias.span,
      because: "A former address is a path in the output, as in 'modules/old-name.html'.")
  }
}
