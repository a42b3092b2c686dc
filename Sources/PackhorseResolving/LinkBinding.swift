import PackhorseCore

extension PageBinder {
  mutating func bindLink(_ link: Located<String>) {
    guard bound.bindings.links[link.value] == nil else { return }
    switch LinkPath(link.value, on: page.source.contentPath) {
    case .external(let url): bound.bindings.links[link.value] = .external(url)
    case .unsafe: report(.unsafeLink(link))
    case .outside: report(.linkOutside(link))
    case .fragment(let fragment): bindFragment(fragment, of: link)
    case .site(let path, let fragment): bindPath(path, fragment: fragment, of: link)
    }
  }

  mutating func bindImage(_ image: Located<String>) {
    switch LinkPath(image.value, on: page.source.contentPath) {
    case .site(let path, nil): bound.bindings.images[image.value] = file(path, as: .image, for: image)
    case .external, .unsafe: report(.remoteImage(image))
    case .outside: report(.linkOutside(image))
    case .site, .fragment: report(.unknownFile(image, as: .image, near: nil))
    }
  }

  /// Binds a file that a directive names, such as a film or its captions.
  mutating func bindFile(_ name: Located<String>) {
    switch LinkPath(name.value, on: page.source.contentPath) {
    case .site(let path, nil): bound.bindings.images[name.value] = file(path, as: .file, for: name)
    case .external, .unsafe: report(.remoteImage(name))
    case .outside: report(.linkOutside(name))
    case .site, .fragment: report(.unknownFile(name, as: .file, near: nil))
    }
  }

  private mutating func file(_ path: String, as kind: FileKind, for name: Located<String>) -> Address? {
    guard let place = addresses.places[path], let copied = place.file else {
      let places = addresses.places
      let near = suggestions.nearest(to: path, in: places.filter { $0.value.file != nil }.keys)
      report(.unknownFile(name, as: kind, near: near))
      return nil
    }
    bound.copies.insert(copied)
    return place.address
  }

  private mutating func bindFragment(_ fragment: String, of link: Located<String>) {
    guard let here = addresses.places[page.source.contentPath], let anchors = here.anchors else {
      return
    }
    guard anchors.contains(fragment) else {
      let near = suggestions.nearest(to: fragment, in: anchors.all)
      return report(.unknownAnchor(fragment, at: link, near: near))
    }
    bound.bindings.links[link.value] = .site(here.address, fragment: fragment)
  }

  private mutating func bindPath(_ path: String, fragment: String?, of link: Located<String>) {
    if path.hasPrefix("data/"), path != Address.outcomesData.path, path != Address.groupsData.path {
      return report(.dataLink(link))
    }
    guard let place = addresses.places[path] else {
      let places = addresses.places
      return report(.unknownLink(link, near: suggestions.nearest(to: path, in: places.keys)))
    }
    if let file = place.file { bound.copies.insert(file) }
    let fragment = place.isWithheld ? nil : fragment
    // A practice's page links to the practice's own.
    let isList = place.isList && !(place.address.isOfPractice && page.source.isOfPractice)
    if let fragment, let anchors = place.anchors, isList || !anchors.contains(fragment) {
      let near = isList ? nil : suggestions.nearest(to: fragment, in: anchors.all)
      return report(.unknownAnchor(fragment, at: link, near: near))
    }
    bound.bindings.links[link.value] = .site(place.address, fragment: fragment)
  }
}

/// What a page names a file for.
enum FileKind: String {
  case image, file
}

extension Diagnostic {
  fileprivate static func unknownLink(_ link: Located<String>, near: String?) -> Diagnostic {
    Diagnostic(
      .error, "unknown-link", "Page '\(link.value)' does not exist", at: link.span,
      because: "A reader who follows the link would find nothing.",
      suggestion: near.map { "did you mean '/\($0)'?" })
  }

  fileprivate static func unknownAnchor(
    _ fragment: String, at link: Located<String>, near: String?
  ) -> Diagnostic {
    Diagnostic(
      .error, "unknown-anchor", "Heading '#\(fragment)' does not exist on that page", at: link.span,
      because: "The link would lead to the top of the page instead of the place meant.",
      suggestion: near.map { "did you mean '#\($0)'?" })
  }

  fileprivate static func unknownFile(_ name: Located<String>, as kind: FileKind, near: String?) -> Diagnostic
  {
    Diagnostic(
      .error, kind == .image ? "unknown-image" : "unknown-linked-file",
      "\(kind == .image ? "Image" : "File") '\(name.value)' does not exist",
      at: name.span,
      because:
        "Only files inside content/, outside data/, of kind png, jpg, webp, svg, pdf, mp4, vtt or mp3 are copied.",
      suggestion: near.map { "did you mean '/\($0)'?" })
  }

  fileprivate static func remoteImage(_ image: Located<String>) -> Diagnostic {
    Diagnostic(
      .error, "remote-file", "'\(image.value)' lies outside this site", at: image.span,
      because: "A page that loads it would tell another server who is reading, and would not work offline.",
      suggestion: "save the file beside the page, if its licence allows, and name that copy")
  }

  fileprivate static func unsafeLink(_ link: Located<String>) -> Diagnostic {
    Diagnostic(
      .error, "unsafe-link", "Link with a scheme that is not allowed", at: link.span,
      because: "Links lead to pages of this site or begin with https:, http:, mailto: or tel:.")
  }

  fileprivate static func linkOutside(_ link: Located<String>) -> Diagnostic {
    Diagnostic(
      .error, "link-leaves-site", "Link '\(link.value)' leads out of content/", at: link.span,
      because: "Only what lies in content/ becomes part of the site.")
  }

  fileprivate static func dataLink(_ link: Located<String>) -> Diagnostic {
    Diagnostic(
      .error, "link-to-data", "Data file '\(link.value)' is not part of the site", at: link.span,
      because:
        "Data files hold exact counts and are never copied; published figures are in /data/outcomes.csv.",
      suggestion: "link to '/data/outcomes.csv' or '/outcomes.html'")
  }
}
