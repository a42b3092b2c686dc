import PackhorseCore

/// A folder of a site that a build reads.
enum SitePart: String, CaseIterable {
  case content, `private`, templates, words

  /// How a file is handed on.
  enum Treatment { case page, text, data, asset }

  var isReadDeep: Bool { self != .private }

  /// Nil where a file of that name, such as an editor's backup, is none of the build's business.
  func treatment(of path: String) -> Treatment? {
    let kind = fileExtension(of: path)
    if isTemporary(name: lastPart(of: path), kind: kind) { return nil }
    return switch (self, kind) {
    case (.templates, _): .text
    case (.content, _) where OwnPath(path)?.isTemplate == true: .text
    case (.content, "md"): .page
    case (.content, "yml"), (.content, "yaml"), (.content, "json"): .text
    case (.words, "yml"), (.words, "yaml"): .text
    case (.content, "csv"), (.private, "csv"): .data
    case (.content, _) where SitePart.assets.contains(kind): .asset
    default: nil
    }
  }

  /// Extensions of files that a page may link to and that are copied then.
  static let assets: Set = ["png", "jpg", "jpeg", "webp", "svg", "pdf", "mp4", "vtt", "mp3"]
}
