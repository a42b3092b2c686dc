import PackhorseCore

/// What is wrong with the folder as a whole: files that are missing, and names that other systems cannot hold.
func checkFolder(_ tree: FileTree) -> [Diagnostic] {
  let paths =
    tree.pages.map(\.path) + tree.texts.map(\.path) + tree.data.map(\.path) + tree.assets.map(\.path)
  if !paths.contains(where: { $0.hasPrefix("content/") }) { return [.emptySite] }
  let known = Set(paths)
  let missing = ["content/site.yml", "content/practice.yml"].filter { !known.contains($0) }
  return missing.map { .missingFile($0) } + collidingNames(paths) + paths.compactMap(unportableName)
}

/// What is wrong with a file's lying where it does.
func checkPlace(of path: String, _ placement: Placement) -> [Diagnostic] {
  switch placement {
  case .misplacedPage: [.misplacedPage(path)]
  case .unknown: [.unknownFile(path)]
  default: []
  }
}

/// Files whose paths differ in nothing but capital letters or the way an accent is encoded.
private func collidingNames(_ paths: [String]) -> [Diagnostic] {
  let plain = { (byte: UInt8) in byte < 0x80 && !(UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte) }
  if paths.allSatisfy({ $0.utf8.allSatisfy(plain) }) { return [] }
  var first: [String: String] = [:]
  return paths.sorted().compactMap { path in
    // Strings are equal when they are canonically equivalent, as file names on a Mac are.
    guard let other = first[path.lowercased()] else {
      first[path.lowercased()] = path
      return nil
    }
    return .collidingNames(path, other)
  }
}

/// A file that is served or copied and whose name some system cannot hold.
private func unportableName(_ path: String) -> Diagnostic? {
  guard path.hasPrefix("content/") || path.hasPrefix("templates/assets/") else { return nil }
  for part in path.utf8.split(separator: UInt8(ascii: "/")) {
    let name = String(decoding: part, as: UTF8.self)
    if let fault = fault(ofName: part) { return .unportableName(path, part: name, fault) }
  }
  return nil
}

private func fault(ofName name: Substring.UTF8View) -> String? {
  if let sign = name.first(where: { "\\:*?\"<>|".utf8.contains($0) }) {
    return "holds '\(Character(UnicodeScalar(sign)))'"
  }
  if String(decoding: name, as: UTF8.self).unicodeScalars.contains(where: { isHidden($0.value) }) {
    return "holds a control character, or one that turns the writing round"
  }
  if name.last == UInt8(ascii: ".") || name.last == UInt8(ascii: " ") {
    return "ends with a full stop or a space"
  }
  let stem = name.prefix { $0 != UInt8(ascii: ".") }
  guard stem.count == 3 || stem.count == 4 else { return nil }
  let device = String(decoding: stem.prefix(3), as: UTF8.self).uppercased()
  let isDevice =
    stem.count == 3
    ? ["CON", "PRN", "AUX", "NUL"].contains(device)
    : ["COM", "LPT"].contains(device) && stem.last.map(isDigit) == true
  return isDevice ? "is a device's name on Windows" : nil
}

extension Diagnostic {
  fileprivate static var emptySite: Diagnostic {
    Diagnostic(
      .error, "empty-site", "content/ holds nothing: there is no site here yet", at: nil,
      because: "A site begins with content/site.yml and content/practice.yml.",
      suggestion: "write those two files first, as docs/content.md shows")
  }

  fileprivate static func missingFile(_ path: String) -> Diagnostic {
    Diagnostic(
      .error, "missing-file", "\(path) is missing", at: .file(path),
      because: "Every site needs it; docs/content.md says what stands in it.")
  }

  fileprivate static func misplacedPage(_ path: String) -> Diagnostic {
    Diagnostic(
      .error, "misplaced-page", "Page where no page may lie", at: .file(path),
      because: "Pages lie in content/modules/<section>/, stories/, evidence/, summaries/ and practice/; "
        + "content/index.md is the home page.")
  }

  fileprivate static func unknownFile(_ path: String) -> Diagnostic {
    let isData = fileExtension(of: path) == "csv"
    return Diagnostic(
      .error, "unknown-file", "\(quoted(path)) is read by nothing", at: .file(path),
      because: isData
        ? "This version reads outcomes.csv and groups.csv." : "docs/content.md lists the files of a site.",
      suggestion: Placement.nearest(to: path).map { "did you mean '\($0)'?" })
  }

  fileprivate static func collidingNames(_ path: String, _ other: String) -> Diagnostic {
    Diagnostic(
      .error, "case-colliding-names", "\(quoted(path)) and \(quoted(other)) are one name on many disks",
      at: .file(path),
      because: "Windows and macOS tell no capital from a small letter: one file would replace the other.",
      notes: [Note("the other file", at: .file(other))])
  }

  fileprivate static func unportableName(_ path: String, part: String, _ fault: String) -> Diagnostic {
    Diagnostic(
      .error, "unportable-name", "\(quoted(part)) \(fault)", at: .file(path),
      because: "The file could not be copied to every disk or served from every address.")
  }
}
