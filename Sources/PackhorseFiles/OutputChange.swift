import PackhorseCore

/// What there is to do to make an output the one that is planned.
struct OutputChange {
  let addresses: Set<String>
  /// The files that the last write put there, and any that a killed write may have.
  let known: [String: Manifest.File]
  let survey: OutputSurvey
  /// Files whose bytes can differ from those that lie there.
  private(set) var changed: [OutputFile] = []
  /// Files that lie there as they were written, from sources that are as they were.
  private(set) var unchanged: [OutputFile] = []
  /// Files of ours that the site no longer makes, and drafts of files.
  let stale: [String]

  /// `trustsStates` is false where every file is to be made and compared again.
  init(
    to plan: OutputPlan, _ addresses: Set<String>, from known: [String: Manifest.File],
    _ survey: OutputSurvey, trustsStates: Bool
  ) {
    (self.addresses, self.known, self.survey) = (addresses, known, survey)
    stale = (known.keys.filter { !addresses.contains($0) } + survey.drafts).sorted()
    for file in plan.files {
      let address = file.address.path
      if trustsStates, let digest = file.digest, let before = known[address], before.digest == digest,
        let state = before.state, survey.states[address] == state
      {
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
    return unchanged.count > 1_000 && count <= 64 && count * 50 <= unchanged.count
  }
}
