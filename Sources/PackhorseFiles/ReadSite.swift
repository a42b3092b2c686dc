package import PackhorseCore

/// Reads what people write in a site folder: `content/`, `private/*.csv`, `templates/` and `words/`.
///
/// Settings are read whole; a page, a data file or a picture is opened when somebody asks for it. Names that begin with a dot or
/// end in `~`, and other files that programs keep beside a file while they save it, are passed over. Nothing outside the
/// folder is read, whichever way links lead. `now`, in nanoseconds since 1970, decides which files were touched so lately that their state does not count.
package func readSite(at path: String, now: Int = currentTime()) throws(FileFailure) -> Outcome<FileTree> {
  let site = try SiteFolder(at: path)
  guard try site.folder.status(of: "content") != nil else { throw .noSite(path) }
  var reading = SiteReading(site: site, now: now)
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
