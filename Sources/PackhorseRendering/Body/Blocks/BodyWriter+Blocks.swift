import PackhorseCore

extension BodyWriter {
  /// Writes a block with all that is in it.
  ///
  /// True where it nests too deep: then its content follows as plain text.
  mutating func enterBlock(_ block: Directive, at index: Int) -> Bool {
    guard blockDepth < Self.deepestBlock else { return true }
    blockDepth += 1
    html.startLine()
    let content = index + 1..<document.nodes[index].end
    switch block.name {
    case .callout: writeCallout(block, content)
    case .doDont: writeTwoLists(content, .doDont)
    case .prosCons: writeTwoLists(content, .prosCons)
    case .twoFutures: writeFutures(block, content)
    case .dialogue: writeDialogue(block, content)
    case .quiz: writeQuiz(block, content)
    case .checklist: writeChecklist(block, content)
    case .discuss: writeDiscussion(block, content)
    case .video: writeVideo(block, content)
    case .evidenceCard: writeEvidenceCard(block, content)
    case .scenario: writeScenario(block, at: index)
    case .confidence: writeConfidence(block, content)
    case .goal: writeGoal(block, content)
    case .actionPlan: writeActionPlan(block, content)
    case .reflect: writeReflection(block, content)
    case .agenda: writeAgenda(block, at: index)
    case .cards: writeCards(block, at: index)
    case .poster: writePoster(block, content)
    case .planner: writePlanner(block, content)
    case .charter: writeCharter(block, content)
    case .form: writeForm(block)
    case .copyText: writeCopyText(block, content)
    case .codes: writeCodes()
    case .fragileGroups: writeFragileGroups()
    case .chart, .table, .criteria, .groups, .story, .prescribingBesideReferral: writeFromSite(block)
    }
    blockDepth -= 1
    return false
  }

  /// A kind word always comes first, so that colour never tells alone.
  private mutating func writeCallout(_ block: Directive, _ content: Range<Int>) {
    let kind = block["kind"].flatMap { ["warning", "safety"].contains($0) ? $0 : nil } ?? "info"
    html.out.write("<aside class=\"callout callout-")
    html.out.write(text: kind)
    html.out.write("\" role=\"note\">\n<p class=\"callout-title\">")
    if let title = block["title"] {
      html.out.write(
        words, "block.callout.titled",
        [
          "kind": HTML(text: words("block.callout.\(kind)")),
          "title": renderPlainText(title, localWords: localWords),
        ])
    } else {
      html.out.write(words, "block.callout.\(kind)")
    }
    html.out.write("</p>\n")
    write(content)
    html.out.write("</aside>\n")
  }

  private mutating func writeChecklist(_ block: Directive, _ content: Range<Int>) {
    html.out.write("<section class=\"checklist\">\n")
    if block["title"] != nil { writeBlockTitle(block, otherwise: "") }
    let outer = isChecklist
    isChecklist = true
    write(content)
    isChecklist = outer
    html.out.write("</section>\n")
  }

  private mutating func writeDiscussion(_ block: Directive, _ content: Range<Int>) {
    html.out.write("<section class=\"discuss\">\n")
    writeBlockTitle(block, otherwise: "block.discuss.title")
    write(content)
    html.out.write("</section>\n")
  }

  /// Writes a block's title, or a word of the catalogue where it has none, with the minutes it takes.
  mutating func writeBlockTitle(_ block: Directive, otherwise key: String) {
    html.out.write("<p class=\"block-title\">")
    writeTitleText(block, otherwise: key)
    html.out.write("</p>\n")
  }

  /// A block's title without an element around it.
  mutating func writeTitleText(_ block: Directive, otherwise key: String) {
    let title = block["title"].map { renderPlainText($0, localWords: localWords) } ?? HTML(text: words(key))
    guard let minutes = block["minutes"] else { return html.out.write(title) }
    let form = minutes == "1" ? "block.minutes.one" : "block.minutes.many"
    html.out.write(words, form, ["title": title, "minutes": HTML(text: minutes)])
  }
}
