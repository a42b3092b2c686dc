import ArgumentParser
import PackhorseCore
import PackhorseFiles
import PackhorseKit

struct Render: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Turns Markdown into a fragment of HTML.",
    discussion: """
      The text is read from a file, or from standard input; the HTML goes to standard output.

        packhorse render notes.md
        packhorse render --commonmark < notes.md > notes.html
      """)

  @Argument(help: "The Markdown file; - is standard input.", completion: .file())
  var file = "-"

  @Flag(help: "Plain CommonMark: no tables, blocks or citations.")
  var commonmark = false

  @Flag(help: "Keep raw HTML and links of any scheme.")
  var unsafe = false

  func run() async throws {
    let terminal = Terminal()
    let bytes: [UInt8]
    do {
      bytes = try readText(at: file)
    } catch {
      terminal.show([error.diagnostic], sources: [])
      throw ExitCode.failure
    }
    let rendered = await renderMarkdown(bytes, path: file, commonMark: commonmark, unsafe: unsafe)
    terminal.show(rendered.diagnostics.ordered(), sources: [SourceFile(path: file, bytes: bytes)])
    Terminal.writeToOutput(rendered.value)
    if rendered.diagnostics.hasErrors { throw ExitCode.failure }
  }
}
