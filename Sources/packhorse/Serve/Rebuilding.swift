import PackhorseCore
import PackhorseFiles
import PackhorseKit

/// Builds the site after each change and says on the terminal how it went.
struct Rebuilding: Sendable {
  let preview: Preview
  let terminal: Terminal
  /// What was shown last; the same once more helps nobody.
  private var shown: [Diagnostic] = []

  init(preview: Preview, terminal: Terminal) { (self.preview, self.terminal) = (preview, terminal) }

  /// The first build.
  mutating func begin() async throws { try await build("Built") }

  /// Builds after each change, for ever.
  func follow(_ changes: AsyncStream<Void>) async throws {
    var rebuilding = self
    for await _ in changes { try await rebuilding.build("Rebuilt") }
  }

  private mutating func build(_ built: String) async throws {
    let clock = ContinuousClock()
    let start = clock.now
    let result = try await preview.rebuild()
    let duration = clock.now - start
    if result.diagnostics != shown || terminal.format != .text {
      terminal.show(result.diagnostics, sources: result.sources)
    }
    shown = result.diagnostics
    let tally = result.diagnostics.tally
    if !result.diagnostics.hasErrors {
      terminal.conclude("\(built) \(result.pages) in \(milliseconds(duration)) ms (\(tally)).")
    } else if preview.shown.showsEarlierBuild {
      terminal.conclude("\(tally). The last good pages stay.")
    } else {
      terminal.conclude("\(tally). The site is shown once this is put right.")
    }
  }

  private func milliseconds(_ duration: Duration) -> Int64 {
    duration.components.seconds * 1000 + duration.components.attoseconds / 1_000_000_000_000_000
  }
}
