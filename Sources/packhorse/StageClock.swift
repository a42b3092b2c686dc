import Glibc
import Synchronization

/// What a command was at and for how long: for the line that shows progress, the table at the end and `--profile`.
final class StageClock: Sendable {
  struct Stage {
    var name: String
    /// Microseconds since the command began.
    var start: Int
    /// How many things the stage went through, where it counts.
    var count: Int?
  }

  private let begin = StageClock.microseconds()
  private let stages = Mutex<[Stage]>([])

  /// A stage begins, and the one before it ends.
  func start(_ name: String) {
    let stage = Stage(name: name, start: elapsed)
    stages.withLock { $0.append(stage) }
  }

  /// Notes how far the present stage has come.
  func reach(_ count: Int) {
    stages.withLock { stages in
      if !stages.isEmpty { stages[stages.count - 1].count = count }
    }
  }

  /// Seconds since the present stage began.
  var secondsInStage: Double {
    let start = stages.withLock { $0.last?.start } ?? 0
    return Double(elapsed - start) / 1e6
  }

  /// The stages so far with their lengths in microseconds; the last one ends now.
  var laps: [(stage: Stage, length: Int)] {
    let stages = stages.withLock { $0 }
    let ends = stages.dropFirst().map(\.start) + [elapsed]
    return zip(stages, ends).map { ($0, $1 - $0.start) }
  }

  private var elapsed: Int { StageClock.microseconds() - begin }

  private static func microseconds() -> Int {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return Int(time.tv_sec) * 1_000_000 + Int(time.tv_nsec) / 1_000
  }
}

extension StageClock {
  /// A trace as Chrome's and Perfetto's viewers read it (Trace Event Format, complete events).
  var trace: String {
    let events = laps.map { stage, length in
      let count = stage.count.map { ",\"args\":{\"count\":\($0)}" } ?? ""
      return
        "{\"name\":\"\(stage.name)\",\"ph\":\"X\",\"pid\":1,\"tid\":1,\"ts\":\(stage.start),\"dur\":\(length)\(count)}"
    }
    return "{\"displayTimeUnit\":\"ms\",\"traceEvents\":[\n" + events.joined(separator: ",\n") + "\n]}\n"
  }

  /// A line for each stage: its name, its time and how much of it there was a second.
  var table: String {
    let laps = laps
    let width = (laps.map(\.stage.name.count).max() ?? 0) + 1
    let rows = laps.map { stage, length in
      let seconds = Double(length) / 1e6
      let rate = stage.count.map {
        "  \(padded($0, 8))  \(padded(Int(Double($0) / max(seconds, 1e-6)), 8)) a second"
      }
      return "  " + left(stage.name, width) + decimal(seconds) + " s" + (rate ?? "")
    }
    return rows.joined(separator: "\n")
  }

  private func left(_ text: String, _ width: Int) -> String {
    text + String(repeating: " ", count: max(0, width - text.count))
  }

  private func padded(_ number: Int, _ width: Int) -> String {
    let text = String(number)
    return String(repeating: " ", count: max(0, width - text.count)) + text
  }

  private func decimal(_ seconds: Double) -> String {
    let thousandths = Int((seconds * 1000).rounded())
    let fraction = String(1000 + thousandths % 1000).dropFirst()
    return padded(thousandths / 1000, 5) + "." + fraction
  }
}
