import PackhorseCore

/// The way back up: home, then the pages above this one; nothing on the home page.
///
/// Above the home page of one of several practices stands that of all.
func breadcrumbs(_ head: PageHead, in frame: Frame) -> HTML {
  let words = frame.words
  var crumbs = head.crumbs
  if head.address.withoutFolder != .home {
    crumbs.insert(Crumb(title: frame.home?.practice.name ?? words("page.nav.home"), address: .home), at: 0)
  }
  if frame.home != nil { crumbs.insert(Crumb(title: words("page.nav.network"), address: .network), at: 0) }
  guard !crumbs.isEmpty else { return .empty }
  var writer = ByteWriter(capacity: 512)
  writer.write("<nav class=\"crumbs\" aria-label=\"")
  writer.write(text: words("page.crumbs"))
  writer.write("\">\n<ol>\n")
  for crumb in crumbs {
    writer.write("<li>")
    writer.writeLink(from: head.address, to: crumb.address, crumb.title)
    writer.write("</li>\n")
  }
  writer.write("</ol>\n</nav>\n")
  return writer.html
}
