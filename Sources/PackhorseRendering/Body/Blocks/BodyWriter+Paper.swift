import PackhorseCore

/// Blocks that are made for paper: forms, and what is copied into the clinical system.
extension BodyWriter {
  /// A form on one sheet, with the safety net of the criteria that it names.
  mutating func writeForm(_ block: Directive) {
    guard let form = PaperForm(rawValue: block["name"] ?? "") else { return }
    let key = "block.form.\(form.rawValue)"
    html.out.write("<section class=\"sheet paper-form\">\n<p class=\"block-title\">")
    html.out.write(words, "\(key).title", ["link-worker": HTML(text: linkWorkerWord)])
    html.out.write("</p>\n<p class=\"form-note\">")
    html.out.write(words, "block.form.own")
    html.out.write("</p>\n")
    writeSafetyNet(ofCriteria: block["criteria"])
    html.out.write("<ol class=\"form-parts\">\n")
    for part in form.parts { writePart("\(key).\(part.key)", part.asks) }
    html.out.write("</ol>\n</section>\n")
  }

  var linkWorkerWord: String { localWord("link-worker", in: localWords) ?? "" }

  private mutating func writePart(_ key: String, _ asks: PaperForm.Asks) {
    html.out.write("<li><p class=\"part-title\">")
    html.out.write(words, "\(key).title")
    html.out.write("</p>\n")
    switch asks {
    case .lines: writeItems("\(key).lines", "<ul class=\"lines\">\n", "<li>")
    case .ticks: writeItems("\(key).ticks", "<ul class=\"ticks\">\n", "<li><span class=\"box\"></span> ")
    case .room(let rows):
      for _ in 0..<rows { html.out.write("<div class=\"room\"></div>\n") }
    }
    html.out.write("</li>\n")
  }

  private mutating func writeItems(_ key: String, _ list: StaticString, _ item: StaticString) {
    html.out.write(list)
    for text in words.list(key) {
      html.out.write(item)
      html.out.write(text: text)
      html.out.write("</li>\n")
    }
    html.out.write("</ul>\n")
  }

  /// What always stands with something that leads to a referral.
  mutating func writeSafetyNet(ofCriteria name: String?) {
    let address = Address("criteria/\(name ?? "").html")
    let criteria = setting?.publication.criteria.first { $0.address == address }
    guard let criteria else { return writeNote("block.unbuilt", ["block": HTML(text: "safety-net")]) }
    html.out.write(renderSafetyNet(criteria.source.safetyNet, words: words, localWords: localWords))
  }

  /// Text to copy into the clinical system; the script adds a button that does it.
  mutating func writeCopyText(_ block: Directive, _ content: Range<Int>) {
    html.out.write("<section class=\"copy-text\" data-copy>\n")
    writeBlockTitle(block, otherwise: "block.copy-text.title")
    write(content)
    html.out.write("</section>\n")
  }

  /// Groups that may not be there for long.
  mutating func writeFragileGroups() {
    guard let setting else {
      return writeNote("block.unbuilt", ["block": HTML(text: DirectiveName.fragileGroups.rawValue)])
    }
    html.out.write(
      renderFragileGroups(in: setting.publication, at: setting.page.address, date: setting.date))
  }

  /// The codes that the practice records a referral with, as its settings have them.
  mutating func writeCodes() {
    let codes = setting?.publication.settings.codes ?? []
    guard !codes.isEmpty else { return writeNote("block.codes.none") }
    html.out.write("<section class=\"codes\">\n<p class=\"block-title\">")
    html.out.write(words, "block.codes.title")
    html.out.write("</p>\n<dl>\n")
    for code in codes {
      html.out.write("<div><dt>")
      html.out.write(text: code.term)
      html.out.write("</dt><dd><code>")
      html.out.write(text: code.code)
      html.out.write("</code> ")
      html.out.write(plain: code.use, localWords: localWords)
      html.out.write("</dd></div>\n")
    }
    html.out.write("</dl>\n<p class=\"form-note\">")
    html.out.write(words, "block.codes.check")
    html.out.write("</p>\n</section>\n")
  }
}
