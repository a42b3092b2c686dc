/// `content/criteria/<name>.yml`: referral criteria as a list of questions that lead to outcomes.
///
/// Nothing is entered.
package struct Criteria: Sendable {
  package struct Answer: Sendable {
    /// "Yes", "No", "Not sure".
    package var answer: String
    /// What the answer means, in a sentence.
    package var means: String
    /// The id of the next question or of an outcome.
    package var next: Located<String>

    package init(answer: String, means: String, next: Located<String>) {
      self.answer = answer
      self.means = means
      self.next = next
    }
  }

  package struct Question: Sendable {
    package var id: Located<String>
    package var question: String
    package var reason: String
    package var answers: [Answer]

    package init(id: Located<String>, question: String, reason: String, answers: [Answer]) {
      self.id = id
      self.question = question
      self.reason = reason
      self.answers = answers
    }
  }

  package struct End: Sendable {
    package enum Kind: String, Sendable, CaseIterable {
      /// Offer a referral.
      case refer
      /// Something else serves the person better.
      case instead
      /// Somebody may be at risk: act now.
      case urgent
    }

    package var id: Located<String>
    package var kind: Kind
    package var title: String
    package var action: String

    package init(id: Located<String>, kind: Kind, title: String, action: String) {
      self.id = id
      self.kind = kind
      self.title = title
      self.action = action
    }
  }

  package var path: String
  package var title = ""
  package var summary = ""
  package var questions: [Question] = []
  package var outcomes: [End] = []
  /// Always in sight: what comes before any referral, what to do about it, when, and whom to call.
  package var safetyNet = ""
  package var sources: [Located<String>] = []
  package var clinicalReview: String?
  package var reviewed: CalendarDate?
  package var reviewDue: Located<CalendarDate>?

  package init(path: String) {
    self.path = path
  }

  /// The path inside content/ without its extension: `criteria/referral`.
  package var slug: String {
    String(path.dropFirst("content/".utf8.count).prefix { $0 != "." })
  }
}
