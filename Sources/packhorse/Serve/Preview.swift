import PackhorseCore
import PackhorseFiles
import PackhorseKit
import Synchronization

/// The site that is shown, and the way to a newer one.
///
/// Builds come one after the other; answers take what is shown at their moment and wait for none.
final class Preview: Sendable {
  private let place: SitePlace
  private let options: BuildOptions
  private let state: Mutex<State>

  private struct State {
    var shown: ShownSite
    /// What the newest build read and parsed, and what it came to.
    var memory = PageMemory()
    var stages: BuildStages?
    var listeners: [Int: AsyncStream<Int>.Continuation] = [:]
    var nextListener = 0
  }

  init(place: SitePlace, options: BuildOptions) {
    (self.place, self.options) = (place, options)
    state = Mutex(State(shown: ShownSite(siteFolder: place.site)))
  }

  var siteFolder: String { place.site }
  var shown: ShownSite { state.withLock { $0.shown } }

  /// Reads and builds the site anew and shows it; where it has errors, what was shown stays, with the errors.
  func rebuild() async throws -> SiteRun.Result {
    var result = SiteRun.Result()
    // Read before the build reads it: a story that is withdrawn in between counts as shown.
    let withdrawn = try? withdrawnStories(ofSite: place.site)
    do {
      // Of this process's own builds: their texts are held, so that the last good pages stay whatever is on disk.
      let (memory, earlier) = state.withLock { ($0.memory, $0.stages) }
      let run = SiteRun(place: place, options: options)
      let stages: BuildStages
      (result, stages) = try await run.plan(goingOnFrom: earlier, recalling: memory)
      state.withLock { ($0.memory, $0.stages) = (result.memory, stages) }
    } catch let failure as FileFailure {
      result.diagnostics = [failure.diagnostic]
    }
    let problems = Problems(result.diagnostics, sources: result.sources, pathPrefix: place.prefix)
    state.withLock { state in
      state.shown.take(result.plan, problems: problems, withdrawn: withdrawn)
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
