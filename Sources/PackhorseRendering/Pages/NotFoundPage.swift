import PackhorseCore

/// `404.html`: what happened, and the one thing to do.
///
/// A server shows it at any address, where no relative link would lead anywhere: it has no menu, and its one link is the
/// site's public address where that is known.
struct NotFoundPage: PageTemplate {
  let frame: Frame

  static let template = "layouts/not-found"
  static let tags = TagTable<NotFoundPage>(
    [
      .text("lang") { $0.frame.publication.settings.language },
      .text("site-title") { $0.frame.text($0.frame.publication.settings.title) },
      .flag("is-sample") { $0.frame.publication.settings.isSample },
      .flag("is-private") { $0.frame.publication.settings.audience == .practice },
      .url("style-sheet") { _ in SafeURL(from: .notFound, to: .styleSheet) },
      .url("icon") { _ in SafeURL(from: .notFound, to: .icon) },
      .url("home") { page in
        page.frame.publication.settings.url.map { SafeURL(.home, on: $0) }
          ?? SafeURL(from: .notFound, to: .home)
      },
    ], required: ["is-sample", "is-private"])
}
