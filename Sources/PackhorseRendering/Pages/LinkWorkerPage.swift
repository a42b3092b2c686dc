import PackhorseCore

/// `link-worker.html`: who the link worker is, when they are in the building, how to refer and how to hand over.
struct LinkWorkerPage: PageTemplate {
  let frame: Frame
  let address: Address

  static let template = "pages/link-worker"
  static let tags = TagTable<LinkWorkerPage>(
    [
      .text("title") { $0.frame.linkWorkerTitle },
      .list("handover", of: TextLine.tags) { page in
        page.frame.publication.practice.linkWorker.handover.map { TextLine(text: page.frame.text($0)) }
      },
      .flag("is-unknown") { $0.isUnknown },
      .text("unknown") { page in
        page.frame.words("page.worker.unknown", ["link-worker": page.frame.publication.linkWorkerWord])
      },
      .flag("has-handover") { !$0.frame.publication.practice.linkWorker.handover.isEmpty },
      .html("practices") { $0.frame.practiceList(from: $0.address, to: .linkWorker) },
      .html("safety-net") { $0.safetyNet },
    ], LinkWorkerCard.tags { LinkWorkerCard(frame: $0.frame, address: $0.address) }, required: ["safety-net"])

  /// One of several practices need not say who it is.
  private var isUnknown: Bool { !frame.isShared && frame.publication.practice.linkWorker.name.isEmpty }

  /// That of the first criteria: it stands with everything that leads to a referral.
  private var safetyNet: HTML {
    guard let criteria = frame.publication.criteria.first else { return .empty }
    return renderSafetyNet(
      criteria.source.safetyNet, words: frame.words, localWords: frame.publication.settings.localWords)
  }
}

extension Frame {
  var linkWorkerTitle: String {
    words("page.worker.meet", ["link-worker": publication.linkWorkerWord])
  }
}
