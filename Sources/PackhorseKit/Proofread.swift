package import PackhorseCore
import PackhorseLinting
import PackhorseLoading
import PackhorseParsing

/// Holds the prose of a site to the rules of style, in the severity that the site gives them.
///
/// The findings come in the order of the files, and within each in none. Each file is read and parsed anew: the trees that a build keeps know no places. A build does without all this.
package func proofread(_ tree: FileTree, of built: BuiltSite, jobs: Int) async -> [Diagnostic] {
  let style = HouseStyle(of: built.publication)
  let files = tree.proseFiles
  let found = await concurrentMap(files, jobs: jobs) { file in
    file().map { style.findings(in: $0).map(\.diagnostic) } ?? []
  }
  return found.flatMap(\.self)
}

/// A file whose text was mended.
package struct MendedFile: Sendable {
  package var path: String
  package var before: [UInt8]
  package var after: [UInt8]
  /// How often each rule was seen to, by its id.
  package var fixes: [String: Int]
}

/// The files of a site with all mended that rules can mend without asking.
///
/// Stories are left to their tellers, and nothing beside the data is touched.
package func mendStyle(of tree: FileTree, of built: BuiltSite, jobs: Int) async -> [MendedFile] {
  let style = HouseStyle(of: built.publication)
  let files = await concurrentMap(tree.proseFiles, jobs: jobs) { file in
    file().flatMap { $0.path.hasPrefix("content/data/") ? nil : style.mended($0) }
  }
  return files.compactMap(\.self)
}

extension FileTree {
  /// The files that may hold prose, each with the way to its bytes; nil where the disk refuses, which loading reports.
  fileprivate var proseFiles: [@Sendable () -> SourceFile?] {
    let pages = pages.map { page -> @Sendable () -> SourceFile? in
      { (try? page.read()).map { SourceFile(path: page.path, bytes: $0) } }
    }
    let settings = texts.filter { $0.path.hasPrefix("content/") || $0.path.hasPrefix("words/") }
    return pages + settings.map { file -> @Sendable () -> SourceFile? in { file } }
  }
}

/// The rules as a site has set them.
struct HouseStyle: Sendable {
  private let levels: [String: Located<Diagnostic.Severity>]
  private let allowsHTML: Bool
  private let glossary: Set<String>

  init(of publication: Publication) {
    levels = publication.settings.diagnosticLevels
    allowsHTML = publication.settings.allowsHTML
    let texts = publication.glossary.flatMap { [$0.term] + $0.also }
    let words = texts.flatMap { $0.split { !($0.isLetter || $0.isNumber) }.map(String.init) }
    glossary = Set(words.map { $0.hasSuffix("s") ? String($0.dropLast()) : $0 })
  }

  /// What is said of a file.
  func findings(in file: SourceFile) -> [StyleFinding] {
    guard var manuscript = readManuscript(file) else { return [] }
    if let body = manuscript.body {
      let options = BodyOptions(path: file.path, firstLine: body.line, allowsHTML: allowsHTML)
      manuscript.document = parseBody(file.bytes[body.offset...], options: options).value
    }
    return lint(manuscript, glossary: glossary).map { finding in
      guard let level = levels[finding.diagnostic.id] else { return finding }
      var changed = finding
      changed.diagnostic.severity = level.value
      return changed
    }
  }

  /// A file with everything mended that is safe to mend; nil where nothing is.
  func mended(_ file: SourceFile) -> MendedFile? {
    var (bytes, found) = (file.bytes, findings(in: file))
    var fixes: [String: Int] = [:]
    while let round = nextRound(bytes, found, path: file.path) {
      for finding in round.made { fixes[finding.diagnostic.id, default: 0] += 1 }
      (bytes, found) = (round.bytes, round.found)
    }
    return fixes.isEmpty
      ? nil : MendedFile(path: file.path, before: file.bytes, after: bytes, fixes: fixes)
  }

  private typealias Round = (bytes: [UInt8], found: [StyleFinding], made: [StyleFinding])

  /// All fixes at once, or the first half, quarter and so on that does no harm: a longer word can make a sentence too long.
  private func nextRound(_ bytes: [UInt8], _ found: [StyleFinding], path: String) -> Round? {
    let fixable = found.filter { $0.fix != nil && $0.diagnostic.severity > .note }
    guard !fixable.isEmpty else { return nil }
    var size = fixable.count
    while size > 0 {
      for start in stride(from: 0, to: fixable.count, by: size) {
        let made = Array(fixable[start..<min(start + size, fixable.count)])
        let next = PackhorseLinting.mended(bytes, by: made)
        let after = findings(in: SourceFile(path: path, bytes: next))
        if isBetter(after, than: found) { return (next, after, made) }
      }
      size /= 2
    }
    return nil
  }

  /// True where less is wrong, and nothing more of any kind.
  private func isBetter(_ after: [StyleFinding], than before: [StyleFinding]) -> Bool {
    var left: [String: Int] = [:]
    for finding in before { left[finding.diagnostic.id, default: 0] += 1 }
    for finding in after { left[finding.diagnostic.id, default: 0] -= 1 }
    return after.count < before.count && left.values.allSatisfy { $0 >= 0 }
  }
}
