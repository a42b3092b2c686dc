package import PackhorseCore

/// Reads and types every file of a site but its pages; reports what is missing, unknown or malformed.
///
/// `theme` holds the built-in files (`templates/pages/module.mustache`, `words/en.yml`), which a site's own replace. With
/// `practice` a site of several becomes that of one of them.
/// Pages are read one by one: see `loadPage`. Data files come last: what they hold depends on the settings.
package func load(
  _ tree: FileTree, theme: [SourceFile], practice: String? = nil, jobs: Int
) async -> Outcome<SourceSite> {
  async let reading = readWords(of: theme, replacedBy: tree.texts)
  var site = SourceSite()
  var overrides: [SourceFile] = []
  var sources: [DataSource] = []
  let texts = tree.texts.sorted { $0.path < $1.path }
  // How the others are read depends on whether the site is for one practice.
  let settings = texts.first { Placement(path: $0.path) == .site }.map { LoadedFile.read($0, isForOne: true) }
  if case .settings(let read) = settings?.value { site.settings = read }
  let isForOne = site.settings.practice != nil
  var services: SourceFile?
  var diagnostics = checkFolder(tree, isForOne: isForOne) + (settings?.diagnostics ?? [])
  func add(_ files: [Outcome<LoadedFile?>]) {
    for file in files {
      file.value?.add(to: &site, overrides: &overrides, sources: &sources, services: &services)
      diagnostics += file.diagnostics
    }
  }
  let others = texts.filter { Placement(path: $0.path) != .site }
  add(await concurrentMap(others, jobs: jobs) { LoadedFile.read($0, isForOne: isForOne) })
  var context = DataContext(
    measures: Dictionary(site.measures.map { ($0.id, $0) }) { first, _ in first },
    practices: Set([site.settings.practice?.value].compactMap(\.self)), jobs: jobs)
  let files = tree.data.sorted { $0.path < $1.path }
  let named = Set(sources.flatMap { $0.files.map(\.value) })
  let unnamed = files.filter { !named.contains($0.path) || Placement.isFixed($0.path) }
  let recognised = unnamed.filter { Placement(path: $0.path) == .unknown && isRecognised($0) }
  let known = Set(recognised.map(\.path))
  let measures = context.measures
  add(
    await concurrentMap(unnamed.filter { !known.contains($0.path) }, jobs: jobs) {
      LoadedFile.read($0, measures: measures)
    })
  context.practices.formUnion(site.practices.map(\.code.value))
  context.areas = Dictionary(grouping: site.practices.areas, by: \.level).mapValues { Set($0.map(\.code)) }
  context.areas[.practice] = context.practices
  let words = await reading
  context.words = words.value
  let ownWords = readOwnWords(overrides, shared: words.value)
  let read = await readSources(
    sources, recognised: recognised, among: Dictionary(files.map { ($0.path, $0) }) { first, _ in first },
    context)
  read.add(to: &site)
  diagnostics += read.diagnostics + publishedProblems(site)
  let templates = readTemplates(theme: theme, site: overrides)
  let ownTemplates = readOwnTemplates(overrides, shared: templates.value)
  (site.templates, site.ownTemplates) = (templates.value, ownTemplates.value)
  (site.words, site.ownWords) = (words.value, ownWords.value)
  if let services {
    let read = readServices(services.bytes[...], path: services.path, words: words.value)
    let groups = merged(site.groups, read.value)
    site.groups = groups.value
    diagnostics += read.diagnostics + groups.diagnostics
  }
  if let practice { diagnostics += site.narrow(to: practice) }
  site.takeItsOwn()
  site.nameThePractice()
  site.settingsDigest = settingsDigest(of: tree, theme: theme)
  site.assets = tree.assets.map(\.path).sorted()
  for asset in tree.assets { site.assetStates[asset.path] = asset.state }
  return Outcome(
    site,
    diagnostics + words.diagnostics + ownWords.diagnostics + templates.diagnostics
      + ownTemplates.diagnostics)
}
