import PackhorseCore

/// True for a path of the site folder whose change can change the site: a file that a build reads.
func isWatched(_ path: String) -> Bool {
  let parts = pathParts(path)
  guard parts.count > 1 else { return false }
  if parts == [NotesFolder.name, WithdrawnStories.name] { return true }
  guard let part = SitePart(rawValue: parts[0]), part.treatment(of: path) != nil else { return false }
  return parts.dropFirst().allSatisfy { !isPassedOver(name: $0) }
    && (part.isReadDeep || parts.count == 2)
}

/// True for names that no build looks at: those that begin with a dot or end in `~`.
func isPassedOver(name: String) -> Bool {
  name.utf8.first == UInt8(ascii: ".") || name.utf8.last == UInt8(ascii: "~")
}

/// True for names that programs keep beside a file while they save, edit or copy it; `kind` is the name's extension.
func isTemporary(name: String, kind: String) -> Bool {
  if isPassedOver(name: name) || isTemporary(kind: kind) { return true }
  // Emacs: #page.md#; office programs: ~$page.csv; JetBrains: page.md___jb_tmp___; Vim tries 4913, 5036 and so on.
  let (first, last) = (name.utf8.first, name.utf8.last)
  return first == UInt8(ascii: "#") && last == first
    || first == UInt8(ascii: "~") && name.hasPrefix("~$")
    || last == UInt8(ascii: "_") && (name.hasSuffix("___jb_tmp___") || name.hasSuffix("___jb_old___"))
    || name.utf8.allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
}

private func isTemporary(kind: String) -> Bool {
  switch kind {
  case "bak", "crdownload", "orig", "part", "save", "swo", "swp", "swpx", "swx", "temp", "tmp": true
  default: false
  }
}
