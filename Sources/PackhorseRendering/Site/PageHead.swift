import PackhorseCore

/// What a page tells the layout about itself; a class, because every tag of the layout asks for it.
final class PageHead: Sendable {
  let address: Address
  /// Without the site's title.
  let title: String
  let description: String
  /// The kind of page, as a class for the style sheet.
  let kind: String
  /// Where it differs from the site's.
  let language: String?
  /// The pages above this one, outermost first; home is added by the layout.
  let crumbs: [Crumb]
  /// False for pages that nobody should find by searching: a missing page, a withdrawn story.
  let isForSearch: Bool
  /// True for pages on which a reader enters something or sees what they entered.
  let isInteractive: Bool
  /// True for pages with blocks that are made for paper, or with text to copy.
  let hasPaper: Bool
  /// True for pages that carry the script.
  let hasScript: Bool
  /// When it was last reviewed.
  let reviewed: CalendarDate?

  /// `isSheet` is true of pages that are printed as a sheet and have nothing to press.
  init(
    address: Address, title: String, description: String, kind: String, language: String? = nil,
    crumbs: [Crumb] = [], isForSearch: Bool = true,
    isInteractive: Bool = false, hasPaper: Bool = false, isSheet: Bool = false, hasScript: Bool = false,
    reviewed: CalendarDate? = nil
  ) {
    self.address = address
    self.title = title
    self.description = description
    self.kind = kind
    self.language = language
    self.crumbs = crumbs
    self.isForSearch = isForSearch
    self.isInteractive = isInteractive
    self.hasPaper = hasPaper || isSheet
    self.hasScript = hasScript || isInteractive || hasPaper
    self.reviewed = reviewed
  }

  /// What leads from this page to the site's root.
  var rootPrefix: String { address.rootPrefix }

  func link(to other: Address) -> SafeURL { SafeURL(from: address, to: other) }
}

/// A page above this one.
struct Crumb: Sendable {
  var title: String
  var address: Address
}
