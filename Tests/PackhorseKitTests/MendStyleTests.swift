import PackhorseCore
import PackhorseLinting
import Testing

@testable import PackhorseKit

@Suite struct MendStyleTests {
  private func style(_ levels: [String: Diagnostic.Severity] = [:]) -> HouseStyle {
    var publication = Publication()
    publication.settings.diagnosticLevels = levels.mapValues { Located($0, at: .file("content/site.yml")) }
    publication.glossary = [
      GlossaryEntry(id: "x", term: "primary care network (PCN)", definition: "Practices.")
    ]
    return HouseStyle(of: publication)
  }

  private func page(_ body: String) -> SourceFile {
    SourceFile(path: "content/modules/a/b.md", bytes: Array("---\ntitle: Asking\n---\n\n\(body)\n".utf8))
  }

  private func text(_ file: MendedFile?) -> String? { file.map { String(decoding: $0.after, as: UTF8.self) } }

  @Test func mendsAFileAndSaysHowOften() {
    let mended = style().mended(page("We don't utilise it, and can't."))
    #expect(text(mended) == "---\ntitle: Asking\n---\n\nWe do not use it, and cannot.\n")
    #expect(mended?.fixes == ["style-contraction": 2, "style-plain-word": 1])
  }

  @Test func aSecondRunChangesNothing() {
    let page = page("Between visits, 10-15 per cent rang. We don't utilise the the room on 6th August 2018.")
    let once = style().mended(page)
    #expect(text(once)?.contains("10 to 15% rang. We do not use the room on 6 August 2018.") == true)
    #expect(style().mended(SourceFile(path: page.path, bytes: once?.after ?? [])) == nil)
  }

  @Test func makesNoSentenceTooLong() {
    let words = Array(repeating: "come late", count: 9).joined(separator: " ")
    let mended = style().mended(page("We don't \(words).\n\nWe utilise it."))
    #expect(text(mended)?.contains("We don't come") == true)
    #expect(text(mended)?.contains("We use it.") == true)
  }

  @Test func leavesWhatIsOnlyNoted() {
    #expect(style(["style-contraction": .note]).mended(page("We don't.")) == nil)
  }

  @Test func givesFindingsTheSitesLevel() {
    let found = style(["style-contraction": .error]).findings(in: page("We don't, and the PCN does."))
    #expect(found.map(\.diagnostic.severity) == [.error])
  }
}
