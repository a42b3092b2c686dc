import Foundation
package import PackhorseCore

/// The catalogue as it ships, read the simple way: nested keys, one value a line.
package let catalogue: Words = {
  let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()
  let text = (try? String(contentsOf: root.appending(path: "words/en.yml"), encoding: .utf8)) ?? ""
  var forms: [String: String] = [:]
  var path: [String] = []
  for line in text.split(separator: "\n") {
    let entry = line.drop { $0 == " " }
    guard !entry.hasPrefix("#"), let colon = entry.firstIndex(of: ":") else { continue }
    path = Array(path.prefix((line.count - entry.count) / 2)) + [String(entry[..<colon])]
    let value = entry[entry.index(after: colon)...].drop { $0 == " " }
    guard !value.isEmpty else { continue }
    forms[path.joined(separator: ".")] =
      value.hasPrefix("\"") ? String(value.dropFirst().dropLast()) : String(value)
  }
  return Words(forms)
}()
