package import PackhorseCore
import PackhorseLoading

/// The pages that stand in for others when a story is withdrawn at once.
///
/// The site's own words and language are used as far as they can be read: a withdrawal must not wait for a site that
/// builds.
package func standInPages(_ texts: [SourceFile]) async -> StandInPages {
  let wanted = texts.filter { $0.path == "content/site.yml" || $0.path.hasPrefix("words/") }
  let site = await load(FileTree(texts: wanted), theme: themeFiles, jobs: 1).value
  func made(_ kind: String) -> [UInt8] { page(kind, words: site.words, language: site.settings.language) }
  return StandInPages(withdrawn: made("withdrawn"), rebuilding: made("rebuilding"))
}

/// One page that needs nothing beside itself: no style sheet or script that might be gone as well.
private func page(_ kind: String, words: Words, language: String) -> [UInt8] {
  var page = ByteWriter()
  page.write("<!doctype html>\n<html lang=\"")
  page.write(text: language)
  page.write("\">\n<head>\n<meta charset=\"utf-8\">\n")
  page.write(lonePageHead)
  page.write("<title>")
  page.write(text: words("stand-in.\(kind)-title"))
  page.write("</title>\n</head>\n<body>\n<main>\n<h1>")
  page.write(text: words("stand-in.\(kind)-title"))
  page.write("</h1>\n<p>")
  page.write(text: words("stand-in.\(kind)-text"))
  page.write("</p>\n</main>\n</body>\n</html>\n")
  return page.bytes
}

/// The head of a page that stands alone.
let lonePageHead: StaticString = """
  <meta name="viewport" content="width=device-width, initial-scale=1">
  <meta name="robots" content="noindex">
  <style>
  body { font: 1.125rem/1.5 system-ui, sans-serif; max-width: 35rem; margin: 3rem auto; padding: 0 1rem;
    color-scheme: light dark }
  </style>

  """
