import PackhorseCore
import PackhorseLoading
import PackhorseParsing

@testable import PackhorseLinting

/// Reads and parses a file as a check of a site does, and holds it to the rules.
enum Proofreader {
  static func findings(in text: String, at path: String, glossary: Set<String> = []) -> [StyleFinding] {
    findings(in: Array(text.utf8), at: path, glossary: glossary)
  }

  static func findings(in bytes: [UInt8], at path: String, glossary: Set<String> = []) -> [StyleFinding] {
    guard var manuscript = readManuscript(SourceFile(path: path, bytes: bytes)) else { return [] }
    if let body = manuscript.body {
      let options = BodyOptions(path: path, firstLine: body.line)
      manuscript.document = parseBody(bytes[body.offset...], options: options).value
    }
    return lint(manuscript, glossary: glossary)
  }

  /// A file mended again and again: of two fixes that touch, the second is made in the next round.
  static func mendedThrough(_ bytes: [UInt8], at path: String) -> [UInt8] {
    var bytes = bytes
    for _ in 0..<5 { bytes = mended(bytes, by: findings(in: bytes, at: path)) }
    return bytes
  }

  /// The findings of a module's text, in the order of their places.
  static func findings(inBody body: String) -> [StyleFinding] {
    findings(in: "---\ntitle: Asking\n---\n\(body)\n", at: "content/modules/a/b.md").sorted {
      ($0.diagnostic.span?.start ?? origin) < ($1.diagnostic.span?.start ?? origin)
    }
  }

  static func ids(inBody body: String) -> [String] { findings(inBody: body).map(\.diagnostic.id) }

  private static let origin = SourcePosition(line: 0, column: 0)
}
