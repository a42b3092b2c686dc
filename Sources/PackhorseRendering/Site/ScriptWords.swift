import PackhorseCore

extension ByteWriter {
  /// Writes the words of the catalogue that the script shows, as its first lines: `script.quiz.try-again` is
  /// `words.quizTryAgain` there.
  mutating func write(scriptWords words: Words) {
    let group = "script."
    write("\"use strict\";\nconst words = {\n")
    for key in words.keys where key.hasPrefix(group) {
      write(json: camelCase(key.dropFirst(group.count)))
      write(": ")
      write(json: words(key))
      write(",\n")
    }
    write("};\n")
  }
}

private func camelCase(_ key: Substring) -> String {
  let parts = key.split { $0 == "." || $0 == "-" }
  return parts.dropFirst().reduce(String(parts.first ?? "")) {
    $0 + $1.prefix(1).uppercased() + $1.dropFirst()
  }
}
