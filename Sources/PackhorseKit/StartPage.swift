import PackhorseCore

/// The page at the top of an archive: it leads to the site, and says what to do where that does not work.
///
/// Whoever opens it inside the zip file has it alone, so it needs nothing beside itself.
func startPage(of publication: Publication, title: String) -> [UInt8] {
  let words = publication.words
  var page = ByteWriter(capacity: 2048)
  page.write("<!doctype html>\n<html lang=\"")
  page.write(text: publication.settings.language)
  page.write("\">\n<head>\n<meta charset=\"utf-8\">\n")
  page.write(lonePageHead)
  page.write("<title>")
  page.write(text: title)
  page.write("</title>\n</head>\n<body>\n<main>\n<h1>")
  page.write(text: title)
  page.write("</h1>\n")
  page.writeParagraphs([
    publication.practice.name, publication.settings.isSample ? words("page.sample") : "",
    publication.settings.audience == .practice ? words("page.private") : "",
  ])
  page.write("<p><a href=\"site/index.html\">")
  page.write(text: words("export.open"))
  page.write("</a></p>\n")
  page.writeParagraphs([words("export.extract"), words("export.copies")])
  page.write("</main>\n</body>\n</html>\n")
  return page.bytes
}

extension ByteWriter {
  fileprivate mutating func writeParagraphs(_ texts: [String]) {
    for text in texts where !text.isEmpty {
      write("<p>")
      write(text: text)
      write("</p>\n")
    }
  }
}
