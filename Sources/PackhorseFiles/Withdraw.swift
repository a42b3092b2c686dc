package import PackhorseCore

/// What a withdrawal did to the output.
package struct WithdrawalReport: Sendable, Hashable {
  /// The story's id: its file's name without the extension.
  package var story: String
  /// Pages that now hold a stand-in.
  package var replaced: [String] = []
  package var removed: [String] = []
  /// Files that name the story and are not ours: somebody has to look at them.
  package var foreign: [String] = []
}

/// Takes a story out of the output at once, whether the site builds or not, with everything there that tells of it.
///
/// Pages that link to the story or repeat its sentences give way to a stand-in until the next build; feeds, indexes
/// and the pictures that only the story shows are removed. Later builds leave the story out.
package func withdraw(
  story name: String, site siteFolder: String, output: String, pages: StandInPages
) throws(FileFailure) -> WithdrawalReport {
  let site = try SiteFolder(at: siteFolder)
  let folder = try OutputFolder(output, of: site)
  let lock = try SiteLock(site: site.folder)
  try finishInterruptedWrite(site: site, output: folder, notes: lock.notes)
  let opened = try folder.opened()
  let id = try knownStory(name, site: site, output: opened)
  do throws(FileFailure) {
    var stories = try WithdrawnStories(in: lock.notes)
    try stories.add(id, to: lock.notes)
    guard let opened else { return WithdrawalReport(story: id) }
    let source = try? site.file("content/stories/\(id).md")
    let traces = StoryTraces(id: id, source: try source?.readAll(size: source?.status().size ?? 0) ?? [])
    let ours = try Manifest.read(from: lock.notes).addresses(in: folder.key)
    var removal = StoryRemoval(output: opened, ours: ours, traces: traces, pages: pages)
    try removal.run()
    return removal.report
  } catch {
    throw .interruptedWithdrawal(of: id, by: error)
  }
}

/// The id of a story that is in the output or in the content; it may be given as a path to either.
private func knownStory(
  _ name: String, site: SiteFolder, output: Descriptor?
) throws(FileFailure) -> String {
  let names =
    try storyNames(in: output, "stories", ending: ".html")
    + storyNames(in: site.folder, "content/stories", ending: ".md")
  let last = pathParts(name).last ?? ""
  let id = [".html", ".md"].first { last.hasSuffix($0) }.map { String(last.dropLast($0.count)) } ?? last
  guard names.contains(id) else { throw .unknownStory(name, nearest: nearMiss(for: id, in: names)) }
  return id
}

private func storyNames(in root: Descriptor?, _ path: String, ending: String) throws(FileFailure) -> [String]
{
  guard let root, let folder = try? root.open(path, .folder) else { return [] }
  return try folder.entries().compactMap { entry in
    guard let name = entry.text, name.hasSuffix(ending), name != "index" + ending, !name.hasPrefix(".") else {
      return nil
    }
    return String(name.dropLast(ending.count))
  }
}

extension FileFailure {
  /// The id of failures that leave a story withdrawn in part.
  package static let interruptedWithdrawal = "interrupted-withdrawal"

  fileprivate static func interruptedWithdrawal(of story: String, by failure: FileFailure) -> FileFailure {
    FileFailure(
      id: interruptedWithdrawal, act: "withdrawn altogether", path: story,
      reason: "'\(failure.path)' cannot be \(failure.act): \(failure.reason)",
      advice: "put that right and withdraw the story again: it goes on from here")
  }

  fileprivate static func unknownStory(_ name: String, nearest: String?) -> FileFailure {
    FileFailure(
      id: "unknown-story", act: "withdrawn", path: name,
      reason: "neither the output nor content/stories/ has a story of that name",
      advice: nearest.map { "did you mean '\($0)'?" }
        ?? "name the story by its file: 'garden' for stories/garden.html")
  }
}
