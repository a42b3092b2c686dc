import PackhorseCore

extension BodyWriter {
  /// A sheet for a wall: the message, a code to scan, and who to talk to.
  mutating func writePoster(_ block: Directive, _ content: Range<Int>) {
    let size = block["size"].flatMap(Poster.Size.init) ?? .a4
    html.out.write("<section class=\"sheet poster poster-")
    html.out.write(text: size.rawValue)
    html.out.write("\"><div class=\"poster-sheet\">\n<div class=\"poster-message\">\n")
    write(content)
    html.out.write("</div>\n")
    if let target = block["code"] { writeCode(to: target) }
    writePosterContact(for: block["for"].flatMap(Poster.Reader.init) ?? .patients)
    html.out.write("</div></section>\n")
  }

  /// A code to scan for a page of the site, or for an address of the web.
  private mutating func writeCode(to written: String) {
    guard let setting else { return writeNote("block.unbuilt", ["block": HTML(text: written)]) }
    let publication = setting.publication
    switch setting.page.bindings.links[written] {
    case .external(let url):
      html.out.write(codeTo: url, title: shownURL(url), words: words)
    case .site(let address, let fragment):
      let own = setting.page.address.nearest(address)
      let url = publication.settings.url.map { $0 + Address("").href(to: own, fragment: fragment) }
      html.out.write(codeTo: url, title: publication.title(at: address), words: words)
    case nil: break
    }
  }

  /// The link worker as a waiting room may know them; how staff reach them stands on their page alone.
  private mutating func writePosterContact(for reader: Poster.Reader) {
    guard let practice = setting?.publication.practice else { return }
    let worker = practice.linkWorker
    html.out.write("<footer class=\"poster-contact\">\n")
    writeLine(worker.name, "block.poster.worker")
    writeLine(worker.days.isEmpty ? "" : words.joined(worker.days), "block.poster.days")
    writeLine(worker.room ?? "", "block.poster.room")
    switch reader {
    case .staff: writeLine(worker.contact ?? "", "block.poster.contact")
    case .patients: writeLine(practice.phone ?? "", "block.poster.phone")
    }
    html.out.write("<p class=\"poster-note\">")
    html.out.write(words, "block.poster.note.\(reader.rawValue)")
    html.out.write("</p>\n</footer>\n")
  }

  private mutating func writeLine(_ text: String, _ key: String) {
    guard !text.isEmpty else { return }
    html.out.write("<p>")
    html.out.write(
      words, key,
      [
        "text": renderPlainText(text, localWords: localWords), "link-worker": HTML(text: linkWorkerWord),
      ])
    html.out.write("</p>\n")
  }
}
