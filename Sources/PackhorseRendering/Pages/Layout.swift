import PackhorseCore

/// What stands around every page: head, menu, breadcrumbs, footer.
struct Layout: PageTemplate {
  let frame: Frame
  let head: PageHead
  let main: HTML

  static let template = "layouts/page"
  static let tags = TagTable<Layout>(
    [
      .text("lang") { $0.head.language ?? $0.settings.language },
      .text("kind") { $0.head.kind },
      .text("title") { $0.head.title },
      .text("description") { $0.head.description.isEmpty ? nil : $0.head.description },
      .text("site-title") { $0.siteTitle },
      .flag("has-own-title") { $0.head.title != $0.siteTitle },
      .text("practice") { $0.practiceName },
      .text("practice-address") { $0.practiceAddress },
      .text("practice-phone") { $0.frame.publication.practice.phone },
      // In a site of one practice the statement that every page leads to says it. A telephone number stands above it.
      .text("whom-to-tell") { page in
        page.frame.home.map { page.frame.words("page.checked.tell.named", ["practice": $0.practice.name]) }
      },
      .text("licence") { $0.settings.licence.isEmpty ? nil : $0.settings.licence },
      .flag("is-sample") { $0.settings.isSample },
      .flag("is-private") { $0.settings.audience == .practice },
      .flag("is-hidden") { !$0.head.isForSearch || $0.settings.audience == .practice },
      .url("canonical") { layout in
        layout.head.isForSearch ? layout.settings.url.map { SafeURL(layout.head.address, on: $0) } : nil
      },
      .url("home") { $0.link(.home) },
      .url("style-sheet") { $0.link(.styleSheet) },
      .url("script") { $0.hasScript ? $0.link(.script) : nil },
      .url("training-style-sheet") { $0.head.isInteractive ? $0.link(.trainingStyleSheet) : nil },
      .url("paper-style-sheet") { $0.head.hasPaper ? $0.link(.paperStyleSheet) : nil },
      .flag("has-entries") { $0.head.isInteractive },
      .flag("is-kept-offline") { $0.frame.isKeptOffline },
      .text("root") { $0.head.rootPrefix.isEmpty ? "./" : $0.head.rootPrefix },
      .url("search") { $0.hasSearch ? $0.link(.search) : nil },
      .text("site-id") { $0.settings.name },
      .text("page-path") { $0.head.address.path },
      .text("storage") { $0.settings.storage.rawValue },
      .flag("may-keep") { $0.settings.storage == .device },
      .url("icon") { $0.link(.icon) },
      .url("feed") { $0.settings.url == nil ? nil : $0.link(.atomFeed) },
      .url("json-feed") { $0.settings.url == nil ? nil : $0.link(.jsonFeed) },
      .url("checked") { $0.link(.checked) },
      .url("coverage") { $0.frame.hasCoverage ? $0.link(.coverage) : nil },
      .url("glossary") { $0.frame.publication.glossary.isEmpty ? nil : $0.link(.glossary) },
      .html("navigation") { $0.frame.navigation.html(for: $0.head) },
      .html("breadcrumbs") { breadcrumbs($0.head, in: $0.frame) },
      .html("main") { $0.main },
    ], required: ["is-sample", "is-private", "checked", "main"])

  private var settings: SiteSettings { frame.publication.settings }
  private var siteTitle: String { frame.text(settings.title) }
  private var practiceName: String? {
    let name = frame.publication.practice.name
    return name.isEmpty ? nil : name
  }

  private var practiceAddress: String? {
    let lines = frame.publication.practice.address
    return lines.isEmpty ? nil : lines.joined(separator: frame.words("page.join.comma"))
  }

  private var hasSearch: Bool { frame.publication.settings.isSearched && head.address != .search }
  private var hasScript: Bool { head.hasScript || frame.isKeptOffline }

  private func link(_ address: Address) -> SafeURL { head.link(to: address) }
}
