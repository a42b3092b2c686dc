import PackhorseCore
import Testing

@testable import PackhorseFiles

@Suite struct ShelfFileTests {
  @Test func givesBackWhatWasPutDownBeyondWhatItHolds() async throws {
    let folder = try TemporaryFolder()
    try folder.makeFolder("content")
    let lock = try SiteLock(site: folder.path)
    let shelf = ShelfFile(holding: lock).shelf
    let pieces = (0..<400).map { [UInt8](repeating: UInt8($0 % 251), count: 50_000 + $0) }
    let fetches = await concurrentMap(pieces, jobs: 4) { shelf.put($0) }
    for (piece, fetch) in zip(pieces, fetches) { #expect(try fetch() == piece) }
    #expect(try lock.notes.folder.entries().compactMap(\.text) == ["lock"], "the file has no name")
  }

  @Test func failsOnceItWasEmptied() throws {
    let folder = try TemporaryFolder()
    try folder.makeFolder("content")
    let file = ShelfFile(holding: try SiteLock(site: folder.path))
    let large = [UInt8](repeating: 1, count: 9 << 20)
    let fetches = [file.shelf.put([1, 2, 3]), file.shelf.put(large)]
    file.empty()
    #expect(try fetches[0]() == [1, 2, 3])
    #expect(throws: FileFailure.self) { try fetches[1]() }
  }
}
