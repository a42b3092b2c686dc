/// A row of the consent register (`private/consent.csv`).
///
/// It never leaves the resolve stage.
package struct ConsentRecord: Sendable {
  /// Whose account it is.
  package enum Teller: String, Sendable, CaseIterable {
    case patient, carer, gp, group
  }

  package enum Basis: String, Sendable, CaseIterable {
    /// A real person's story, with their consent.
    case real
    /// Made from several people's stories.
    case composite
    /// Invented for training.
    case fictional
  }

  /// What a consent may cover; a website needs `publicWeb`, or `staffOnly` for `audience: practice`.
  package enum Scope: String, Sendable, CaseIterable {
    case publicWeb = "public-web"
    case staffOnly = "staff-only"
    case scorm, print, commissioner = "commissioner-summary"
  }

  package var storyID: Located<String>
  package var teller: Teller
  package var basis: Basis
  package var consentDate: CalendarDate?
  package var releaseDate: CalendarDate?
  package var scope: Set<Scope>
  package var expires: CalendarDate?
  package var withdrawnOn: CalendarDate?
  package var checkedBy: String
  /// SHA-256 of the released text (the body's bytes) in lower-case hexadecimal; nil where none is recorded.
  package var textDigest: String?

  package init(
    storyID: Located<String>, teller: Teller, basis: Basis, consentDate: CalendarDate? = nil,
    releaseDate: CalendarDate? = nil, scope: Set<Scope> = [], expires: CalendarDate? = nil,
    withdrawnOn: CalendarDate? = nil, checkedBy: String = "", textDigest: String? = nil
  ) {
    self.storyID = storyID
    self.teller = teller
    self.basis = basis
    self.consentDate = consentDate
    self.releaseDate = releaseDate
    self.scope = scope
    self.expires = expires
    self.withdrawnOn = withdrawnOn
    self.checkedBy = checkedBy
    self.textDigest = textDigest
  }
}
