package import PackhorseCore

/// The files of a new site: the social prescribing pack under a practice's own name and code.
///
/// Without a name a text to write over stands in its place. Without a code it has the sample site's, and every page
/// says that the site is being set up.
package func newSite(practiceName: String?, practiceCode: String?) -> [SourceFile] {
  var lines: [Substring: String] = [:]
  if let practiceName { lines["name: Name of your practice"] = "name: \(yamlText(practiceName))" }
  if let practiceCode, practiceCode != sampleCode {
    lines["code: \(sampleCode)"] = "code: \(practiceCode)"
    lines["practices: \(sampleCode)"] = "practices: \(practiceCode)"
    lines["sample: true"] = "sample: false"
  }
  let files = starterFiles.map { file in
    settings.contains(file.path) ? SourceFile(path: file.path, bytes: replaced(lines, in: file.bytes)) : file
  }
  return files + [SourceFile(path: ".gitignore", bytes: Array(ignored.utf8))]
}

/// The files of `content/`, with those of `starter/` in place of what is the sample site's alone.
private let starterFiles: [SourceFile] = embeddedFiles.map { path, text in
  SourceFile(path: path, bytes: text.withUTF8Buffer { Array($0) })
}

/// The code of the sample site's practice; no such code is issued.
private let sampleCode = "DEMO01"

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
