import Foundation

/// A passage of Tests/Fixtures/style/passages.txt with the rules that it breaks.
struct LabelledPassage {
  var number: String
  /// The file that it stands for, with what goes before and behind it.
  var path: String
  var text: String
  var labels: Set<String>

  static let all: [LabelledPassage] = {
    let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .appendingPathComponent("Fixtures/style/passages.txt")
    let text = (try? String(contentsOf: file, encoding: .utf8)) ?? ""
    return text.components(separatedBy: "\n@ ").dropFirst().compactMap(LabelledPassage.init)
  }()

  /// `001 page: style-latin relabelled`, and the passage below it.
  private init?(_ block: String) {
    let parts = block.split(separator: "\n", maxSplits: 1)
    let head = parts[0].split(whereSeparator: { $0 == " " || $0 == ":" }).map(String.init)
    guard head.count > 2, parts.count == 2 else { return nil }
    let body = parts[1].trimmingCharacters(in: .newlines)
    number = head[0]
    labels = Set(head[2...].filter { $0.hasPrefix("style-") })
    switch head[1] {
    case "story":
      (path, text) = ("content/stories/a.md", "---\ntitle: Rain\nsummary: Rain.\n---\n\n\(body)\n")
    case "title": (path, text) = ("content/modules/a/b.md", "---\ntitle: \(body)\n---\n\nAsk.\n")
    default: (path, text) = ("content/modules/a/b.md", "---\ntitle: Asking\n---\n\n\(body)\n")
    }
  }
}
