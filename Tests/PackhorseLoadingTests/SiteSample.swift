import PackhorseCore
import Testing

@testable import PackhorseLoading

/// A site as it was loaded, with its pages.
@dynamicMemberLookup
struct LoadedSample: Sendable {
  let site: SourceSite
  let pages: [SourcePage]

  subscript<Value>(dynamicMember path: KeyPath<SourceSite, Value>) -> Value { site[keyPath: path] }
}

/// A small site without a fault, whose files a test replaces one by one.
struct SiteSample {
  static let texts: [String: String] = [
    "content/site.yml": """
    format: 1
    title: Social prescribing at Demo Surgery
    description: Training and evidence.
    practices: DEMO01
    roles:
      gp: {title: GP, plural: GPs}
    words:
      link-worker: {singular: link worker, plural: link workers, article: a}
    """,
    "content/practice.yml": """
    name: Demo Surgery
    code: DEMO01
    address: [1 High Street, Demotown]
    link-worker:
      name: Sam Sample
      days: [Tuesday morning]
      how-to-refer: [Ask at reception]
    """,
    "content/index.md": "---\ntitle: Welcome\n---\nHello.\n",
  ]

  static let theme = [
    SourceFile(
      path: "words/en.yml", bytes: Array("date:\n  form: \"{day} {month}\"\n  title: Date\npage: {}\n".utf8)),
    SourceFile(path: "templates/pages/module.mustache", bytes: Array("{{{body}}}".utf8)),
    SourceFile(path: "templates/assets/site.css", bytes: Array("body{}".utf8)),
  ]

  /// Loads the small site with some files replaced, added or (where nil) taken away.
  static func load(_ files: [String: String?] = [:], jobs: Int = 2) async -> Outcome<LoadedSample> {
    await load(bytes: files.mapValues { $0.map { Array($0.utf8) } }, jobs: jobs)
  }

  static func load(bytes files: [String: [UInt8]?], jobs: Int = 2) async -> Outcome<LoadedSample> {
    var all = texts.mapValues { Array($0.utf8) as [UInt8]? }
    all.merge(files) { $1 }
    var tree = FileTree()
    for (path, bytes) in all.sorted(by: { $0.key < $1.key }) {
      guard let bytes else { continue }
      switch fileExtension(of: path) {
      case "csv": tree.data.append(DataFile(path: path, bytes: bytes))
      case "jpg", "pdf": tree.assets.append(AssetFile(path: path) { bytes })
      case "md": tree.pages.append(PageFile(path: path, bytes: bytes))
      default: tree.texts.append(SourceFile(path: path, bytes: bytes))
      }
    }
    let site = await PackhorseLoading.load(tree, theme: theme, jobs: jobs)
    let pages = tree.pages.map(loadPage)
    return Outcome(
      LoadedSample(site: site.value, pages: pages.compactMap(\.value?.page)),
      site.diagnostics + pages.flatMap(\.diagnostics))
  }

  /// Loads the small site with one file whose text marks the one wrong place as «here».
  static func expect(
    _ id: String, in path: String, _ marked: String, severity: Diagnostic.Severity = .error,
    _ location: SourceLocation = #_sourceLocation
  ) async -> Diagnostic? {
    let (text, span) = unmarked(marked, path: path)
    let outcome = await load([path: text])
    let found = outcome.diagnostics.map { "\($0.severity) \($0.id) \($0.span.map(place) ?? "nowhere")" }
    #expect(found == ["\(severity) \(id) \(place(span))"], sourceLocation: location)
    return outcome.diagnostics.first
  }

  /// A text without its marks, and the place that they enclose.
  static func unmarked(_ marked: String, path: String) -> (text: String, span: SourceSpan) {
    var text: [UInt8] = []
    var places: [SourcePosition] = []
    var (line, column) = (1, 1)
    for scalar in marked.unicodeScalars {
      if scalar == "«" || scalar == "»" {
        places.append(SourcePosition(line: line, column: column))
        continue
      }
      text += Array(String(scalar).utf8)
      (line, column) = scalar == "\n" ? (line + 1, 1) : (line, column + String(scalar).utf8.count)
    }
    let start = places.first ?? SourcePosition(line: 1, column: 1)
    return (
      String(decoding: text, as: UTF8.self), SourceSpan(path: path, start: start, end: places.last ?? start)
    )
  }

  private static func place(_ span: SourceSpan) -> String {
    "\(span.path):\(span.start.line):\(span.start.column)-\(span.end.line):\(span.end.column)"
  }
}

/// True where a diagnostic says nothing of what is secret: no digit but row numbers, no word of a cell.
func quotesNothing(_ diagnostic: Diagnostic, of secrets: [String]) -> Bool {
  let said =
    [diagnostic.summary, diagnostic.explanation ?? "", diagnostic.suggestion ?? ""]
    + diagnostic.notes.map(\.text)
  return !secrets.contains { secret in said.contains { $0.contains(secret) } }
}
