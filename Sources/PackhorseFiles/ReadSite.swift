package import PackhorseCore

/// Reads what people write in a site folder: `content/`, `private/*.csv`, `templates/` and `words/`.
///
/// Texts are read whole; a data file or picture is opened when somebody asks for it. Names that begin with a dot or
/// end in `~` are passed over. Nothing outside the folder is read, whichever way links lead.
package func readSite(at path: String) throws(FileFailure) -> Outcome<FileTree> {
  let site = try SiteFolder(at: path)
  guard try site.folder.status(of: "content") != nil else { throw .noSite(path) }
  var reading = SiteReading(site: site)
  for part in SitePart.allCases { reading.read(part) }
  reading.tree.withdrawnStories = try WithdrawnStories(in: NotesFolder(in: site.folder)).ids
  return Outcome(reading.sorted(), reading.diagnostics)
}

extension FileFailure {
  static func noSite(_ path: String) -> FileFailure {
    FileFailure(
      id: "no-site-folder", act: "read as a site", path: path, reason: "it has no folder content/",
      advice: "run the command in the folder that holds content/, or name that folder with --site")
  }
}
