import PackhorseCore

@testable import PackhorseLoading
@testable import PackhorseRendering

extension FuzzSite {
  /// Services as Open Referral UK writes them: what is published of them reads back without a fault and is published as
  /// the same again.
  func readServices(_ bytes: [UInt8]) -> FuzzReading {
    let file = SourceFile(path: "content/data/groups.json", bytes: bytes)
    let read = services(in: file)
    let page = renderGroups(read.value, at: .groups, in: publication, date: date)
    // Nothing is published of a file with errors.
    let isPublished = !read.diagnostics.contains { $0.severity == .error }
    return FuzzReading(
      output: { described(read) },
      faults: problemFaults(read.diagnostics, in: file) + markupFaults(page)
        + (isPublished ? publishedFaults(read.value) : []))
  }

  private func publishedFaults(_ groups: [CommunityGroup]) -> [String] {
    let first = published(groups)
    let again = services(in: SourceFile(path: "content/data/groups.json", bytes: first))
    return fault("problems of what is published", again.diagnostics, [])
      + fault(
        "published again", String(decoding: first, as: UTF8.self),
        String(decoding: published(again.value), as: UTF8.self))
  }

  private func services(in file: SourceFile) -> Outcome<[CommunityGroup]> {
    let loaded = LoadedFile.read(file, isForOne: true)
    guard case .services(let text)? = loaded.value else { return Outcome([], loaded.diagnostics) }
    return PackhorseLoading.readServices(text.bytes[...], path: text.path, words: publication.words)
  }

  private func published(_ groups: [CommunityGroup]) -> [UInt8] {
    var publication = publication
    publication.groups = groups
    return groupsJSON(of: publication)
  }
}
