import ArgumentParser
import FlyingSocks
import Glibc
import PackhorseCore
import PackhorseFiles

struct Serve: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Shows the site in a browser while you write.",
    discussion: """
      Each save builds the site again, and pages that it changes reload. After an error the last good pages stay, with \
      the error over them. Nothing is written, and no other machine can reach the server. Ctrl-C stops it.

        packhorse serve
        packhorse serve --site my-practice --port 8000
      """)

  @OptionGroup var place: SitePlace

  @Option(
    help: ArgumentHelp(
      "The port; 0 for any free one. (default: \(LoopbackPort.usual), or the next free one)", valueName: "n"))
  var port: Int?

  @Flag(help: "Look at the files twice a second, where the file system tells of no changes.")
  var poll = false

  @OptionGroup var options: BuildOptions

  func validate() throws {
    if let port, !(0...65535).contains(port) { throw ValidationError("--port is a number from 0 to 65535.") }
  }

  func run() async throws {
    // Nothing is ever half written: stopping needs no order.
    for stop in [SIGINT, SIGTERM] {
      signal(stop) { _ in
        var lineEnd = UInt8(ascii: "\n")
        write(STDERR_FILENO, &lineEnd, 1)
        _exit(0)
      }
    }
    let terminal = Terminal(format: options.format, pathPrefix: place.prefix)
    do {
      try await serve(terminal)
    } catch let failure as FileFailure {
      try refuse(failure.diagnostic, terminal)
    } catch let failure as PortFailure {
      try refuse(failure.diagnostic, terminal)
    }
  }

  private func serve(_ terminal: Terminal) async throws {
    let port = try LoopbackPort(port)
    let changes = try watchSite(at: place.site, polling: poll) { reason in
      terminal.conclude(
        "No notice of changes: \(reason). Files are looked at twice a second instead.")
    }
    var rebuilding = Rebuilding(preview: Preview(place: place, options: options), terminal: terminal)
    try await rebuilding.begin()
    let pool: SocketPool<ePoll> = .ePoll()
    try await pool.prepare()
    let connections = Connections(
      pool: pool, port: port.number, answers: Answers(preview: rebuilding.preview))
    terminal.conclude("Serving at http://127.0.0.1:\(port.number)/ until Ctrl-C.")
    var works: [@Sendable () async throws -> Void] = [
      { try await pool.run() }, { [rebuilding] in try await rebuilding.follow(changes) },
    ]
    for socket in port.sockets {
      works.append { try await connections.accept(on: AsyncSocket(socket: socket, pool: pool)) }
    }
    try await firstOf(works)
  }

  private func refuse(_ diagnostic: Diagnostic, _ terminal: Terminal) throws {
    terminal.show([diagnostic], sources: [])
    terminal.conclude("Nothing is served.")
    throw ExitCode.failure
  }
}
