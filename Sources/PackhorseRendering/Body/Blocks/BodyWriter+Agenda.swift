import PackhorseCore

extension BodyWriter {
  /// What a meeting is about, each item with the minute at which it begins; below it, notes for whoever leads.
  mutating func writeAgenda(_ block: Directive, at index: Int) {
    let agenda = Agenda(document, at: index)
    html.out.write("<section class=\"agenda\">\n")
    writeBlockTitle(block, otherwise: "block.agenda.title")
    var begins = 0
    var items = agenda.items[...]
    for child in document.children(of: index) {
      guard document.isNumberedList(child) else {
        write(child..<document.nodes[child].end)
        continue
      }
      html.out.write("<ol class=\"agenda-items\">\n")
      for item in items.prefix(document.children(of: child).count) {
        write(item, from: begins)
        begins += item.minutes ?? 0
      }
      items = items.dropFirst(document.children(of: child).count)
      html.out.write("</ol>\n")
    }
    html.out.write("<p class=\"agenda-total\">")
    html.out.write(
      words, "block.agenda.total",
      ["planned": HTML(text: String(agenda.minutes)), "minutes": HTML(text: block["minutes"] ?? "")])
    html.out.write("</p>\n</section>\n")
  }

  private mutating func write(_ item: Agenda.Item, from minute: Int) {
    html.out.write("<li>\n<p class=\"from\">")
    html.out.write(words, "block.agenda.from", ["minute": HTML(text: String(minute))])
    html.out.write("</p>\n")
    let parts = document.children(of: item.item)
    if let first = parts.first, case .paragraph = document.nodes[first].kind {
      html.out.write("<p class=\"what\">")
      write(first + 1..<document.nodes[first].end)
      html.out.write("</p>\n")
    } else if let first = parts.first {
      write(first..<document.nodes[first].end)
    }
    if parts.count > 1 {
      html.out.write("<div class=\"leader\">\n<p class=\"leader-title\">")
      html.out.write(words, "block.agenda.leader")
      html.out.write("</p>\n")
      write(parts[1]..<document.nodes[item.item].end)
      html.out.write("</div>\n")
    }
    html.out.write("</li>\n")
  }
}
