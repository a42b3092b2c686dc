package import PackhorseCore

/// What there is to do to make an output the one that is planned.
package struct OutputChange: Sendable {
  let found: OutputInventory
  let addresses: Set<String>
  /// Files whose bytes can differ from those that lie there.
  private(set) var changed: [OutputFile] = []
  /// Files that lie there as they were written, from sources that are as they were.
  private(set) var unchanged: [OutputFile] = []
  /// Files that the plan cannot make.
  let standing: [StandingFile]
  /// Files of ours that the site no longer makes, and drafts of files.
  let stale: [String]

  /// `trustsStates` is false where every file is to be made and compared again.
  package init(
    to plan: OutputPlan, over found: OutputInventory, trustsStates: Bool = true
  ) throws(FileFailure) {
    let addresses = try plan.checkedAddresses
    (self.found, self.addresses, standing) = (found, addresses, plan.standing)
    stale = (found.known.keys.filter { !addresses.contains($0) } + found.survey.drafts).sorted()
    for file in plan.files {
      if trustsStates, found.isKept(file.address, file.digest) {
        unchanged.append(file)
      } else {
        changed.append(file)
      }
    }
  }

  var isNothing: Bool { changed.isEmpty && stale.isEmpty }

  /// True where going through all files to exchange the folder would take much longer than moving the few that change.
  var isSmall: Bool {
    let count = changed.count + stale.count
    let kept = unchanged.count + standing.count
    return kept > 1_000 && count <= 64 && count * 50 <= kept
  }

  /// True where the files that the plan cannot make lie there as they were written, and may stay where they are.
  package var isPossible: Bool {
    standing.isEmpty || isSmall && standing.allSatisfy { found.isKept($0.address, $0.digest) }
  }
}

extension OutputPlan {
  /// The addresses of all files.
  ///
  /// A plan never holds one that leads out of the output; this is the last place to make sure.
  fileprivate var checkedAddresses: Set<String> {
    get throws(FileFailure) {
      let paths = addresses.map(\.path)
      let unique = Set(paths)
      let unplain =
        paths.first { !isSafe(address: $0) } ?? allFolders(above: paths).first(where: unique.contains)
      if let unplain { throw .badAddress(unplain, "it is not a plain path inside the output") }
      guard unique.count == paths.count else { throw .badAddress("the output", "two files have one address") }
      return unique
    }
  }
}

extension FileFailure {
  fileprivate static func badAddress(_ path: String, _ reason: String) -> FileFailure {
    FileFailure(id: "bad-address", act: "written", path: path, reason: reason)
  }
}
