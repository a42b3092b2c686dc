import PackhorseCore

extension BodyWriter {
  /// A film of the site with its captions, loaded only when it is played, and the transcript below it.
  mutating func writeVideo(_ block: Directive, _ transcript: Range<Int>) {
    html.out.write("<figure class=\"video\">\n")
    let title = renderPlainText(block["title"] ?? "", localWords: localWords)
    let film = Array((block["src"] ?? "").utf8)[...]
    if let source = mediaSource(film) {
      html.out.write("<video controls preload=\"none\" src=\"")
      html.out.write(href: source)
      html.out.write("\" aria-label=\"")
      html.out.write(title)
      html.out.write("\">\n")
      writeCaptions(block)
      html.out.write("</video>\n")
    } else if isWebURL(film) {
      html.out.write("<p>")
      html.out.writeLink(to: film, text: words("block.video.elsewhere"))
      html.out.write("</p>\n")
    }
    html.out.write("<figcaption>")
    writeTitleText(block, otherwise: "block.video.title")
    html.out.write("</figcaption>\n")
    writeTranscript(transcript)
    html.out.write("</figure>\n")
  }

  private mutating func writeCaptions(_ block: Directive) {
    guard let source = block["captions"].flatMap({ mediaSource(Array($0.utf8)[...]) }) else { return }
    html.out.write("<track kind=\"captions\" src=\"")
    html.out.write(href: source)
    if let setting {
      html.out.write("\" srclang=\"")
      html.out.write(text: setting.page.source.frontMatter.language ?? setting.publication.settings.language)
    }
    html.out.write("\" label=\"")
    html.out.write(words, "block.video.captions")
    html.out.write("\" default>\n")
  }

  private mutating func writeTranscript(_ transcript: Range<Int>) {
    guard !transcript.isEmpty else { return }
    html.out.write("<details class=\"transcript\">\n<summary>")
    html.out.write(words, "block.video.transcript")
    html.out.write("</summary>\n")
    write(transcript)
    html.out.write("</details>\n")
  }
}
