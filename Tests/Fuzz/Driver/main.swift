import Foundation
import Synchronization

// `fuzz [libFuzzer's arguments] -ignore_remaining_args=1 TARGET` runs libFuzzer over a target.
// `fuzz --digest FOLDER TARGET` prints a number for all that comes of the inputs in a folder.
// `fuzz --list` prints the names of the targets.

@_silgen_name("LLVMFuzzerRunDriver")
private func runDriver(
  _ count: UnsafeMutablePointer<CInt>,
  _ arguments: UnsafeMutablePointer<UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>>,
  _ run: @convention(c) (UnsafePointer<UInt8>?, Int) -> CInt
) -> CInt

/// What libFuzzer's calls read with: the function that it calls can hold nothing itself.
private enum Reader {
  static let chosen = Mutex<(site: FuzzSite, target: FuzzTarget)?>(nil)

  static func faults(_ bytes: [UInt8]) -> [String] {
    guard let (site, target) = chosen.withLock({ $0 }) else { return ["nothing was chosen to read with"] }
    return waited { await site.faults(bytes, as: target) } ?? ["nothing came of it"]
  }
}

/// What comes of work that may wait: the function that libFuzzer calls has to return with it.
private func waited<Result: Sendable>(_ work: @escaping @Sendable () async -> Result) -> Result? {
  let came = Came<Result>()
  let end = DispatchSemaphore(value: 0)
  Task.detached {
    let result = await work()
    came.result.withLock { $0 = result }
    end.signal()
  }
  end.wait()
  return came.result.withLock { $0 }
}

private final class Came<Result: Sendable>: Sendable {
  let result = Mutex<Result?>(nil)
}

/// Says what is wrong and ends: libFuzzer keeps the input of a run that ends so.
private func fail(_ faults: [String]) -> Never {
  FileHandle.standardError.write(Data((["A fault:"] + faults + [""]).joined(separator: "\n").utf8))
  abort()
}

if CommandLine.arguments.dropFirst() == ["--list"] {
  print(FuzzTarget.allCases.map(\.rawValue).joined(separator: "\n"))
  exit(EXIT_SUCCESS)
}
guard let target = CommandLine.arguments.last.flatMap(FuzzTarget.init) else {
  FileHandle.standardError.write(
    Data("The last argument names a target: one of those that --list prints.\n".utf8))
  exit(EX_USAGE)
}
let site = try await FuzzSite()
if CommandLine.arguments[1] == "--digest" {
  let folder = URL(filePath: CommandLine.arguments[2])
  var outputs: [String] = []
  for input in try inputs(in: folder) { outputs.append(await site.read(input.bytes, as: target).output()) }
  print(fingerprint(outputs.joined(separator: "\n").utf8))
} else {
  Reader.chosen.withLock { $0 = (site, target) }
  var count = CommandLine.argc
  var arguments = CommandLine.unsafeArgv
  let status = runDriver(&count, &arguments) { start, count in
    let faults = Reader.faults(Array(UnsafeBufferPointer(start: start, count: count)))
    if !faults.isEmpty { fail(faults) }
    return 0
  }
  exit(status)
}
