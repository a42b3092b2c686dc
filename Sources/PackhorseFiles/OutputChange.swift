package import PackhorseCore

/// What there is to do to make an output the one that is planned.
package struct OutputChange: Sendable {
  let found: OutputInventory
  /// Files whose bytes can differ from those that lie there.
  private(set) var changed: [OutputFile] = []
  /// Files that lie there as they were written, from sources that are as they were.
  private(set) var unchanged: [OutputFile] = []
  /// Files that the plan cannot make.
  let standing: [StandingFile]
  /// True where these lie there as they were written.
  private let isStanding: Bool
  /// Files of ours that the site no longer makes, and drafts of files.
  let stale: [String]

  /// `trustsStates` is false where every file is to be made and compared again.
  package init(
    to plan: OutputPlan, over found: OutputInventory, trustsStates: Bool = true
  ) throws(FileFailure) {
    let written = try plan.checkedAddresses
    (self.found, standing) = (found, plan.standing)
    isStanding = plan.standing.allSatisfy { found.isKept($0.address, $0.digest) }
    stale = (plan.goneFiles(of: found.known, written, isStanding: isStanding) + found.survey.drafts).sorted()
    for file in plan.files {
      if trustsStates, found.isKept(file.address, file.digest) {
        unchanged.append(file)
      } else {
        changed.append(file)
      }
    }
  }

  /// How many files the site has.
  var count: Int { changed.count + unchanged.count + standing.count }

  /// Where all its files lie.
  var addresses: Set<String> {
    Set((changed + unchanged).lazy.map(\.address.path)).union(standing.lazy.map(\.address.path))
  }

  var isNothing: Bool { changed.isEmpty && stale.isEmpty }

  /// True where going through all files to exchange the folder would take much longer than moving the few that change.
  var isSmall: Bool {
    let count = changed.count + stale.count
    let kept = unchanged.count + standing.count
    return kept > 1_000 && count <= 64 && count * 50 <= kept
  }

  /// True where the files that the plan cannot make may stay where they are.
  package var isPossible: Bool { standing.isEmpty || isSmall && isStanding }
}

extension OutputPlan {
  /// The addresses of the files that may be written.
  ///
  /// A plan never holds one that leads out of the output; this is the last place to make sure.
  fileprivate var checkedAddresses: Set<String> {
    get throws(FileFailure) {
      let paths = files.map(\.address.path)
      let unique = Set(paths)
      let folders = allFolders(above: paths)
      for path in paths where !isSafe(address: path) || folders.contains(path) {
        throw .badAddress(path, "it is not a plain path inside the output")
      }
      guard unique.count == paths.count else { throw .badAddress("the output", "two files have one address") }
      return unique
    }
  }

  /// The addresses of known files that the plan does not have.
  fileprivate func goneFiles(
    of known: [String: Manifest.File], _ written: Set<String>, isStanding: Bool
  ) -> [String] {
    // Whatever stands as it was written is known: most often there is nothing else.
    if isStanding, standing.count + written.count(where: { known[$0] != nil }) == known.count { return [] }
    let addresses = written.union(standing.lazy.map(\.address.path))
    return known.keys.filter { !addresses.contains($0) }
  }
}

extension FileFailure {
  fileprivate static func badAddress(_ path: String, _ reason: String) -> FileFailure {
    FileFailure(id: "bad-address", act: "written", path: path, reason: reason)
  }
}
