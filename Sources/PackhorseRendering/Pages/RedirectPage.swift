import PackhorseCore

/// A former address: a page that leads on by itself, and by a link where it does not.
struct RedirectPage: PageTemplate {
  let frame: Frame
  let redirect: Redirect

  static let template = "layouts/redirect"
  static let tags = TagTable<RedirectPage>([
    .text("lang") { $0.frame.publication.settings.language },
    .text("site-title") { $0.frame.text($0.frame.publication.settings.title) },
    .url("target") { $0.target },
    .url("canonical") { page in
      page.frame.publication.settings.url.map { SafeURL(page.redirect.to, on: $0) } ?? page.target
    },
    .flag("is-hidden") { $0.frame.publication.settings.audience == .practice },
    .html("refresh") { $0.refresh },
  ])

  private var target: SafeURL { SafeURL(from: redirect.from, to: redirect.to) }

  private var refresh: HTML {
    var writer = ByteWriter()
    writer.write("<meta http-equiv=\"refresh\" content=\"0; url=")
    writer.write(target)
    writer.write("\">")
    return writer.html
  }
}
