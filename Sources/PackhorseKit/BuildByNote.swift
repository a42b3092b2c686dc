package import PackhorseCore
import PackhorseRendering

/// What an earlier build left: what it came to, and its pages.
package struct EarlierBuild: Sendable {
  let note: SiteNote
  let pages: PackedPages

  /// Unpacks what was left; nil where there is nothing to go on from.
  package init?(site: FileParts?, pages: PackedPages?) {
    guard let pages, let site = site?.whole, let note = SiteNote(unpacking: site) else { return nil }
    (self.note, self.pages) = (note, pages)
  }
}

/// Goes on from what an earlier build left, where no more than the texts of a few modules changed since.
///
/// These alone, and the pages of which theirs show something, are unpacked. A part of the site is made of them and revised as
/// the whole one is in a preview; it stands for the whole only if it gives each page the digest that it had there.
/// - Returns: The files of the changed modules, with all others standing; nil where more may differ.
package func build(
  _ tree: FileTree, goingOnFrom earlier: EarlierBuild, date: CalendarDate, jobs: Int, practice: String? = nil,
  atStage: @Sendable (BuildStage) -> Void = { _ in }
) async -> Outcome<OutputPlan>? {
  let terms = BuildTerms(date: date, practice: practice, isForServer: true)
  let note = earlier.note
  guard note.surroundings == tree.surroundings(terms), note.pages.count == tree.pages.count else {
    return nil
  }
  atStage(.parsing)
  guard let changed = await earlier.changedModules(of: tree, jobs: jobs),
    let part = await PartOfSite(of: tree, around: changed, earlier, jobs: jobs)
  else { return nil }
  atStage(.loading)
  var loaded = await load(part.tree, terms, jobs: jobs)
  guard loaded.value.settings.allowsHTML == earlier.pages.allowsHTML else { return nil }
  (loaded.value.settingsDigest, loaded.value.pathways) = (note.settings, part.pathways)
  let stages = await resolveAndPlan(
    part.tree, terms, loaded, Outcome(part.before), jobs: jobs, atStage: atStage)
  guard stages.storiesDigest == note.stories, changed.allSatisfy({ note.knows($0, in: stages.plan) }),
    let revised = stages.revised(with: Outcome(part.after), of: part.tree)
  else { return nil }
  let addresses = Set(changed.map(\.address))
  var standing = note.files
  for address in addresses {
    if let place = standing.place(of: address, by: \.address) { standing.remove(at: place) }
  }
  let files = revised.plan.output.files.filter { addresses.contains($0.address) }
  return Outcome(OutputPlan(files: files, standing: standing), note.problems)
}

extension SiteNote {
  /// True where the page of a module, as it was, depends on the same in a plan as in that of the whole site.
  fileprivate func knows(_ module: ChangedModule, in plan: SitePlan) -> Bool {
    let digest = digest(at: module.address)
    return digest != nil && digest == plan.digest(at: module.address)
  }
}
