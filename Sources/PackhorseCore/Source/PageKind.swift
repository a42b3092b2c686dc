/// The kinds of page that are written in Markdown; where a file lies says which it is.
package enum PageKind: String, Sendable, Hashable, CaseIterable {
  /// `content/index.md`
  case home
  /// `content/modules/<section>/index.md`
  case section
  /// `content/modules/<section>/<slug>.md`
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
    let parts = path.split(separator: "/")
    switch (parts.count, parts.dropFirst().first, parts.last) {
    case (2, "index.md", _): self = .home
    case (4, "modules", "index.md"): self = .section
    case (4, "modules", _): self = .module
    case (3, "stories", _): self = .story
    case (3, "evidence", _): self = .evidence
    case (3, "summaries", _): self = .summary
    case (3, "practice", _): self = .practice
    default: return nil
    }
  }
}
