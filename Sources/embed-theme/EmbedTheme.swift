import Foundation

/// Writes a Swift file that holds the text of every file named on the command line.
///
/// Usage: `embed-theme OUTPUT ROOT FILE…`; each FILE is a path below ROOT.
@main
struct EmbedTheme {
  static func main() throws {
    let arguments = CommandLine.arguments.dropFirst()
    guard let output = arguments.first, let root = arguments.dropFirst().first else {
      throw CocoaError(.fileNoSuchFile)
    }
    var source =
      "/// Path and text of each file of the theme.\nlet embeddedFiles: [(String, StaticString)] = [\n"
    for file in arguments.dropFirst(2) {
      let text = try String(contentsOfFile: file, encoding: .utf8)
      let path = file.dropFirst(root.count + 1)
      source += "  (\"\(path)\", ####\"\"\"\n\(text)\n\"\"\"####),\n"
    }
    source += "]\n"
    try source.write(toFile: output, atomically: true, encoding: .utf8)
  }
}
