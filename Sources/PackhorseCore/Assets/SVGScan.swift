/// Reads an SVG once as XML and reports whatever could run, reach outside or hide from this reading.
///
/// What it cannot read for certain it reports: a browser may read it differently.
struct SVGScan {
  let path: String
  let bytes: [UInt8]
  private var at = 0
  /// The text of the style element that is open: its pieces count together, whatever stands between them.
  private var style: (text: [UInt8], start: Int)?
  private var found: [Diagnostic] = []
  private var place = SourcePosition(line: 1, column: 1)
  private var counted = 0

  private static let mostProblems = 20

  init(path: String, bytes: [UInt8]) {
    self.path = path
    self.bytes = bytes
  }

  mutating func problems() -> [Diagnostic] {
    guard String(validating: bytes, as: UTF8.self) != nil, !bytes.contains(0) else {
      return [.unreadableSVG("is not UTF-8 text", at: .file(path))]
    }
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { at = 3 }
    while let mark = next("<", from: at), found.count < SVGScan.mostProblems {
      style?.text += decoded(bytes[at..<mark]) ?? SVGRules.undecodable
      at = mark
      guard readMarkup() else {
        report(.unreadableSVG("is not well-formed", at: span(mark)))
        break
      }
    }
    style?.text += decoded(bytes[at...]) ?? SVGRules.undecodable
    endStyle()
    return found
  }

  /// Reads one comment, instruction, declaration or tag; false where it is not well-formed.
  private mutating func readMarkup() -> Bool {
    if follows("<!--") { return skip(past: "-->") }
    if follows("<![CDATA[") { return readCDATA() }
    if follows("<?") { return readInstruction() }
    if follows("<!") {
      report(.unsafeSVG("Document type declaration", at: span(at)))
      return skip(past: ">")
    }
    if follows("</") { return readEndTag() }
    return readTag()
  }

  private mutating func readCDATA() -> Bool {
    let start = at + 9
    guard skip(past: "]]>") else { return false }
    style?.text += bytes[start..<(at - 3)]
    return true
  }

  private mutating func readEndTag() -> Bool {
    at += 2
    if localName(readName()) == "style" { endStyle() }
    return skip(past: ">")
  }

  private mutating func endStyle() {
    if let style, let what = SVGRules.problem(css: style.text) {
      report(.unsafeSVG(what, at: span(style.start)))
    }
    style = nil
  }

  private mutating func readInstruction() -> Bool {
    let start = at
    guard skip(past: "?>") else { return false }
    let text = String(decoding: bytes[start..<at], as: UTF8.self).lowercased()
    if text.hasPrefix("<?xml-stylesheet") {
      report(.unsafeSVG("Style sheet from outside", at: span(start)))
    } else if text.hasPrefix("<?xml"), text.contains("encoding"), !text.contains("utf-8"),
      !text.contains("us-ascii")
    {
      report(.unreadableSVG("is not UTF-8 text", at: span(start)))
    }
    return true
  }

  private mutating func readTag() -> Bool {
    let start = at
    at += 1
    let name = localName(readName())
    guard !name.isEmpty else { return false }
    if SVGRules.refusedElements.contains(name) { report(.unsafeSVG("Element '\(name)'", at: span(start))) }
    while true {
      skipBlanks()
      if follows("/>") {
        at += 2
        return true
      }
      if follows(">") {
        at += 1
        if name == "style", style == nil { style = ([], at) }
        return true
      }
      guard readAttribute() else { return false }
    }
  }

  private mutating func readAttribute() -> Bool {
    let start = at
    let name = readName()
    skipBlanks()
    guard !name.isEmpty, follows("=") else { return false }
    at += 1
    skipBlanks()
    guard at < bytes.count, bytes[at] == UInt8(ascii: "\"") || bytes[at] == UInt8(ascii: "'"),
      let end = bytes[(at + 1)...].firstIndex(of: bytes[at]),
      !bytes[at..<end].contains(UInt8(ascii: "<")), let value = decoded(bytes[(at + 1)..<end])
    else { return false }
    at = end + 1
    if let what = SVGRules.problem(attribute: name, value: value) {
      report(.unsafeSVG(what, at: span(start)))
    }
    return true
  }

  private mutating func report(_ problem: Diagnostic) { found.append(problem) }

  // MARK: Reading bytes

  private func follows(_ text: StaticString) -> Bool {
    text.withUTF8Buffer { bytes[at...].starts(with: $0) }
  }

  private func next(_ mark: Unicode.Scalar, from start: Int) -> Int? {
    bytes[start...].firstIndex(of: UInt8(ascii: mark))
  }

  private mutating func skip(past text: String) -> Bool {
    guard let end = bytes[at...].offsets(of: Array(text.utf8), limit: 1).first else { return false }
    at = end + text.utf8.count
    return true
  }

  private mutating func skipBlanks() {
    while at < bytes.count, [0x20, 0x09, 0x0A, 0x0D].contains(bytes[at]) { at += 1 }
  }

  /// A name up to a blank or a mark that ends it, in lower case.
  private mutating func readName() -> String {
    let end = bytes[at...].firstIndex { $0 <= 0x20 || "=/<>\"'".utf8.contains($0) } ?? bytes.count
    defer { at = end }
    return String(decoding: bytes[at..<end], as: UTF8.self).lowercased()
  }

  /// The place of an offset.
  ///
  /// Almost all are asked for in rising order, so that the file is counted through once.
  private mutating func span(_ offset: Int) -> SourceSpan {
    if offset < counted { (place, counted) = (SourcePosition(line: 1, column: 1), 0) }
    for byte in bytes[counted..<offset] {
      place =
        byte == UInt8(ascii: "\n")
        ? SourcePosition(line: place.line + 1, column: 1)
        : SourcePosition(line: place.line, column: place.column + 1)
    }
    counted = offset
    return SourceSpan(path: path, start: place, end: place)
  }
}

extension Diagnostic {
  fileprivate static func unsafeSVG(_ what: String, at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      .error, "unsafe-svg", "\(what) in an SVG picture", at: span,
      because: "Opened on its own, an SVG is a page of the site: it could run script or call other servers.",
      suggestion: "save it as a plain or optimised SVG, or as PNG")
  }

  fileprivate static func unreadableSVG(_ what: String, at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      .error, "unsafe-svg", "SVG picture \(what)", at: span,
      because: "What cannot be read for certain cannot be shown to be safe.",
      suggestion: "save it again as a plain SVG, or as PNG")
  }
}
