import PackhorseCore

/// What a page tells the layout about itself.
struct PageHead: Sendable {
  var address: Address
  /// Without the site's title.
  var title: String
  var description: String
  /// The kind of page, as a class for the style sheet.
  var kind: String
  /// Where it differs from the site's.
  var language: String?
  /// The pages above this one, outermost first; home is added by the layout.
  var crumbs: [Crumb] = []
  /// False for pages that nobody should find by searching: a missing page, a withdrawn story.
  var isForSearch = true
  /// When it was last reviewed.
  var reviewed: CalendarDate?

  /// What leads from this page to the site's root.
  var rootPrefix: String { address.rootPrefix }

  func link(to other: Address) -> SafeURL { SafeURL(from: address, to: other) }
}

/// A page above this one.
struct Crumb: Sendable {
  var title: String
  var address: Address
}
