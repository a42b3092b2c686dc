/// `content/practice.yml`: the practice that the site is for.
///
/// In a site of several practices each may have its own, `content/practices/<code>/practice.yml`; the one in content/
/// then says what holds where a practice's own does not.
package struct Practice: Sendable {
  package var name = ""
  package var code = ""
  package var address: [String] = []
  package var phone: String?
  package var linkWorker = LinkWorker()
  /// Local words that one of several practices has in place of the site's, by id.
  package var localWords: [String: Located<LocalWord>] = [:]

  package init() {}

  /// The same practice with what holds for all practices where it says nothing itself.
  package func filled(from shared: Practice) -> Practice {
    var practice = self
    practice.linkWorker = linkWorker.filled(from: shared.linkWorker)
    if address.isEmpty { practice.address = shared.address }
    practice.phone = phone ?? shared.phone
    return practice
  }
}

/// The practice's link worker, as the site presents them.
package struct LinkWorker: Sendable {
  package var name = ""
  /// Days in the building, as a person would say them: "Tuesday morning".
  package var days: [String] = []
  package var room: String?
  package var contact: String?
  package var introduction: String?
  /// Steps of a referral, in order.
  package var howToRefer: [String] = []
  /// What to say when a person is handed over warmly, step by step.
  package var handover: [String] = []
  /// A path inside content/, with its text alternative.
  package var photo: Located<String>?
  package var photoAlt: String?

  package init() {}

  /// The face and the introduction are those of whoever is named beside them.
  fileprivate func filled(from shared: LinkWorker) -> LinkWorker {
    var worker = self
    if name.isEmpty {
      worker.name = shared.name
      worker.introduction = introduction ?? shared.introduction
      worker.photo = photo ?? shared.photo
      worker.photoAlt = photoAlt ?? shared.photoAlt
    }
    if days.isEmpty { worker.days = shared.days }
    worker.room = room ?? shared.room
    worker.contact = contact ?? shared.contact
    if howToRefer.isEmpty { worker.howToRefer = shared.howToRefer }
    if handover.isEmpty { worker.handover = shared.handover }
    return worker
  }
}

/// True for a practice's code: 4 to 8 capital letters and digits, and no device's name, since it names a folder.
package func isPracticeCode(_ text: String) -> Bool {
  (4...8).contains(text.utf8.count) && text.utf8.allSatisfy(isCapitalOrDigit) && canNameFiles(text)
}

/// A network's or a board's code: at most 12 capital letters, digits and hyphens, since it names files of the output.
package func isAreaCode(_ text: String) -> Bool {
  (1...12).contains(text.utf8.count)
    && text.utf8.allSatisfy { isCapitalOrDigit($0) || $0 == UInt8(ascii: "-") } && canNameFiles(text)
}

private func canNameFiles(_ code: String) -> Bool { portabilityFault(ofName: code[...]) == nil }

private func isCapitalOrDigit(_ byte: UInt8) -> Bool {
  (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
    || (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte)
}
