import PackhorseCore

/// The way back up: home, then the pages above this one; nothing on the home page.
func breadcrumbs(_ head: PageHead, words: Words) -> HTML {
  guard head.address != .home else { return .empty }
  var writer = ByteWriter(capacity: 512)
  writer.write("<nav class=\"crumbs\" aria-label=\"")
  writer.write(text: words("page.crumbs"))
  writer.write("\">\n<ol>\n")
  for crumb in [Crumb(title: words("page.nav.home"), address: .home)] + head.crumbs {
    writer.write("<li>")
    writer.write(link: head.link(to: crumb.address), crumb.title)
    writer.write("</li>\n")
  }
  writer.write("</ol>\n</nav>\n")
  return writer.html
}
