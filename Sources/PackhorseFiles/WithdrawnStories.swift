/// The ids of the stories that were withdrawn at once from a site.
package func withdrawnStories(ofSite path: String) throws(FileFailure) -> [String] {
  try WithdrawnStories(in: NotesFolder(in: SiteFolder(at: path).folder)).ids
}

/// The stories that were withdrawn at once: `.packhorse/withdrawn`, an id on each line.
///
/// Builds leave them out from then on, even where the consent register has not caught up.
struct WithdrawnStories {
  static let name = "withdrawn"
  private(set) var ids: [String] = []

  init(in notes: NotesFolder?) throws(FileFailure) {
    guard let bytes = try notes?.read(WithdrawnStories.name) else { return }
    ids = bytes.split { $0 == UInt8(ascii: "\n") || $0 == UInt8(ascii: "\r") }
      .map { String(decoding: $0, as: UTF8.self) }
  }

  /// Adds a story; when this returns, the list outlives a power cut.
  mutating func add(_ id: String, to notes: NotesFolder) throws(FileFailure) {
    guard !ids.contains(id) else { return }
    ids.append(id)
    try notes.replace(WithdrawnStories.name, with: Array((ids.joined(separator: "\n") + "\n").utf8))
  }
}
