import PackhorseCore
import Testing

@testable import PackhorseKit

@Suite struct LookIntoCopiesTests {
  struct Refused: Error {}

  let script = AssetFile(path: "content/x.svg") { Array("<svg><script/></svg>".utf8) }
  let unreadable = AssetFile(path: "content/y.png") { throw Refused() }
  let film = AssetFile(path: "content/z.mp4") { throw Refused() }

  func copies(_ sources: String...) -> [CopiedFile] {
    sources.map { CopiedFile(source: $0, address: Address($0)) }
  }

  @Test func looksIntoPicturesThatAreCopied() async {
    let found = await lookInto(
      copies("content/x.svg", "content/y.png"), of: [script, unreadable, film], jobs: 2)
    #expect(found.map(\.id) == ["unsafe-svg", "unreadable-file"])
  }

  @Test func leavesAloneWhatIsNotCopiedAndWhatIsNoPicture() async {
    #expect(await lookInto(copies("content/z.mp4"), of: [script, unreadable, film], jobs: 1) == [])
  }
}
