import PackhorseCore

/// Words of the catalogue that the script shows, handed over as attributes of a template element.
///
/// `script.quiz.try-again` becomes `data-quiz-try-again`.
/// `part` is `offline.` for those alone that pages show on which nothing can be entered or sought.
func renderScriptWords(_ words: Words, _ part: String = "") -> HTML {
  let group = "script."
  var writer = ByteWriter(capacity: 4096)
  writer.write("<template id=\"_words\"")
  for key in words.keys where key.hasPrefix(group + part) {
    writer.write(" data-")
    writer.write(
      text: key.dropFirst(group.count).utf8.map { $0 == UInt8(ascii: ".") ? UInt8(ascii: "-") : $0 })
    writer.write("=\"")
    writer.write(text: words(key))
    writer.write("\"")
  }
  writer.write("></template>\n")
  return writer.html
}
