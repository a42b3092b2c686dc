import Testing

@testable import PackhorseFiles

@Suite struct WatchSiteTests {
  @Test(.timeLimit(.minutes(2)), arguments: [false, true])
  func changesWhileNobodyTakesThemCountAsOne(polling: Bool) async throws {
    let site = try TemporaryFolder()
    try site.write("x", to: "content/index.md")
    var changes = try watchSite(at: site.path, polling: polling).makeAsyncIterator()
    for count in 1...3 { try site.write(String(repeating: "x", count: count * 10), to: "content/index.md") }
    #expect(await changes.next() != nil)
    // A change after one was taken is told again.
    try site.write("another text", to: "content/new/page.md")
    #expect(await changes.next() != nil)
  }

  @Test func aFolderThatIsNotThereIsNamed() {
    #expect(throws: FileFailure.self) { try watchSite(at: "/nowhere/at/all", polling: false) }
  }
}
