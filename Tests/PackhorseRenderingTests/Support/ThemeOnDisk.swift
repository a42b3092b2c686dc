import Foundation
import PackhorseCore
import PackhorseTestSupport

/// The project's own templates and words, read from where they are kept.
enum ThemeOnDisk {
  static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()

  static func text(_ path: String) -> String {
    (try? String(contentsOf: root.appending(path: path), encoding: .utf8)) ?? ""
  }

  static func paths(under folder: String) -> [String] {
    let start = root.appending(path: folder)
    let found = FileManager.default.enumerator(at: start, includingPropertiesForKeys: nil)
    return (found?.compactMap { ($0 as? URL)?.path } ?? []).filter {
      !$0.hasSuffix("/.gitkeep") && $0.contains(".")
    }
    .map { folder + $0.dropFirst(start.path.count) }.filter {
      $0.split(separator: "/").last?.contains(".") == true
    }
    .sorted()
  }

  static let templates: [TemplateSource] = paths(under: "templates").map { path in
    TemplateSource(
      name: String(path.dropFirst("templates/".count)), path: path, bytes: Array(text(path).utf8))
  }

  static let words = Words(flattened(text("words/en.yml")))

  /// Nested keys joined by dots, of the plain YAML that the catalogue is written in.
  private static func flattened(_ yaml: String) -> [String: String] {
    var forms: [String: String] = [:]
    var path: [(indent: Int, key: String)] = []
    for line in yaml.split(separator: "\n") where !line.allSatisfy({ $0 == " " }) {
      let indent = line.prefix { $0 == " " }.count
      let content = line.dropFirst(indent)
      guard !content.hasPrefix("#"), let colon = content.firstIndex(of: ":") else { continue }
      path.removeAll { $0.indent >= indent }
      path.append((indent, String(content[..<colon])))
      var value = content[content.index(after: colon)...].drop { $0 == " " }
      if value.hasPrefix("\""), value.hasSuffix("\"") { value = value.dropFirst().dropLast() }
      if !value.isEmpty, value != "{}" { forms[path.map(\.key).joined(separator: ".")] = String(value) }
    }
    return forms
  }
}
