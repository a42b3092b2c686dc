package import PackhorseCore

/// Writes a site as one zip archive: in the folder `name` a start page, and beside it the site in a folder of its own.
///
/// The archive takes the place of an earlier one in one step; a file that is no archive is never written over.
/// Returns how many files of the site it holds.
package func writeArchive(
  of plan: OutputPlan, from siteFolder: String, to path: String, named name: String, startPage: [UInt8],
  day: CalendarDate
) throws(FileFailure) -> Int {
  let site = try SiteFolder(at: siteFolder)
  let (folder, file) = try archivePlace(path, site: site)
  try folder.replaceFile(file) { draft throws(FileFailure) in
    var zip = ZipWriter(draft, day: day)
    try zip.add("\(name)/start.html", startPage)
    for file in plan.files {
      try zip.add("\(name)/site/\(file.address.path)", try file.madeBytes(from: site))
    }
    try zip.finish()
  }
  return plan.files.count
}

/// The folder and the name of an archive, which is new or takes an earlier archive's place.
private func archivePlace(
  _ path: String, site: SiteFolder
) throws(FileFailure) -> (folder: Descriptor, file: String) {
  let name = lastPart(of: path)
  let folder = String(path.dropLast(name.count))
  guard fileExtension(of: name) == "zip" else {
    throw .badArchive(path, "its name does not end in .zip", "name a file such as training.zip")
  }
  let opened = try Descriptor.folder(folder.isEmpty ? "." : folder)
  guard let real = opened.realPath, let siteRoot = site.folder.realPath else {
    throw .badArchive(path, "where it lies cannot be told", nil)
  }
  let (parts, root) = (pathParts(real), pathParts(siteRoot))
  if parts.starts(with: root), parts.count > root.count, SitePart(rawValue: parts[root.count]) != nil {
    throw .badArchive(
      path, "'\(parts[root.count])' holds what the site is made from", "choose another folder")
  }
  if let status = try opened.status(of: name) {
    let start = status.kind == .file ? try opened.open(name, .read).bytes(in: 0..<4) : []
    guard start == [0x50, 0x4B, 3, 4] else {
      throw .badArchive(path, "there is something else of that name", "choose another name")
    }
  }
  return (opened, name)
}

extension OutputFile {
  /// Its bytes, rendered or read from the site folder.
  func madeBytes(from site: SiteFolder) throws(FileFailure) -> [UInt8] {
    switch content {
    case .copied(let source):
      let file = try site.file(source)
      return try file.readAll(size: file.status().size)
    case .rendered(let render):
      do { return try render() } catch let failure as FileFailure { throw failure } catch {
        throw FileFailure(
          act: "rendered", path: address.path, reason: "a file was written to while the site was being built",
          advice: "run the command again")
      }
    }
  }
}

extension FileFailure {
  fileprivate static func badArchive(_ path: String, _ reason: String, _ advice: String?) -> FileFailure {
    FileFailure(id: "bad-archive", act: "written", path: path, reason: reason, advice: advice)
  }
}
