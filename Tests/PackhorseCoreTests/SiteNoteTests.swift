import PackhorseCore
import Testing

@Suite struct SiteNoteTests {
  private let problem = Diagnostic(
    .warning, "review-overdue", "Review is overdue",
    at: SourceSpan(path: "content/index.md", line: 3, column: 1, length: 7),
    because: "Nobody looked at it.", notes: [Diagnostic.Note("said here", at: .file("content/site.yml"))],
    suggestion: "look at it", isAboutAge: true)

  private var note: SiteNote {
    let state = FileState(size: 9, modified: 1, changed: -3, device: .max, number: 0)
    let role = SourceSpan(path: "content/pathways/gp.yml", line: 2, column: 7, length: 2)
    var pathway = Pathway(path: role.path, role: Located("gp", at: role), minutes: Located(90, at: role))
    (pathway.title, pathway.summary, pathway.checkIns) = ("GP path", "What GPs read.", [1, 4])
    pathway.starts = CalendarDate(iso: "2026-10-01")
    return SiteNote(
      surroundings: digest(1), settings: digest(7), stories: digest(2),
      pages: [
        SiteNote.Page(state: state, digest: digest(3), shown: [1]),
        SiteNote.Page(state: nil, digest: digest(4), shown: []),
      ],
      common: [1], pathways: [SiteNote.NotedPathway(pathway: pathway, modules: [1, 0])],
      files: [
        StandingFile(address: Address("index.html"), digest: digest(5)),
        StandingFile(address: Address("modules/a/b.html"), digest: digest(6)),
      ], problems: [problem, Diagnostic(.note, "x", "y", at: nil)])
  }

  @Test func keepsEverything() throws {
    let read = try #require(SiteNote(unpacking: note.packed))
    #expect(String(describing: read) == String(describing: note))
    #expect(read.problems == note.problems)
    #expect(read.digest(at: Address("modules/a/b.html")) == digest(6))
    #expect(read.digest(at: Address("modules/a.html")) == nil)
  }

  @Test func bytesThatEndEarlyAreNoNote() {
    let packed = note.packed
    for count in 0..<packed.count { #expect(SiteNote(unpacking: Array(packed.prefix(count))) == nil) }
  }

  @Test func aNoteWithOneBitChangedIsNone() {
    var packed = note.packed
    for index in packed.indices {
      packed[index] ^= 1
      #expect(SiteNote(unpacking: packed) == nil)
      packed[index] ^= 1
    }
  }

  @Test func aPlaceThatNoPageHasMakesItNoNote() {
    var wrong = note
    wrong.common = [2]
    #expect(SiteNote(unpacking: wrong.packed) == nil)
    wrong = note
    wrong.pathways[0].modules = [0, 2]
    #expect(SiteNote(unpacking: wrong.packed) == nil)
  }

  private func digest(_ number: UInt64) -> Digest { Digest(low: number, high: .max) }
}
