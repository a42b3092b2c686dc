import Glibc
import PackhorseCore

/// One walk through a site folder.
struct SiteReading {
  var tree = FileTree()
  private(set) var diagnostics: [Diagnostic] = []
  private let site: SiteFolder
  /// The folders from the root of the site to where the walk is: a link back to one of them is a circle.
  private var chain: [FileStatus.Identity] = []
  private var linksLeft = SiteReading.mostFolderLinks
  /// When the walk began.
  private let now: Int

  static let deepestFolder = 32
  static let largestText = largestTextFile
  /// A page is parsed into a tree, which can take hundreds of times its size.
  static let largestPage = 4 << 20
  /// Links to folders that hold links to folders can multiply; a site needs a handful.
  static let mostFolderLinks = 256

  init(site: SiteFolder, now: Int) {
    self.site = site
    self.now = now
    if let root = try? site.folder.status() { chain.append(root.identity) }
  }

  /// Reads a part of the site, if it is there.
  mutating func read(_ part: SitePart) {
    let path = part.rawValue
    do throws(FileFailure) {
      guard let status = try site.folder.status(of: path) else { return }
      visit(path, path: path, kind: status.kind, in: site.folder, part)
    } catch {
      refuse(path, error.reason)
    }
  }

  /// The tree in the order of its paths.
  ///
  /// Two names that are the same text in different bytes cannot be told apart and are reported.
  mutating func sorted() -> FileTree {
    var sorted = tree
    sorted.pages.sort { $0.path < $1.path }
    sorted.texts.sort { $0.path < $1.path }
    sorted.data.sort { $0.path < $1.path }
    sorted.assets.sort { $0.path < $1.path }
    for paths in [
      sorted.pages.map(\.path), sorted.texts.map(\.path), sorted.data.map(\.path), sorted.assets.map(\.path),
    ] {
      for (one, other) in zip(paths, paths.dropFirst()) where one == other {
        diagnostics.append(.sameName(other))
      }
    }
    return sorted
  }

  private mutating func walk(_ folder: Descriptor, path: String, _ part: SitePart) {
    var entries: [Descriptor.Entry]
    do throws(FileFailure) { entries = try folder.entries() } catch { return refuse(path, error.reason) }
    // The whole tree is nearly in order then, which sorts ten thousand paths in one go through them.
    entries.sort { strcmp($0.name, $1.name) < 0 }
    let start = path + "/"
    for entry in entries {
      guard let name = entry.text,
        !name.utf8.contains(where: { $0 < 0x20 || $0 == 0x7F || $0 == 0xC2 })
          || !name.unicodeScalars.contains(where: { $0.properties.generalCategory == .control })
      else {
        diagnostics.append(.badName(start + entry.shown))
        continue
      }
      if isPassedOver(name: name) { continue }
      do throws(FileFailure) {
        guard let kind = try folder.kind(of: entry) else { continue }
        visit(entry.name, path: start + name, kind: kind, in: folder, part)
      } catch {
        refuse(start + name, error.reason)
      }
    }
  }

  private mutating func visit(
    _ name: UnsafePointer<CChar>, path: String, kind: FileStatus.Kind, in folder: Descriptor, _ part: SitePart
  ) {
    switch kind {
    case .folder:
      switch folder.opened(name, .folder) {
      case .success(let opened): enter(opened, path: path, part)
      case .failure(let error): refuse(path, error.reason)
      }
    case .file:
      take(path, part, (try? folder.status(of: name)) ?? nil) { folder.opened(name, .read) }
    case .link:
      follow(path, part)
    case .special:
      if part.treatment(of: path) != nil { diagnostics.append(.notAFile(path)) }
    }
  }

  private mutating func enter(_ folder: Descriptor, path: String, _ part: SitePart) {
    guard part.isReadDeep || path == part.rawValue else { return }
    guard chain.count <= SiteReading.deepestFolder else { return diagnostics.append(.tooDeep(path)) }
    let identity: FileStatus.Identity
    do throws(FileFailure) { identity = try folder.status().identity } catch {
      return refuse(path, error.reason)
    }
    guard !chain.contains(identity) else { return diagnostics.append(.circle(path)) }
    chain.append(identity)
    walk(folder, path: path, part)
    chain.removeLast()
  }

  private mutating func follow(_ path: String, _ part: SitePart) {
    let place: Descriptor
    switch site.place(path) {
    case .success(let found): place = found
    case .failure(let problem): return diagnostics.append(.link(path, problem))
    }
    let status: FileStatus
    do throws(FileFailure) { status = try place.status() } catch { return refuse(path, error.reason) }
    switch status.kind {
    case .file: take(path, part, status) { place.reopenedForReading() }
    case .folder:
      guard linksLeft > 0 else { return diagnostics.append(.tooManyLinks(path)) }
      linksLeft -= 1
      switch place.reopenedForReading() {
      case .success(let folder): enter(folder, path: path, part)
      case .failure(let error): refuse(path, error.reason)
      }
    default:
      if part.treatment(of: path) != nil { diagnostics.append(.notAFile(path)) }
    }
  }

  private mutating func take(
    _ path: String, _ part: SitePart, _ status: FileStatus?, open: () -> Result<Descriptor, SystemError>
  ) {
    let site = site
    let state = status?.settledState(at: now)
    switch part.treatment(of: path) {
    case .page:
      guard status.map({ $0.size <= SiteReading.largestPage }) ?? true else {
        return diagnostics.append(.tooLarge(path, most: SiteReading.largestPage))
      }
      tree.pages.append(
        PageFile(path: path, state: state) { try site.wholeFile(path, atMost: SiteReading.largestPage) })
    case .text: readText(path, open())
    case .data:
      tree.data.append(
        DataFile(
          path: path, state: state,
          openParts: {
            let file = try site.file(path)
            return FileParts(size: try file.status().size) { try file.bytes(in: $0) }
          }
        ) { try site.file(path).readInChunks($0) })
    case .asset:
      tree.assets.append(
        AssetFile(path: path, state: state) { try site.wholeFile(path, atMost: SiteReading.largestText) })
    case nil: break
    }
  }

  private mutating func readText(_ path: String, _ opened: Result<Descriptor, SystemError>) {
    do throws(FileFailure) {
      let file: Descriptor
      switch opened {
      case .success(let descriptor): file = descriptor
      case .failure(let error): return refuse(path, error.reason)
      }
      let status = try file.status()
      guard status.kind == .file else { return diagnostics.append(.notAFile(path)) }
      guard status.size <= SiteReading.largestText else {
        return diagnostics.append(.tooLarge(path, most: SiteReading.largestText))
      }
      let bytes = try file.readAll(size: status.size, atMost: SiteReading.largestText + 1)
      guard bytes.count <= SiteReading.largestText else {
        return diagnostics.append(.tooLarge(path, most: SiteReading.largestText))
      }
      tree.texts.append(SourceFile(path: path, bytes: bytes))
    } catch {
      refuse(path, error.reason)
    }
  }

  private mutating func refuse(_ path: String, _ reason: String) {
    diagnostics.append(.unreadableFile(path, FileFailure(act: "read", path: path, reason: reason)))
  }
}

extension Diagnostic {
  fileprivate static func badName(_ path: String) -> Diagnostic {
    Diagnostic(
      .error, "bad-file-name", "File name is not plain UTF-8 text", at: .file(path),
      because: "Pages and links are named after files, and such a name cannot be written in a link.",
      suggestion: "rename the file with letters, digits and hyphens")
  }

  fileprivate static func sameName(_ path: String) -> Diagnostic {
    Diagnostic(
      .error, "bad-file-name", "Two files have this name, with accents written in two ways", at: .file(path),
      because: "They look the same and would be the same page.", suggestion: "rename one of them")
  }

  fileprivate static func notAFile(_ path: String) -> Diagnostic {
    Diagnostic(
      .error, "not-a-file", "'\(path)' is a pipe, socket or device, not a file", at: .file(path),
      because: "Reading from it could wait for ever.", suggestion: "put an ordinary file in its place")
  }

  fileprivate static func tooLarge(_ path: String, most: Int) -> Diagnostic {
    Diagnostic(
      .error, "file-too-large", "Text file is larger than \(most >> 20) MiB",
      at: .file(path),
      suggestion: "split it, or keep what it holds as a data file")
  }

  fileprivate static func tooDeep(_ path: String) -> Diagnostic {
    Diagnostic(
      .error, "folder-too-deep", "Folder lies more than \(SiteReading.deepestFolder) folders deep",
      at: .file(path), suggestion: "move it up")
  }
}
