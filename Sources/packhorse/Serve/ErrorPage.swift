import PackhorseCore

/// What every address shows as long as no build was good: what is wrong.
func errorPage(_ problems: Problems) -> [UInt8] {
  var page = ByteWriter()
  page.write(
    """
    <!doctype html>
    <html lang="en">
    <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'self'">
    <meta name="color-scheme" content="light dark">
    <title>
    """)
  page.write(text: problems.heading)
  page.write("</title>\n<link rel=\"stylesheet\" href=\"/")
  page.write(text: PreviewFiles.style)
  page.write("\">\n</head>\n<body>\n<main class=\"problems\">\n<h1>")
  page.write(text: problems.heading)
  page.write("</h1>\n<p>The site is shown here once this is put right.</p>\n")
  page.write("<div class=\"text\" role=\"region\" aria-label=\"Errors\" tabindex=\"0\">\n")
  page.writeReady(problems.html[...])
  page.write("</div>\n</main>\n</body>\n</html>\n")
  return page.bytes
}
