import ArgumentParser
import PackhorseCore
import PackhorseFiles
import PackhorseStarter

struct DataSample: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "sample",
    abstract: "Makes a folder of invented data to try things out with.",
    discussion: """
      The folder holds records of referrals, sizes of lists, measures and sources, marked as invented: lists of \
      unequal size, more referrals in winter, people referred at their worst, many who are not followed up. The same \
      seed makes the same files.

        packhorse data sample
        packhorse data sample invented --practices 20 --quarters 12 --seed 7
      """)

  @Argument(
    help: ArgumentHelp("The folder to make. It may be there already if it is empty.", valueName: "dir"),
    completion: .directory)
  var folder = "invented-data"

  @Option(help: ArgumentHelp("How many practices, up to 500.", valueName: "n"))
  var practices = 1

  @Option(
    help: ArgumentHelp("How many quarters, up to 40, the last of them the end of 2025.", valueName: "q"))
  var quarters = 8

  @Option(help: ArgumentHelp("A number that all others follow from.", valueName: "s"))
  var seed: UInt64 = 1

  func validate() throws {
    guard !folder.isEmpty else { throw ValidationError("A folder's name is not empty.") }
    guard (1...500).contains(practices) else {
      throw ValidationError("--practices is a number from 1 to 500.")
    }
    guard (1...40).contains(quarters) else { throw ValidationError("--quarters is a number from 1 to 40.") }
  }

  func run() throws {
    let terminal = Terminal()
    do throws(FileFailure) {
      try makeSite(sampleData(practices: practices, quarters: quarters, seed: seed), at: folder)
    } catch {
      terminal.show([error.diagnostic], sources: [])
      terminal.conclude("Nothing was made.")
      throw ExitCode.failure
    }
    terminal.conclude(
      "Made invented data in \(folder.hasSuffix("/") ? folder : folder + "/"); its README.md says what is where."
    )
  }
}
