import Foundation

/// Writes a Swift file that holds the text of every file named on the command line.
///
/// Usage: `embed-files OUTPUT (PATH FILE)…`; PATH is what the file is called in the binary.
@main
struct EmbedFiles {
  static func main() throws {
    var arguments = CommandLine.arguments.dropFirst()
    guard let output = arguments.popFirst() else { throw CocoaError(.fileNoSuchFile) }
    var source = "/// Path and text of each embedded file.\nlet embeddedFiles: [(String, StaticString)] = [\n"
    while let path = arguments.popFirst(), let file = arguments.popFirst() {
      let text = try String(contentsOfFile: file, encoding: .utf8)
      source += "  (\"\(path)\", ####\"\"\"\n\(text)\n\"\"\"####),\n"
    }
    source += "]\n"
    try source.write(toFile: output, atomically: true, encoding: .utf8)
  }
}
