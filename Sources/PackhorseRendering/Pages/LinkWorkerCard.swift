import PackhorseCore

/// The practice's link worker as a page shows them: name, face, days, how to refer.
struct LinkWorkerCard: Sendable {
  let frame: Frame
  /// The page it stands on.
  let address: Address

  /// Its tags for a page that can make one.
  static func tags<Page>(_ card: @escaping @Sendable (Page) -> LinkWorkerCard) -> [Tag<Page>] {
    [
      .text("link-worker") { card($0).frame.publication.linkWorkerWord },
      .text("worker-name") { card($0).name },
      .text("worker-introduction") { card($0).optional(card($0).worker.introduction) },
      .text("worker-days") { card($0).days },
      .text("worker-room") { card($0).optional(card($0).worker.room) },
      .text("worker-contact") { card($0).optional(card($0).worker.contact) },
      .url("worker-contact-link") { card($0).worker.contact.flatMap(SafeURL.init(contact:)) },
      .list("referral-steps", of: TextLine.tags) { page in
        card(page).worker.howToRefer.map { TextLine(text: card(page).frame.text($0)) }
      },
      .flag("has-referral-steps") { !card($0).worker.howToRefer.isEmpty },
      .url("worker-photo") { page in
        card(page).frame.publication.practicePhoto.map { SafeURL(from: card(page).address, to: $0) }
      },
      .text("worker-photo-alt") { card($0).worker.photoAlt ?? card($0).worker.name },
    ]
  }

  private var worker: LinkWorker { frame.publication.practice.linkWorker }
  private var name: String? { worker.name.isEmpty ? nil : worker.name }
  private var days: String? { worker.days.isEmpty ? nil : frame.words.joined(worker.days) }

  private func optional(_ text: String?) -> String? {
    text.map(frame.text)
  }
}
