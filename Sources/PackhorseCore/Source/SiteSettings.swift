/// `content/site.yml`: what holds for the whole site.
package struct SiteSettings: Sendable {
  package var title = ""
  package var description = ""
  /// The public address, ending in `/`; feed and sitemap need it.
  ///
  /// Nil for a site that is only shared as a folder.
  package var url: String?
  package var language = "en-GB"
  package var practices = SitePractices.one(Located("", at: .file("content/site.yml")))
  /// What sets apart what readers keep of this site in their browser from that of other sites; the practice's code
  /// where it is not given, which a site of several practices has to.
  package var id: String?
  package var storage = Storage.device
  package var audience = Audience.public
  package var disclosure = Disclosure.nhsDigital
  /// Where that is said.
  package var disclosureSpan = SourceSpan.file("content/site.yml")
  /// True (the default) prints a true zero; false withholds it like a small count.
  package var showsZero = true
  package var protection = Protection.class
  /// People with both scores that a mean needs at least.
  package var fewestForMean = 10
  package var roles: [Role] = []
  /// Local words by id, such as the practice's name for a link worker.
  package var localWords: [String: LocalWord] = [:]
  package var review = ReviewRules()
  package var licence = ""
  /// What the practice records a referral with in its clinical system.
  package var codes: [ClinicalCode] = []
  /// What the site does without.
  package var leftOut: Set<OptionalPart> = []
  /// True where the site can be searched.
  package var isSearched = true
  /// True where readers' browsers may keep the whole site for reading without a connection.
  package var isKeptOffline = true
  /// Raw HTML in Markdown is kept where a site says `html: allow`.
  package var allowsHTML = false
  /// Severities that the site sets itself, by diagnostic id, each with the place of that id.
  package var diagnosticLevels: [String: Located<Diagnostic.Severity>] = [:]
  /// Invented practices, people and numbers: every page then says so.
  package var isSample = false

  package init() {}

  /// The practice of a site that is for one alone.
  package var practice: Located<String>? {
    if case .one(let code) = practices { code } else { nil }
  }

  package func has(_ part: OptionalPart) -> Bool { !leftOut.contains(part) }

  /// What the site is called among files and in browsers.
  package var name: String { id ?? practice?.value ?? "" }
}

/// The practices that a site is for.
package enum SitePractices: Sendable {
  case one(Located<String>)
  /// Some of those in practices.csv, by code.
  case several([Located<String>])
  /// All that practices.csv lists; where the site says so.
  case all(at: SourceSpan)
}

/// What a site can do without.
package enum OptionalPart: String, Sendable, Hashable, CaseIterable {
  /// The published figures and the directory as files to use elsewhere.
  case data
  case digest
  /// A page for each group, with its cards; the directory lists it all the same.
  case groupPages = "group-pages"
  /// The page about the link worker.
  case linkWorker = "link-worker"
}

/// Who the site is for: everybody, or one practice's own eyes.
package enum Audience: String, Sendable, Hashable, CaseIterable {
  case `public`, practice
}

/// How long a reader's browser may keep what they enter.
package enum Storage: String, Sendable, Hashable, CaseIterable {
  /// For the visit, and longer where the reader asks for it.
  case device
  /// Never longer than the visit.
  case visit
}

/// How counts are made safe to publish.
package enum Disclosure: String, Sendable, Hashable, CaseIterable {
  /// 1 to 7 withheld, other counts rounded to the nearest 5.
  case nhsDigital = "nhs-digital"
  /// Each finest cell is made safe so, once, and everything else is added up from these.
  case sumOfCells = "sum-of-cells"
  /// Exact counts; only for `audience: practice`.
  case none
}

/// What a reader must hold possible behind a withheld count, whatever else is published.
package enum Protection: String, Sendable, Hashable, CaseIterable {
  /// Every count of the protected class.
  case `class`
  /// Four counts of it in a row.
  case four = "4"
}

/// A role that pathways and modules are for.
package struct Role: Sendable, Hashable {
  package var id: String
  /// As a person would name themselves: "GP trainee".
  package var title: String
  package var plural: String

  package init(id: String, title: String, plural: String) {
    self.id = id
    self.title = title
    self.plural = plural
  }
}

/// A local job title or name with its forms: "a link worker", "link workers".
package struct LocalWord: Sendable, Hashable {
  package var singular: String
  package var plural: String
  /// `a` or `an`.
  package var article: String

  package init(singular: String, plural: String, article: String) {
    self.singular = singular
    self.plural = plural
    self.article = article
  }
}

/// A code of the clinical system, which each practice checks for itself.
package struct ClinicalCode: Sendable, Hashable {
  /// What the code says: "Referral to social prescribing service".
  package var term: String
  package var code: String
  /// When to use it.
  package var use: String

  package init(term: String, code: String, use: String) {
    self.term = term
    self.code = code
    self.use = use
  }
}

/// When age becomes a warning.
package struct ReviewRules: Sendable, Hashable {
  /// Days before a page's review date from which the page says that review is due.
  package var warnDays = 30
  /// Days after which a group that nobody checked counts as stale.
  package var groupDays = 180

  package init() {}
}
