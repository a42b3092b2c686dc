import PackhorseCore

/// What one file of a site adds to it.
enum LoadedFile: Sendable {
  case settings(SiteSettings)
  case practice(Practice)
  /// What one of several practices says of itself.
  case ownPractice(Practice)
  case glossary([GlossaryEntry])
  case references([Reference])
  case pathway(Pathway)
  case criteria(Criteria)
  case measures([Measure])
  case sources([DataSource])
  case practices([ListedPractice])
  case outcomes([Observation])
  case released([ReleasedFigure])
  case groups([CommunityGroup])
  case consent([ConsentRecord])
  /// Groups of another directory, which are read with the words of this site.
  case services(SourceFile)
  /// The site's own template or words, which are read together with the theme's.
  case override(SourceFile)

  /// Reads a text file by its place; nil where it adds nothing of its own.
  ///
  /// `isForOne` is false in a site of several practices.
  static func read(_ file: SourceFile, isForOne: Bool) -> Outcome<LoadedFile?> {
    let placement = Placement(path: file.path)
    switch placement {
    case .other, .unknown: return Outcome(nil, checkPlace(of: file.path, placement))
    case .template where isBinary(file.path), .ownTemplate where isBinary(file.path):
      return Outcome(.override(file))
    default: break
    }
    let checked = checkedText(file)
    guard let text = checked.value else { return Outcome(nil, checked.diagnostics) }
    return switch placement {
    case .site: readSite(text, path: file.path).map(LoadedFile.settings)
    case .practice where isForOne: readPractice(text, path: file.path).map(LoadedFile.practice)
    case .practice: readSharedPractice(text, path: file.path).map(LoadedFile.practice)
    case .ownPractice: readOwnPractice(text, path: file.path).map(LoadedFile.ownPractice)
    case .glossary: readGlossary(text, path: file.path).map(LoadedFile.glossary)
    case .references: readReferences(text, path: file.path).map(LoadedFile.references)
    case .pathway: readPathway(text, path: file.path).map(LoadedFile.pathway)
    case .criteria: readCriteria(text, path: file.path).map(LoadedFile.criteria)
    case .measures: readMeasures(text, path: file.path).map(LoadedFile.measures)
    case .sources: readSources(text, path: file.path).map(LoadedFile.sources)
    case .words, .ownWords, .template, .ownTemplate: Outcome(.override(file))
    case .services: Outcome(.services(SourceFile(path: file.path, bytes: Array(text))))
    case .page, .misplacedPage, .practices, .outcomes, .released, .groups, .consent, .unknown, .other:
      Outcome(nil)
    }
  }

  /// Reads a data file by its place; nil where nothing reads it.
  static func read(_ file: DataFile, measures: [String: Measure]) -> Outcome<LoadedFile?> {
    if let fault = recordShapeFault(file) { return Outcome(nil, [fault]) }
    var file = file
    // Each row points to it: to a text of the program itself nobody counts references.
    file.path = Placement.written(file.path)
    let placement = Placement(path: file.path)
    return switch placement {
    case .practices: readPractices(file).map(LoadedFile.practices)
    case .outcomes: readOutcomes(file, measures: measures).map(LoadedFile.outcomes)
    case .released: readReleased(file).map(LoadedFile.released)
    case .groups: readGroups(file).map(LoadedFile.groups)
    case .consent: readConsent(file).map(LoadedFile.consent)
    default: Outcome(nil, checkPlace(of: file.path, placement))
    }
  }

  /// Puts what was read in its place.
  func add(
    to site: inout SourceSite, overrides: inout [SourceFile], sources: inout [DataSource],
    services: inout SourceFile?
  ) {
    switch self {
    case .settings(let settings): site.settings = settings
    case .practice(let practice): site.practice = practice
    case .ownPractice(let practice): site.ownPractices[practice.code] = practice
    case .glossary(let glossary): site.glossary = glossary
    case .references(let references): site.references = references
    case .pathway(let pathway): site.pathways.append(pathway)
    case .criteria(let criteria): site.criteria.append(criteria)
    case .measures(let measures): site.measures = measures
    case .sources(let read): sources = read
    case .practices(let practices): site.practices = practices
    case .outcomes(let rows):
      site.observations += rows
      site.tables.append(TableSummary(of: rows))
    case .released(let figures): site.released = figures
    case .groups(let groups): site.groups = groups
    case .consent(let records): site.consent = records
    case .services(let file): services = file
    case .override(let file): overrides.append(file)
    }
  }
}

extension TableSummary {
  /// What `outcomes.csv` holds.
  fileprivate init(of rows: [Observation]) {
    self.init(path: "content/data/outcomes.csv", shape: "outcomes of this site")
    self.rows = rows.count
    practices = Set(rows.map(\.practice.value)).count
    firstPeriod = rows.map(\.period).min()
    lastPeriod = rows.map(\.period).max()
    let hasMeans = rows.contains { if case .change = $0.value { true } else { false } }
    usedColumns = OutcomeColumn.allCases.filter { hasMeans || !OutcomeColumn.means.contains($0) }.map(
      \.rawValue)
  }
}

/// True for the fonts and pictures of a theme.
private func isBinary(_ path: String) -> Bool {
  ["woff2", "woff", "ttf", "otf", "png", "jpg", "jpeg", "webp", "gif", "ico"].contains(
    fileExtension(of: path))
}

extension Outcome {
  /// The same problems with a value made of this one, where there is one.
  fileprivate func map<Part, Other>(_ transform: (Part) -> Other) -> Outcome<Other?> where Value == Part? {
    Outcome<Other?>(value.map(transform), diagnostics)
  }

  fileprivate func map<Other>(_ transform: (Value) -> Other) -> Outcome<Other?> {
    Outcome<Other?>(transform(value), diagnostics)
  }
}
