import PackhorseCore

/// The list of a page's parts, beside or above its text; nothing where there are fewer than three.
///
/// It lists headings of the second level only: a longer list is no longer looked at.
func contentsList(_ parts: [(anchor: String, title: String)], words: Words) -> HTML {
  guard parts.count >= 3 else { return .empty }
  var writer = ByteWriter(capacity: 128 * parts.count)
  writer.write(
    "<nav class=\"contents\" aria-labelledby=\"_contents\">\n<p class=\"contents-title\" id=\"_contents\">")
  writer.write(text: words("page.contents"))
  writer.write("</p>\n<ol>\n")
  for part in parts {
    writer.write("<li>")
    writer.writeLink(toFragment: part.anchor, part.title)
    writer.write("</li>\n")
  }
  writer.write("</ol>\n</nav>\n")
  return writer.html
}

func contentsList(_ headings: Headings, words: Words) -> HTML {
  contentsList(headings.filter { $0.level == 2 }.map { ($0.anchor, $0.text) }, words: words)
}
