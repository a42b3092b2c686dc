import PackhorseCore

extension BodyWriter {
  /// A link where its destination leads somewhere; resolving has reported one that does not, and its text stays.
  mutating func enterLink(_ index: Int, _ destination: Document.Text, title: Document.Text) {
    guard index >= linkEnd, let target = target(of: document[destination]) else { return }
    linkEnd = document.nodes[index].end
    html.openLink(href: target, title: document.title(title))
  }

  /// Closes a link that was opened: the one that ends where `linkEnd` says.
  mutating func leaveLink(_ index: Int) {
    guard linkEnd == document.nodes[index].end else { return }
    html.out.write("</a>")
    linkEnd = 0
  }

  /// A picture of the site.
  ///
  /// One from elsewhere is never loaded: it becomes a link; one that leads nowhere is its text.
  mutating func writeImage(_ index: Int, _ destination: Document.Text, title: Document.Text) {
    let alternative = text(in: index + 1..<document.nodes[index].end)
    if let source = mediaSource(document[destination]) {
      html.out.write("<img src=\"")
      html.out.write(href: source)
      html.out.write("\" alt=\"")
      html.out.write(alternative)
      if let title = document.title(title) {
        html.out.write("\" title=\"")
        html.out.write(text: title)
      }
      html.out.write("\" loading=\"lazy\">")
    } else if index >= linkEnd, isOutsideURL(document[destination]) {
      html.openLink(href: document[destination], title: document.title(title))
      html.out.write(alternative)
      html.out.write("</a>")
    } else {
      html.out.write(alternative)
    }
  }

  /// The place of a picture, a film or its captions, if it is one of the site's own files.
  func mediaSource(_ written: ArraySlice<UInt8>) -> ArraySlice<UInt8>? {
    guard let setting else { return isRelativeURL(written) ? written : nil }
    let name = String(decoding: written, as: UTF8.self)
    let here = setting.page.address
    if let address = setting.page.bindings.images[name] { return here.link(to: address)[...] }
    if case .site(let address, _) = setting.page.bindings.links[name] {
      return here.link(to: address)[...]
    }
    return nil
  }

  private func target(of destination: ArraySlice<UInt8>) -> ArraySlice<UInt8>? {
    guard let setting else {
      return isOutsideURL(destination) || isRelativeURL(destination) ? destination : nil
    }
    switch setting.page.bindings.links[String(decoding: destination, as: UTF8.self)] {
    case .site(let address, let fragment):
      return setting.page.address.link(to: address, fragment: fragment)[...]
    case .external(let url):
      let bytes = Array(url.utf8)[...]
      return isOutsideURL(bytes) ? bytes : nil
    case nil: return nil
    }
  }
}
