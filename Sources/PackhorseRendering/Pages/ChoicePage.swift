import PackhorseCore

/// What stands at the address of a page that each of several practices has for itself: the practices to choose from.
struct ChoicePage: PageTemplate {
  let frame: Frame
  let head: PageHead
  /// What the folder holds besides, where the page introduces one.
  let others: [ListingEntry]

  static let template = "pages/choice"
  static let tags = TagTable<ChoicePage>([
    .text("title") { $0.head.title },
    .text("summary") { $0.head.description.isEmpty ? nil : $0.head.description },
    .html("practices") { $0.frame.practiceList(from: $0.head.address, to: $0.head.address) },
    .html("listing") { listing($0.others, from: $0.head.address, level: 2) },
  ])
}
