import Glibc
import PackhorseCore
import PackhorseKit

/// Where a command speaks: results and records for machines on standard output, everything for people on standard error.
struct Terminal: Sendable {
  let format: BuildOptions.Format
  let pathPrefix: String
  private let isTerminal = isatty(STDERR_FILENO) == 1

  /// True where a person sees progress, on a terminal that can write over a line.
  var isWatched: Bool { isTerminal && !isDumb && format == .text }

  init(format: BuildOptions.Format = .text, pathPrefix: String = "") {
    self.format = format
    self.pathPrefix = pathPrefix
  }

  /// Shows problems in the form that was asked for.
  func show(_ diagnostics: [Diagnostic], sources: [SourceFile]) {
    clearProgress()
    switch format {
    case .json: Terminal.write(diagnostics.json(pathPrefix: pathPrefix), to: STDOUT_FILENO)
    case .github: Terminal.write(diagnostics.githubCommands(pathPrefix: pathPrefix), to: STDOUT_FILENO)
    case .text:
      guard !diagnostics.isEmpty else { return }
      let text = DiagnosticText(sources: sources, pathPrefix: pathPrefix, isColoured: isColoured)
      Terminal.write(text.text(for: diagnostics) + "\n", to: STDERR_FILENO)
    }
  }

  /// The last line of a command, the truth about what it did.
  func conclude(_ line: String) {
    clearProgress()
    Terminal.write(line + "\n", to: STDERR_FILENO)
  }

  /// One line that is written over by the next; nothing where nobody watches.
  func progress(_ text: String) {
    guard isWatched else { return }
    Terminal.write("\r\u{1B}[K" + text, to: STDERR_FILENO)
  }

  static func writeToOutput(_ bytes: [UInt8]) { write(bytes, to: STDOUT_FILENO) }

  private func clearProgress() { progress("") }

  private var isColoured: Bool {
    let refused = getenv("NO_COLOR").map { $0.pointee != 0 } ?? false
    return isTerminal && !isDumb && !refused
  }

  private var isDumb: Bool { getenv("TERM").map { String(cString: $0) } == "dumb" }

  private static func write(_ text: String, to descriptor: Int32) { write(Array(text.utf8), to: descriptor) }

  private static func write(_ bytes: [UInt8], to descriptor: Int32) {
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
      if count < 0, errno != EINTR { return }
      rest = rest.dropFirst(max(0, count))
    }
  }
}
