/// How many pages of a site, a pathway or a page take up each part of the study.
package struct Coverage: Sendable {
  package private(set) var interventions: [Int: Int] = [:]
  package private(set) var themes: [String: Int] = [:]
  package private(set) var techniques: [String: Int] = [:]
  package private(set) var domains: [StudyMap.Domain: Int] = [:]
  package private(set) var roles: [String: Int] = [:]

  /// `checkIns` is the number of pathways that remind a reader: each delivers monitoring and prompts.
  package init(of pages: some Sequence<ResolvedPage>, checkIns: Int = 0) {
    for page in pages where page.isClaiming { add(page) }
    guard checkIns > 0 else { return }
    for technique in StudyMap.techniques where technique.deliveredBy.contains("check-ins") {
      techniques[technique.id, default: 0] += checkIns
    }
  }

  /// The whole site.
  package init(of publication: Publication) {
    self.init(
      of: publication.allPages, checkIns: publication.pathways.count { !$0.source.checkIns.isEmpty })
  }

  /// A pathway and its modules.
  package init(of pathway: ResolvedPathway, in publication: Publication) {
    self.init(
      of: pathway.modules.lazy.map { publication.pages[$0] },
      checkIns: pathway.source.checkIns.isEmpty ? 0 : 1)
  }

  private mutating func add(_ page: ResolvedPage) {
    let matter = page.source.frontMatter
    for number in Set(matter.interventions.map(\.value)) { interventions[number, default: 0] += 1 }
    let claimed = Set(matter.themes.map(\.value))
    for theme in claimed { themes[theme, default: 0] += 1 }
    for domain in Set(StudyMap.themes.filter { claimed.contains($0.id) }.map(\.domain)) {
      domains[domain, default: 0] += 1
    }
    for technique in page.bindings.techniques { techniques[technique, default: 0] += 1 }
    for role in Set(matter.roles.map(\.value)) { roles[role, default: 0] += 1 }
  }

  /// The parts that a floor can be set for, each with what is covered of it and what is not.
  package var parts: [Part] {
    [
      Part("interventions", StudyMap.interventions.map(String.init)) { interventions[Int($0) ?? 0] != nil },
      Part("themes", StudyMap.themes.map(\.id)) { themes[$0] != nil },
      Part("techniques", StudyMap.techniques.map(\.id)) { techniques[$0] != nil },
    ]
  }

  package struct Part: Sendable {
    package var name: String
    package var total: Int
    package var missing: [String]

    fileprivate init(_ name: String, _ ids: [String], isCovered: (String) -> Bool) {
      self.name = name
      total = ids.count
      missing = ids.filter { !isCovered($0) }
    }

    package var covered: Int { total - missing.count }
  }
}

extension ResolvedPage {
  /// Whether the page claims to take up anything of the study.
  package var isClaiming: Bool {
    let matter = source.frontMatter
    return !(matter.interventions.isEmpty && matter.themes.isEmpty && matter.techniques.isEmpty)
  }
}
