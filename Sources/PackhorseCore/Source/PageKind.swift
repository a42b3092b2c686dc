/// The kinds of page that are written in Markdown; where a file lies says which it is.
package enum PageKind: String, Sendable, Hashable, CaseIterable {
  /// `content/index.md`
  case home
  /// `content/modules/<section>/index.md`, or the same below `content/practices/<code>/`
  case section
  /// `content/modules/<section>/<slug>.md`, or the same below `content/practices/<code>/`
  case module
  /// `content/stories/<slug>.md`
  case story
  /// `content/evidence/<slug>.md`
  case evidence
  /// `content/summaries/<slug>.md`
  case summary
  /// `content/practice/<slug>.md`
  case practice

  /// The kind of a Markdown file, by its path in the site folder; nil where no page may lie.
  package init?(path: String) {
    if let own = OwnPath(path) {
      guard own.isTraining else { return nil }
      self.init(path: "content/" + own.inside)
      return
    }
    let slashes = path.utf8.count { $0 == UInt8(ascii: "/") }
    func lies(in folder: String) -> Bool { path.hasPrefix("content/" + folder + "/") }
    switch slashes {
    case 1 where path == "content/index.md": self = .home
    case 3 where lies(in: "modules"): self = path.hasSuffix("/index.md") ? .section : .module
    case 2 where lies(in: "stories"): self = .story
    case 2 where lies(in: "evidence"): self = .evidence
    case 2 where lies(in: "summaries"): self = .summary
    case 2 where lies(in: "practice"): self = .practice
    default: return nil
    }
  }
}
