/// Everything a site says apart from its figures, with every name bound and nothing in it that may not be published.
package struct Publication: Sendable {
  package var settings = SiteSettings()
  package var words = Words([:])
  package var practice = Practice()
  package var practicePhoto: Address?
  /// The network that the practice belongs to, or its board where it belongs to none.
  package var network: Area?
  /// The practices of a site of several, in the order of their list; none of a site for one.
  package var homes: [PracticeHome] = []
  /// Pages written in Markdown, in the site's order: by kind, then place, then title.
  package var pages: [ResolvedPage] = []
  package var sections: [ModuleSection] = []
  package var pathways: [ResolvedPathway] = []
  /// Where the modules and the pathways are listed.
  package var listOfModules = Address.modules
  package var listOfPathways = Address.pathways
  package var criteria: [ResolvedCriteria] = []
  /// The directory; of a site of several practices the groups that are for everybody.
  package var groups: [CommunityGroup] = []
  /// Of a site of several practices: the groups that are for the people of some.
  package var localGroups: [CommunityGroup] = []
  package var glossary: [GlossaryEntry] = []
  /// Every cited work, by key.
  package var references: [String: Reference] = [:]
  /// Where stories stood that may no longer be shown.
  ///
  /// Nothing but the place is known.
  package var tombstones: [Address] = []
  /// Former addresses and where they lead now.
  package var redirects: [Redirect] = []
  /// Files to copy: paths in the site folder with their places in the output.
  package var copies: [CopiedFile] = []
  package var templates: [TemplateSource] = []
  /// The digest of all settings, words, templates and references.
  package var settingsDigest = DigestBuilder().digest

  package init() {}

  /// Those that any practice lists.
  package var allGroups: [CommunityGroup] { groups + localGroups }
}

/// A folder of modules in its order.
package struct ModuleSection: Sendable, Hashable {
  package var id: String
  package var title: String
  package var summary: String
  package var address: Address
  /// Indices into `Publication.pages`.
  package var modules: [Int]
  /// The index of the page that introduces it; nil where nobody wrote one.
  package var page: Int?

  package init(id: String, title: String, summary: String, address: Address, modules: [Int], page: Int?) {
    self.id = id
    self.title = title
    self.summary = summary
    self.address = address
    self.modules = modules
    self.page = page
  }
}

/// A pathway with its role and modules bound.
package struct ResolvedPathway: Sendable {
  package var address: Address
  package var source: Pathway
  package var role: Role
  /// Indices into `Publication.pages`, in order.
  package var modules: [Int]
  /// The minutes that its modules add up to.
  package var totalMinutes: Int

  package init(address: Address, source: Pathway, role: Role, modules: [Int], totalMinutes: Int) {
    self.address = address
    self.source = source
    self.role = role
    self.modules = modules
    self.totalMinutes = totalMinutes
  }
}

/// Criteria whose every answer leads somewhere.
package struct ResolvedCriteria: Sendable {
  package var address: Address
  package var source: Criteria
  /// Citation keys in the order of its reference list.
  package var citations: [String]

  package init(address: Address, source: Criteria, citations: [String]) {
    self.address = address
    self.source = source
    self.citations = citations
  }
}

package struct Redirect: Sendable, Hashable {
  package var from: Address
  package var to: Address

  package init(from: Address, to: Address) {
    self.from = from
    self.to = to
  }
}

package struct CopiedFile: Sendable, Hashable {
  /// The path in the site folder.
  package var source: String
  package var address: Address
  /// The file's state; nil where it would not show one more change.
  package var state: FileState?

  package init(source: String, address: Address, state: FileState? = nil) {
    self.source = source
    self.address = address
    self.state = state
  }
}
