import PackhorseCore
import PackhorseFiles

/// What the preview shows at a moment: the last good build, and what is wrong with the newest one.
struct ShownSite: Sendable {
  private let siteFolder: String
  /// By their addresses; nil as long as no build was good.
  private var files: [String: OutputFile]?
  /// Those that pages show as part of themselves, in the order of their addresses.
  private var parts: [OutputFile] = []
  /// Those that the last good build left out because they were withdrawn at once.
  private var withdrawnStories: Set<String> = []
  private(set) var problems: Problems?
  /// How many builds there were.
  private(set) var revision = 0

  init(siteFolder: String) { self.siteFolder = siteFolder }

  /// Takes in a build: its files, or what is wrong with it.
  ///
  /// Any page may tell of a story that was withdrawn since the last good build: then none stays on show. So too where
  /// nobody can say which stories are `withdrawn`.
  mutating func take(_ plan: OutputPlan, problems: Problems?, withdrawn: [String]?) {
    self.problems = problems
    revision += 1
    guard problems == nil else {
      if withdrawn.map(withdrawnStories.isSuperset) != true { (files, parts) = (nil, []) }
      return
    }
    withdrawnStories = Set(withdrawn ?? [])
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
    /// A file that cannot be made now, because a text on disk can no longer be read.
    case unreadable
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
      guard let bytes = try? render() else { return .unreadable }
      return address.path.hasSuffix(".html") ? .page(.ok, bytes, at: address) : .other(bytes)
    case nil where files[path + "/index.html"] != nil: return .folder
    case nil: return notFound
    }
  }

  private var notFound: Content {
    guard case .rendered(let render)? = files?[Address.notFound.path]?.content, let bytes = try? render()
    else {
      return .nothing
    }
    return .page(.notFound, bytes, at: .notFound)
  }

  /// What the page at a path is like, with the style sheets and pictures that it loads: another text for another page.
  func state(at path: String) -> String {
    switch content(at: path) {
    case .page(let status, let bytes, _): state(of: bytes, status)
    case .copied, .other, .folder, .unreadable, .nothing: ""
    }
  }

  func state(of page: [UInt8], _ status: Status) -> String {
    var builder = DigestBuilder()
    builder.add(status.rawValue)
    builder.add(page[...])
    for part in parts where isNamed(part.address, in: page) {
      switch part.content {
      case .rendered(let render): builder.add((try? render()).map { Digest(of: $0[...]) } ?? Digest(of: []))
      case .copied(let source): builder.add(try? OpenFile(source, of: siteFolder).stamp)
      }
    }
    return builder.digest.text
  }

  private static let kindsOfParts: Set = [
    "css", "js", "svg", "png", "jpg", "jpeg", "webp", "mp4", "mp3", "vtt",
  ]

  private func isNamed(_ address: Address, in page: [UInt8]) -> Bool {
    let name = address.path.utf8.split(separator: UInt8(ascii: "/")).last.map { String(Substring($0)) }
    return page.has(percentEncoded(name ?? ""))
  }
}

extension Digest {
  /// The digest as it stands in a page or an address.
  var text: String { String(low, radix: 16) + "-" + String(high, radix: 16) }
}
