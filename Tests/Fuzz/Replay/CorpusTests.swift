import Foundation
import Testing

/// Every input that the fuzzer begins with or once found wrong, read as the fuzzer reads it.
struct CorpusTests {
  @Test(arguments: FuzzTarget.allCases)
  func holdsForTheWholeCorpus(target: FuzzTarget) async throws {
    let site = try await FuzzSite()
    let folder = URL(filePath: #filePath).appending(path: "../../Corpus/\(target.rawValue)").standardized
    let inputs = try inputs(in: folder)
    #expect(inputs.count > 2)
    for (file, bytes) in inputs {
      #expect(await site.faults(bytes, as: target) == [], "\(target.rawValue)/\(file)")
    }
  }
}
