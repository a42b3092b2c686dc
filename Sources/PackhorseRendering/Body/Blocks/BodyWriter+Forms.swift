import PackhorseCore

/// Blocks that a reader writes in: on the screen, where the script remembers it, or on paper by hand.
extension BodyWriter {
  /// How sure a reader is, from 0 to 10; the script shows the gap between before and after.
  mutating func writeConfidence(_ block: Directive, _ content: Range<Int>) {
    let when = block["when"] == "after" ? "after" : "before"
    let id = "confidence." + shortDigest(of: block["name"] ?? "")
    html.out.write("<fieldset class=\"confidence\" data-confidence=\"")
    html.out.write(text: id)
    html.out.write("\" data-when=\"")
    html.out.write(text: when)
    html.out.write("\">\n<legend>")
    html.out.write(words, "block.confidence.\(when)")
    html.out.write("</legend>\n")
    write(content)
    html.out.write("<p class=\"scale\">\n")
    for value in 0...10 { writeStep(value, of: "\(id).\(when)") }
    html.out.write("</p>\n<p class=\"scale-ends\">")
    html.out.write(words, "block.confidence.ends")
    html.out.write("</p>\n</fieldset>\n")
  }

  private mutating func writeStep(_ value: Int, of entry: String) {
    html.out.write("<label><input type=\"radio\" name=\"")
    html.out.write(text: entry)
    html.out.write("\" value=\"")
    html.out.write(value)
    html.out.write("\"> ")
    html.out.write(value)
    html.out.write("</label>\n")
  }

  /// An if–then plan (Gollwitzer, "Implementation intentions", 1999).
  mutating func writeGoal(_ block: Directive, _ content: Range<Int>) {
    let id = openForm(block, content: content)
    writeField("if", of: .goal, id: id, lines: 2)
    writeField("then", of: .goal, id: id, lines: 2)
    html.out.write("</section>\n")
  }

  /// Lines of what is to be done, by whom and when.
  mutating func writeActionPlan(_ block: Directive, _ content: Range<Int>) {
    let id = openForm(block, content: content)
    html.out.write("<ol class=\"plan\">\n")
    for line in 1...(block["lines"].flatMap(Int.init) ?? 3) {
      html.out.write("<li>\n")
      writeField("what", of: .actionPlan, id: "\(id).\(line)", lines: 2)
      writeField("who", of: .actionPlan, id: "\(id).\(line)", type: "text")
      writeField("when", of: .actionPlan, id: "\(id).\(line)", type: "date")
      html.out.write("</li>\n")
    }
    html.out.write("</ol>\n</section>\n")
  }

  /// What a practice promises, with the days and the names of those who do.
  mutating func writeCharter(_ block: Directive, _ content: Range<Int>) {
    let id = openForm(block, content: content)
    writeField("agreed", of: .charter, id: id, type: "date")
    writeField("again", of: .charter, id: id, type: "date")
    html.out.write("<ul class=\"names\">\n")
    for line in 1...(block["lines"].flatMap(Int.init) ?? 6) {
      html.out.write("<li>\n")
      writeField("name", of: .charter, id: "\(id).\(line)", type: "text")
      html.out.write("</li>\n")
    }
    html.out.write("</ul>\n</section>\n")
  }

  /// A note for a trainee's portfolio.
  mutating func writeReflection(_ block: Directive, _ content: Range<Int>) {
    let id = openForm(block, content: content)
    html.out.write("<p class=\"form-note\">")
    html.out.write(words, "block.reflect.note")
    html.out.write("</p>\n")
    for field in ["happened", "learned", "change"] { writeField(field, of: .reflect, id: id, lines: 4) }
    let capabilities = setting?.page.source.frontMatter.capabilities ?? []
    writeField(
      "capability", of: .reflect, id: id, type: "text",
      value: capabilities.joined(separator: words("block.reflect.join")))
    writeField("minutes", of: .reflect, id: id, type: "text")
    html.out.write("</section>\n")
  }

  /// Opens a form with its title and text, and gives it a name of its own on the page.
  mutating func openForm(_ block: Directive, content: Range<Int>) -> String {
    formCounts[block.name, default: 0] += 1
    let id = "\(block.name.rawValue).\(formCounts[block.name, default: 1])"
    html.out.write("<section class=\"form\" id=\"")
    html.out.write(text: id)
    html.out.write("\" data-form=\"")
    html.out.write(text: block.name.rawValue)
    html.out.write("\">\n")
    writeBlockTitle(block, otherwise: "block.\(block.name.rawValue).title")
    write(content)
    return id
  }

  /// A line or several to write on, under a label of the catalogue.
  private mutating func writeField(
    _ field: String, of block: DirectiveName, id: String, lines: Int = 1, type: String? = nil,
    value: String = ""
  ) {
    html.out.write("<p class=\"field field-")
    html.out.write(text: field)
    html.out.write("\"><label for=\"")
    html.out.write(text: "\(id).\(field)")
    html.out.write("\">")
    html.out.write(words, "block.\(block.rawValue).\(field)")
    html.out.write("</label> ")
    if let type {
      html.out.write("<input type=\"")
      html.out.write(text: type)
      html.out.write("\" value=\"")
      html.out.write(text: value)
    } else {
      html.out.write("<textarea rows=\"")
      html.out.write(lines)
    }
    html.out.write("\" autocomplete=\"off\" id=\"")
    html.out.write(text: "\(id).\(field)")
    html.out.write(type == nil ? "\"></textarea></p>\n" : "\"></p>\n")
  }
}
