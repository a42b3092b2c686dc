import PackhorseCore
import Testing

struct CommunityGroupTests {
  private let span = SourceSpan(path: "content/data/groups.csv", line: 2, column: 1, length: 5)

  @Test func keepsEachTextByItselfInWhateverOrderTheyCome() {
    var group = CommunityGroup(id: Located("choir", at: span))
    let long = String(repeating: "é", count: 20_000)
    group.source = "Asked"
    group.description = long
    group.name = "Choir"
    group.area = Located("U1", at: span)
    group.buddy = "Yes"
    group.name = "Town choir"
    group.buddy = ""
    #expect(group.id == Located("choir", at: span))
    #expect(group.area == Located("U1", at: span))
    #expect([group.name, group.description, group.source] == ["Town choir", long, "Asked"])
    #expect([group.activity, group.buddy, group.url] == ["", "", ""])
    group.area = nil
    #expect(group.area == nil)
    #expect(group.name == "Town choir")
  }

  @Test func takesTextsOfEveryLengthThatIsWrittenInAnotherWay() {
    for length in [0, 1, 127, 128, 16_383, 16_384] {
      var group = CommunityGroup(id: Located("a", at: span))
      group.day = "Monday"
      group.activity = String(repeating: "x", count: length)
      #expect(group.activity.utf8.count == length)
      #expect(group.day == "Monday")
    }
  }
}
