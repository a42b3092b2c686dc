package import PackhorseCore
import PackhorseStarter

/// The files of a new site: the social prescribing pack under a practice's own name and code.
///
/// Without a name a text to write over stands in its place. Without a code the site keeps the one of the
/// demonstration, and every page says that it is being set up.
package func newSite(practiceName: String?, practiceCode: String?) -> [SourceFile] {
  var lines: [Substring: String] = [:]
  if let practiceName { lines["name: Name of your practice"] = "name: \(yamlText(practiceName))" }
  if let practiceCode, practiceCode != demonstrationCode {
    lines["code: \(demonstrationCode)"] = "code: \(practiceCode)"
    lines["practices: \(demonstrationCode)"] = "practices: \(practiceCode)"
    lines["sample: true"] = "sample: false"
  }
  let files = Starter.files.map { path, bytes in
    SourceFile(path: path, bytes: settings.contains(path) ? replaced(lines, in: bytes) : bytes)
  }
  return files + [SourceFile(path: ".gitignore", bytes: Array(ignored.utf8))]
}

/// True for what may be a practice's name: one line of at most 100 characters that shows as it is.
package func isPracticeName(_ text: String) -> Bool {
  text.unicodeScalars.count <= 100 && isOneLine(text)
}

/// True for a text of one line that is not blank and holds nothing invisible but spaces.
package func isOneLine(_ text: String) -> Bool {
  TerminalText(text).text.unicodeScalars.elementsEqual(text.unicodeScalars)
    && text.contains { !$0.isWhitespace }
}

/// The invented practice's code, which cannot be issued.
private let demonstrationCode = "DEMO01"

/// The files that hold what is a practice's own.
private let settings: Set = ["content/practice.yml", "content/site.yml"]

/// Of what Packhorse keeps for itself, the list of withdrawn stories has to be wherever the site is built.
private let ignored = """
  # Records about people, and what Packhorse makes. Keep private/ wherever you build the site, but not in git.
  private/
  public/
  .packhorse/*
  !.packhorse/withdrawn

  """

private func replaced(_ lines: [Substring: String], in bytes: [UInt8]) -> [UInt8] {
  let text = String(decoding: bytes, as: UTF8.self)
  let all = text.split(separator: "\n", omittingEmptySubsequences: false).map { lines[$0] ?? String($0) }
  return Array(all.joined(separator: "\n").utf8)
}

/// A text as YAML takes it for text, whatever it looks like.
private func yamlText(_ text: String) -> String {
  var quoted = "\""
  for scalar in text.unicodeScalars {
    if scalar == "\"" || scalar == "\\" { quoted += "\\" }
    quoted.unicodeScalars.append(scalar)
  }
  return quoted + "\""
}
