import PackhorseCore

/// What does not hold of a page's markup: it nests well, and nothing in it can run, load from elsewhere or lie.
///
/// With `links` a link to a place on the page has to find it.
func markupFaults(_ html: HTML, links: Bool = true) -> [String] {
  let tokenizer = MarkupTokenizer(html.source)
  var rules = MarkupRules()
  for token in tokenizer.tokens { rules.take(token) }
  rules.finish(isCutOff: tokenizer.isCutOff, links: links)
  return rules.faults.isEmpty ? [] : rules.faults + [html.source]
}

private struct MarkupRules {
  var faults: [String] = []
  private var open: [String] = []
  private var ids: Set<String> = []
  private var fragments: [String] = []

  mutating func take(_ token: MarkupToken) {
    switch token {
    case .comment: faults.append("a comment")
    case .text(let text):
      if text.contains(UInt8(ascii: "<")) { faults.append("a bare '<'") }
      if text.contains(0) { faults.append("NUL") }
    case .end(let name):
      if open.popLast() != name { faults.append("'\(name)' is closed in the wrong place") }
    case .start(let name, let attributes, let closesItself):
      takeStart(name, closesItself: closesItself)
      for attribute in attributes { take(attribute) }
      if Set(attributes.map(\.name)).count < attributes.count { faults.append("an attribute twice") }
    }
  }

  mutating func finish(isCutOff: Bool, links: Bool) {
    if isCutOff { faults.append("the markup ends inside a tag, comment or script") }
    faults += open.map { "'\($0)' is not closed" }
    guard links else { return }
    faults += Set(fragments).subtracting(ids).map { "'#\($0)' leads nowhere" }
  }

  private mutating func takeStart(_ name: String, closesItself: Bool) {
    if !elements.contains(name) { faults.append("element '\(name)'") }
    if breaksParagraph.contains(name), open.contains("p") { faults.append("'\(name)' inside a paragraph") }
    if ["a", "summary", "option"].contains(name), open.contains(name) {
      faults.append("'\(name)' in itself")
    }
    if !voids.contains(name), !closesItself { open.append(name) }
  }

  private mutating func take(_ attribute: MarkupToken.Attribute) {
    let (name, value) = (attribute.name, decoded(attribute.value))
    if !attributes.contains(name) { faults.append("attribute '\(name)'") }
    switch name {
    case "id":
      if value.isEmpty { faults.append("an empty id") }
      if !ids.insert(value).inserted { faults.append("id '\(value)' twice") }
    case "aria-labelledby": fragments += value.split(separator: " ").map(String.init)
    case "href":
      if !isHarmless(value, schemes: ["http", "https", "mailto", "tel"]) { faults.append("link '\(value)'") }
      if value.hasPrefix("#") { fragments.append(percentDecoded(value.dropFirst())) }
    case "src":
      if !isHarmless(value, schemes: []) { faults.append("source '\(value)'") }
    default: break
    }
  }
}

/// True for an address inside the site, or one with a scheme that is allowed.
private func isHarmless(_ url: String, schemes: Set<String>) -> Bool {
  // A browser drops control characters and spaces at the ends, and tabs and line ends wherever they stand.
  let seen = url.utf8.filter { $0 > 0x20 }
  if ["//", "\\", "/\\"].contains(where: { seen.starts(with: $0.utf8) }) { return false }
  let scheme = seen.prefix { !":/?#".utf8.contains($0) }
  guard seen.dropFirst(scheme.count).first == UInt8(ascii: ":") else { return true }
  return schemes.contains(String(decoding: scheme, as: UTF8.self).lowercased())
}

/// A value with its character references as the characters that they stand for.
private func decoded(_ value: [UInt8]) -> String {
  var bytes: [UInt8] = []
  var rest = value[...]
  while let byte = rest.first {
    let reference = byte == UInt8(ascii: "&") ? references.first { rest.starts(with: $0.name) } : nil
    bytes.append(reference?.sign ?? byte)
    rest = rest.dropFirst(reference?.name.count ?? 1)
  }
  return String(decoding: bytes, as: UTF8.self)
}

private let references: [(name: [UInt8], sign: UInt8)] = [
  ("&amp;", "&"), ("&quot;", "\""), ("&#x27;", "'"), ("&lt;", "<"), ("&gt;", ">"), ("&Tab;", "\t"),
  ("&NewLine;", "\n"), ("&colon;", ":"),
].map { (Array($0.utf8), Array($1.utf8)[0]) }

private func percentDecoded(_ text: Substring) -> String {
  var bytes: [UInt8] = []
  var rest = Array(text.utf8)[...]
  while let byte = rest.popFirst() {
    if byte == UInt8(ascii: "%"),
      let value = UInt8(String(decoding: rest.prefix(2), as: UTF8.self), radix: 16)
    {
      bytes.append(value)
      rest = rest.dropFirst(2)
    } else {
      bytes.append(byte)
    }
  }
  return String(decoding: bytes, as: UTF8.self)
}

private let elements = Set(
  """
  a abbr article aside b bdi blockquote br caption circle cite code dd del desc details dfn div dl dt em fieldset \
  figcaption figure h1 h2 h3 h4 h5 h6 hr i img input ins kbd label legend li line mark ol p path pattern pre q rect s samp section small span strong \
  sub summary sup svg table tbody td text textarea th thead time title tr track tspan u ul var video wbr
  """.split(separator: " ").map(String.init))

private let voids: Set = ["br", "hr", "img", "input", "track", "wbr"]

private let breaksParagraph = Set(
  "article aside blockquote details div dl fieldset figcaption figure h1 h2 h3 h4 h5 h6 hr ol p pre section table ul"
    .split(separator: " ").map(String.init))

private let attributes = Set(
  """
  alt aria-hidden aria-label aria-labelledby autocomplete class controls cx cy d data-activity data-checked \
  data-confidence data-copy data-days data-form data-free data-kind data-minutes data-only-if data-place data-remember \
  data-step-free data-value-id data-when datetime default dir fill fill-opacity focusable font-size font-weight for height \
  href id kind label lang loading name open patterntransform patternunits preload r role rows scope src srclang start stroke stroke-dasharray stroke-linejoin stroke-width tabindex \
  text-anchor title type value viewbox width x x1 x2 y y1 y2
  """.split(separator: " ").map(String.init))
