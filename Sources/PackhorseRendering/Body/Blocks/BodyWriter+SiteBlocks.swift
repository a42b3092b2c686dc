import PackhorseCore

extension BodyWriter {
  /// A block that shows what the site holds elsewhere.
  ///
  /// Without a site a note says what will stand there.
  mutating func writeFromSite(_ block: Directive) {
    guard let setting else { return writeNote("block.unbuilt", ["block": HTML(text: block.name.rawValue)]) }
    let publication = setting.publication
    let address = setting.page.address
    switch block.name {
    case .groups:
      let chosen = groups(of: block["activity"], on: block["day"], in: publication)
      html.out.write(renderGroups(chosen, at: address, in: publication, date: setting.date))
    case .criteria:
      let wanted = Address("criteria/\(block["name"] ?? "").html")
      guard let criteria = publication.criteria.first(where: { $0.address == wanted }) else { return }
      criteriaCount += 1
      html.out.write(renderCriteria(criteria, at: address, in: publication, part: criteriaCount))
    case .story: writeStory(Address("stories/\(block["name"] ?? "").html"), in: setting)
    case .prescribingBesideReferral: writePrescribingBesideReferral(block, in: setting)
    default: writeFigures(block, in: setting)
    }
  }

  /// Where to read a story, and whose it is.
  ///
  /// One that may not be shown any more leaves its place and nothing else.
  private mutating func writeStory(_ address: Address, in setting: PageSetting) {
    let here = setting.page.address
    let story = setting.publication.pages.first { $0.kind == .story && $0.address == address }
    guard story != nil || setting.publication.tombstones.contains(address) else { return }
    html.out.write("<aside class=\"story-card\" role=\"note\">\n<p class=\"story-title\"><a href=\"")
    html.out.write(text: here.href(to: address))
    html.out.write("\">")
    if let story {
      html.out.write(plain: story.source.frontMatter.title, localWords: localWords)
    } else {
      html.out.write(words, "block.story.gone")
    }
    html.out.write("</a></p>\n")
    if let story {
      writeParagraph(
        "<p class=\"story-summary\">",
        renderPlainText(story.source.frontMatter.summary, localWords: localWords))
      let provenance = story.provenance.map { renderProvenance($0, words: words) } ?? .empty
      writeParagraph("<p class=\"provenance\">", provenance)
    }
    html.out.write("</aside>\n")
  }

  private mutating func writeParagraph(_ opening: StaticString, _ content: HTML) {
    guard !content.isEmpty else { return }
    html.out.write(opening)
    html.out.write(content)
    html.out.write("</p>\n")
  }

  /// A sentence that stands in for what cannot be shown.
  mutating func writeNote(_ key: String, _ places: KeyValuePairs<String, HTML> = [:]) {
    html.out.write("<p class=\"empty\">")
    html.out.write(words, key, places)
    html.out.write("</p>\n")
  }
}
