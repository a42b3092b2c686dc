import Foundation
import Testing

/// Every input that the fuzzer begins with or once found wrong, read as the fuzzer reads it.
struct CorpusTests {
  @Test(arguments: FuzzTarget.all.map(\.name))
  func holdsForTheWholeCorpus(name: String) async throws {
    await FuzzSite.makeReady()
    let target = try #require(FuzzTarget.all.first { $0.name == name })
    let folder = URL(filePath: #filePath).appending(path: "../../Corpus/\(name)").standardized
    let inputs = try inputs(in: folder)
    #expect(inputs.count > 2)
    for (file, bytes) in inputs { #expect(target.faults(bytes) == [], "\(name)/\(file)") }
  }
}
