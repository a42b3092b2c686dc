import Foundation
import PackhorseCore

/// The catalogue of this package, read as the nested mapping of plain and quoted scalars that it is.
enum Catalogue {
  static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()

  static let forms: [String: String] = {
    let text = (try? String(contentsOf: root.appending(path: "words/en.yml"), encoding: .utf8)) ?? ""
    var forms: [String: String] = [:]
    var path: [(indent: Int, key: String)] = []
    for line in text.split(separator: "\n") {
      let indent = line.prefix { $0 == " " }.count
      let content = line.dropFirst(indent)
      guard let colon = content.firstIndex(of: ":"), !content.hasPrefix("#") else { continue }
      path.removeAll { $0.indent >= indent }
      path.append((indent, String(content[..<colon])))
      let value = content[content.index(after: colon)...].drop { $0 == " " }
      guard !value.isEmpty, value != "{}" else { continue }
      forms[path.map(\.key).joined(separator: ".")] =
        value.hasPrefix("\"") ? String(value.dropFirst().dropLast()) : String(value)
    }
    return forms
  }()

  static let words = Words(forms)
}
