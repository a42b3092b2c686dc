import PackhorseCore
import PackhorseFiles

/// What the preview shows at a moment: the last good build, and what is wrong with the newest one.
struct ShownSite: Sendable {
  private let siteFolder: String
  /// By their addresses; nil as long as no build was good.
  private var files: [String: OutputFile]?
  /// Those that pages show as part of themselves, in the order of their addresses.
  private var parts: [OutputFile] = []
  private(set) var problems: Problems?
  /// How many builds there were.
  private(set) var revision = 0

  init(siteFolder: String) { self.siteFolder = siteFolder }

  /// Takes in a build: its files, or what is wrong with it.
  mutating func take(_ plan: OutputPlan, problems: Problems?) {
    self.problems = problems
    revision += 1
    guard problems == nil else { return }
    files = Dictionary(plan.files.map { ($0.address.path, $0) }, uniquingKeysWith: { first, _ in first })
    parts = plan.files.filter { ShownSite.kindsOfParts.contains(fileExtension(of: $0.address.path)) }
      .sorted { $0.address < $1.address }
  }

  /// True where pages of an earlier build stay on show.
  var showsEarlierBuild: Bool { problems != nil && files != nil }

  /// What an address has.
  enum Content {
    case page(Status, [UInt8], at: Address)
    case copied(source: String)
    case other([UInt8])
    /// The address of a folder without its last slash.
    case folder
    case nothing
  }

  /// What is at a path, without its first slash; a folder shows its index page.
  func content(at path: String) -> Content {
    guard let files else {
      return problems.map { .page(.unavailable, errorPage($0), at: .home) } ?? .nothing
    }
    let name = path.isEmpty || path.hasSuffix("/") ? path + "index.html" : path
    switch files[name].map({ ($0.address, $0.content) }) {
    case (_, .copied(let source))?: return .copied(source: source)
    case (let address, .rendered(let render))?:
      return address.path.hasSuffix(".html") ? .page(.ok, render(), at: address) : .other(render())
    case nil where files[path + "/index.html"] != nil: return .folder
    case nil: return notFound
    }
  }

  private var notFound: Content {
    guard case .rendered(let render)? = files?[Address.notFound.path]?.content else { return .nothing }
    return .page(.notFound, render(), at: .notFound)
  }

  /// What the page at a path is like, with the style sheets and pictures that it loads: another text for another page.
  func state(at path: String) -> String {
    switch content(at: path) {
    case .page(let status, let bytes, _): state(of: bytes, status)
    case .copied, .other, .folder, .nothing: ""
    }
  }

  func state(of page: [UInt8], _ status: Status) -> String {
    let stamps = parts.filter { isNamed($0.address, in: page) }.map { file in
      switch file.content {
      case .rendered(let render): hexadecimal(sha256(render()))
      case .copied(let source): (try? OpenFile(source, of: siteFolder).stamp) ?? "gone"
      }
    }
    let all = [String(status.rawValue), hexadecimal(sha256(page))] + stamps
    return hexadecimal(sha256(all.joined(separator: " ").utf8).prefix(16))
  }

  private static let kindsOfParts: Set = [
    "css", "js", "svg", "png", "jpg", "jpeg", "webp", "mp4", "mp3", "vtt",
  ]

  private func isNamed(_ address: Address, in page: [UInt8]) -> Bool {
    let name = address.path.utf8.split(separator: UInt8(ascii: "/")).last.map { String(Substring($0)) }
    return page.has(percentEncoded(name ?? ""))
  }
}
