import PackhorseCore

/// What is wrong with the folder as a whole: files that are missing, and names that other systems cannot hold.
///
/// `isForOne` is false for a site of several practices, each of which may say for itself where it is.
func checkFolder(_ tree: FileTree, isForOne: Bool) -> [Diagnostic] {
  let paths =
    tree.pages.map(\.path) + tree.texts.map(\.path) + tree.data.map(\.path) + tree.assets.map(\.path)
  if !paths.contains(where: { $0.hasPrefix("content/") }) { return [.emptySite] }
  let needed = ["content/site.yml", isForOne ? "content/practice.yml" : "content/data/practices.csv"]
  let missing = needed.filter { !paths.contains($0) }
  return missing.map { .missingFile($0) } + collidingNames(paths) + paths.compactMap(unportableName)
}

/// What is wrong with a file's lying where it does.
func checkPlace(of path: String, _ placement: Placement) -> [Diagnostic] {
  switch placement {
  case .misplacedPage: [.misplacedPage(path)]
  case .unknown: [path.hasPrefix("private/") ? .unreadPrivateFile(path) : .unknownFile(path)]
  default: []
  }
}

/// Files and folders whose paths differ in nothing but capital letters or the way an accent is encoded.
private func collidingNames(_ paths: [String]) -> [Diagnostic] {
  let plain = { (byte: UInt8) in byte < 0x80 && !(UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte) }
  if paths.allSatisfy({ $0.utf8.allSatisfy(plain) }) { return [] }
  // Strings are equal when they are canonically equivalent, as file names on a Mac are.
  var first: [String: Substring] = [:]
  var reported: Set<String> = []
  return paths.sorted().flatMap { path in
    folders(of: path).compactMap { place in
      let folded = place.lowercased()
      guard let other = first.updateValue(first[folded] ?? place, forKey: folded),
        !other.utf8.elementsEqual(place.utf8), reported.insert(folded).inserted
      else { return nil }
      return .collidingNames(place, other, at: path)
    }
  }
}

/// The path of each folder that a file lies in, the outermost first, and of the file itself.
private func folders(of path: String) -> [Substring] {
  path.indices.filter { path[$0] == "/" }.map { path[..<$0] } + [path[...]]
}

/// A file whose name, or that of a folder it lies in, some system cannot hold.
private func unportableName(_ path: String) -> Diagnostic? {
  for part in path.utf8.split(separator: UInt8(ascii: "/")) {
    let name = Substring(part)
    if let fault = portabilityFault(ofName: name) { return .unportableName(path, part: String(name), fault) }
  }
  return nil
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
        + "content/index.md is the home page. In a practice's own folder only modules/<section>/ holds pages."
    )
  }

  fileprivate static func unknownFile(_ path: String) -> Diagnostic {
    let isData = fileExtension(of: path) == "csv"
    return Diagnostic(
      .error, "unknown-file", "\(quoted(path)) is read by nothing", at: .file(path),
      because: isData
        ? "Its header is none of those that are known, and no source in content/data/sources.yml names it."
        : "docs/content.md lists the files of a site.",
      suggestion: Placement.nearest(to: path).map { "did you mean '\($0)'?" })
  }

  fileprivate static func unreadPrivateFile(_ path: String) -> Diagnostic {
    Diagnostic(
      .warning, "unread-private-file", "\(quoted(path)) is read by nothing", at: .file(path),
      because:
        "Its header is none of those that are known, and no source in content/data/sources.yml names it.",
      suggestion:
        "name it under 'files' of a source; keep what is not for this site in another folder")
  }

  fileprivate static func collidingNames(
    _ place: Substring, _ other: Substring, at path: String
  ) -> Diagnostic {
    Diagnostic(
      .error, "case-colliding-names", "\(quoted(place)) and \(quoted(other)) are one name on many disks",
      at: .file(path),
      because: "Windows and macOS tell no capital from a small letter: one would replace the other.",
      notes: [Note("the other", at: .file(String(other)))], suggestion: "rename one of the two")
  }

  fileprivate static func unportableName(_ path: String, part: String, _ fault: String) -> Diagnostic {
    Diagnostic(
      .error, "unportable-name", "\(quoted(part)) \(fault)", at: .file(path),
      because: "The file could not be copied to every disk or served from every address.",
      suggestion: "rename it with letters, digits and hyphens")
  }
}
