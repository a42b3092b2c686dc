/// A content security policy, as a page carries one.
struct ContentPolicy {
  private var directives: [(name: String, sources: [String])]

  init(_ text: String) {
    directives = text.split(separator: ";").compactMap { directive in
      let words = directive.split(whereSeparator: \.isWhitespace).map(String.init)
      return words.first.map { ($0.lowercased(), Array(words.dropFirst())) }
    }
  }

  var text: String {
    directives.map { ([$0.name] + $0.sources).joined(separator: " ") }.joined(separator: "; ")
  }

  /// The policy with what the preview needs: a script, a connection and a style sheet from the page's own server.
  var forPreview: ContentPolicy {
    var policy = self
    for name in ["script-src", "connect-src", "style-src"] { policy.allowOwn(name) }
    return policy
  }

  private mutating func allowOwn(_ name: String) {
    // Of two directives of one name only the first counts; one that is missing is as `default-src` says.
    let place = directives.firstIndex { $0.name == name }
    guard let held = place ?? directives.firstIndex(where: { $0.name == "default-src" }) else { return }
    let sources = directives[held].sources
    guard !sources.contains("'self'") else { return }
    let allowed = sources.filter { $0.lowercased() != "'none'" } + ["'self'"]
    if let place { directives[place].sources = allowed } else { directives.append((name, allowed)) }
  }
}
