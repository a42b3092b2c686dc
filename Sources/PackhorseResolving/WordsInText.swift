import PackhorseCore

/// Reports every `:word[…]` in a text from a YAML file that names no word of the site.
func checkWords(
  in text: Located<String>, words: Set<String>, _ suggestions: inout Suggestions
) -> [Diagnostic] {
  var diagnostics: [Diagnostic] = []
  var rest = text.value[...]
  while let start = rest.firstRange(of: ":word[") {
    rest = rest[start.upperBound...]
    guard let end = rest.firstIndex(of: "]") else { break }
    if let problem = checkWord(String(rest[..<end]), at: text.span, words: words, &suggestions) {
      diagnostics.append(problem)
    }
    rest = rest[end...]
  }
  return diagnostics
}
