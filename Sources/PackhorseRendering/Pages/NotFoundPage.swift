import PackhorseCore

/// `404.html`: what happened, and the one thing to do.
struct NotFoundPage: PageTemplate {
  let head: PageHead

  static let template = "pages/not-found"
  static let tags = TagTable<NotFoundPage>([
    .url("home") { $0.head.link(to: .home) }
  ])
}
