import Foundation

// `fuzz [libFuzzer's arguments] -ignore_remaining_args=1 TARGET` runs libFuzzer over a target.
// `fuzz --digest FOLDER TARGET` prints a number for all that comes of the inputs in a folder.
// `fuzz --list` prints the names of the targets.

@_silgen_name("LLVMFuzzerRunDriver")
private func runDriver(
  _ count: UnsafeMutablePointer<CInt>,
  _ arguments: UnsafeMutablePointer<UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>>,
  _ run: @convention(c) (UnsafePointer<UInt8>?, Int) -> CInt
) -> CInt

/// The target that the command line names.
private enum Chosen {
  static let target: FuzzTarget = {
    let name = CommandLine.arguments.last
    guard let target = FuzzTarget.all.first(where: { $0.name == name }) else { fatalError("name a target") }
    return target
  }()
}

switch CommandLine.arguments.dropFirst().first {
case "--list": print(FuzzTarget.all.map(\.name).joined(separator: "\n"))
case "--digest":
  let folder = URL(filePath: CommandLine.arguments[2])
  let outputs = try inputs(in: folder).map { Chosen.target.read($0.bytes).output() }
  print(fingerprint(outputs.joined(separator: "\n").utf8))
default:
  // What the target needs is made ready before the first input's time is taken.
  _ = Chosen.target.read([])
  var count = CommandLine.argc
  var arguments = CommandLine.unsafeArgv
  let status = runDriver(&count, &arguments) { start, count in
    let faults = Chosen.target.faults(Array(UnsafeBufferPointer(start: start, count: count)))
    if !faults.isEmpty { fatalError("\n" + faults.joined(separator: "\n")) }
    return 0
  }
  exit(status)
}
