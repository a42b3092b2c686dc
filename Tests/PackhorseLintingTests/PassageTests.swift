import Foundation
import PackhorseCore
import Testing

@testable import PackhorseLinting

@Suite struct PassageTests {
  private static let passages = LabelledPassage.all

  /// The rules that a passage is found to break.
  private static func found(_ passage: LabelledPassage) -> Set<String> {
    Set(Proofreader.findings(in: passage.text, at: passage.path).map(\.diagnostic.id))
  }

  @Test func thereAreTwoHundredAndHalfOfThemAreClean() {
    #expect(Self.passages.count == 200)
    #expect((80...120).contains(Self.passages.count { $0.labels.isEmpty }))
    #expect(Set(Self.passages.flatMap(\.labels)).isSubset(of: StyleRule.ids))
  }

  @Test func findsWhatIsLabelledAndLittleElse() {
    var (right, wrong, missed) = (0, 0, 0)
    var faults = ""
    for passage in Self.passages {
      let found = Self.found(passage)
      right += found.intersection(passage.labels).count
      wrong += found.subtracting(passage.labels).count
      missed += passage.labels.subtracting(found).count
      if found != passage.labels {
        faults += "\(passage.number): found \(found.sorted()), labelled \(passage.labels.sorted())\n"
      }
    }
    let precision = Double(right) / Double(max(1, right + wrong))
    let recall = Double(right) / Double(max(1, right + missed))
    #expect(precision >= 0.95, "precision \(precision)\n\(faults)")
    #expect(recall >= 0.9, "recall \(recall)\n\(faults)")
  }

  @Test(arguments: StyleRule.all.map(\.id).filter { $0 != "style-nhs-title" })
  func findsARuleWhereItIsBroken(_ id: String) {
    let labelled = Self.passages.filter { $0.labels.contains(id) }
    #expect(labelled.contains { Self.found($0).contains(id) })
  }

  @Test func mendingLeavesNothingThatItMendsAndBreaksNothing() {
    for passage in Self.passages {
      let bytes = Array(passage.text.utf8)
      let before = Proofreader.findings(in: bytes, at: passage.path)
      let once = Proofreader.mendedThrough(bytes, at: passage.path)
      let after = Proofreader.findings(in: once, at: passage.path)
      #expect(after.allSatisfy { $0.fix == nil }, "\(passage.number)")
      let ids = Set(before.map(\.diagnostic.id))
      #expect(Set(after.map(\.diagnostic.id)).isSubset(of: ids), "\(passage.number)")
      #expect(Proofreader.mendedThrough(once, at: passage.path) == once, "\(passage.number)")
    }
  }
}
