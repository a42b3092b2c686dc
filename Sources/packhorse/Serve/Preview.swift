import PackhorseCore
import PackhorseFiles
import Synchronization

/// The site that is shown, and the way to a newer one.
///
/// Builds come one after the other; answers take what is shown at their moment and wait for none.
final class Preview: Sendable {
  private let run: SiteRun
  private let state: Mutex<State>

  private struct State {
    var shown: ShownSite
    var listeners: [Int: AsyncStream<Int>.Continuation] = [:]
    var nextListener = 0
  }

  init(run: SiteRun) {
    self.run = run
    state = Mutex(State(shown: ShownSite(siteFolder: run.place.site)))
  }

  var siteFolder: String { run.place.site }
  var shown: ShownSite { state.withLock { $0.shown } }

  /// Reads and builds the site anew and shows it; where it has errors, what was shown stays, with the errors.
  func rebuild() async throws -> SiteRun.Result {
    var result = SiteRun.Result()
    do {
      result = try await run.plan()
    } catch let failure as FileFailure {
      result.diagnostics = [failure.diagnostic]
    }
    let problems = Problems(result.diagnostics, sources: result.sources, pathPrefix: run.place.prefix)
    state.withLock { state in
      state.shown.take(result.plan, problems: problems)
      for listener in state.listeners.values { listener.yield(state.shown.revision) }
    }
    return result
  }

  /// The number of the build that is shown now, and of each from now on; the newest, where nobody took others in time.
  func revisions() -> AsyncStream<Int> {
    let (stream, continuation) = AsyncStream.makeStream(
      of: Int.self, bufferingPolicy: .bufferingNewest(1))
    let number = state.withLock { state in
      state.nextListener += 1
      state.listeners[state.nextListener] = continuation
      continuation.yield(state.shown.revision)
      return state.nextListener
    }
    continuation.onTermination = { [weak self] _ in
      _ = self?.state.withLock { $0.listeners.removeValue(forKey: number) }
    }
    return stream
  }
}
