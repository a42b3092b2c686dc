import PackhorseCore
import PackhorseTestSupport
import Testing

@testable import PackhorseRendering

/// What pages can say of a figure is a closed list of forms.
///
/// Whoever adds one adds it here, and says what it may claim.
@Suite struct SentenceFormTests {
  /// Forms that tell a figure and compare it with nothing.
  private let plainForms: Set<String> = [
    "sentence.rounded", "sentence.exact", "sentence.none", "sentence.part", "sentence.in-part",
    "sentence.few", "sentence.summed",
    "sentence.withheld", "sentence.not-available", "sentence.nobody", "sentence.no-data",
    "sentence.rate.rounded", "sentence.rate.exact", "sentence.rate.no-list.rounded",
    "sentence.rate.no-list.exact", "sentence.count.rounded", "sentence.count.exact", "sentence.flow.rounded",
    "sentence.flow.exact", "sentence.flow.status", "sentence.flow.absent", "sentence.flow.list",
    "sentence.change.rounded", "sentence.change.exact", "sentence.change.bounds", "sentence.change.nobody",
    "sentence.change.follow-up",
    "sentence.change.covered", "finding.level", "finding.few", "finding.withheld", "finding.no-data",
    "finding.areas", "finding.rate.level", "finding.count.rounded", "finding.count.exact",
    "finding.flow.about", "finding.flow.status", "finding.flow.rounded", "finding.flow.exact",
    "finding.funnel.others",
  ]
  /// Forms that compare two figures, or a figure with limits, and say nothing of why.
  private let comparisons: Set<String> = [
    "finding.same", "finding.higher", "finding.lower", "finding.rate.same", "finding.rate.higher",
    "finding.rate.lower", "finding.intervals.meet", "finding.intervals.apart", "finding.spc.common",
    "finding.spc.signal.improvement",
    "finding.spc.signal.concern", "finding.spc.signal.high", "finding.spc.signal.low",
    "finding.funnel.below-998", "finding.funnel.below-95", "finding.funnel.within",
    "finding.funnel.above-95", "finding.funnel.above-998", "finding.trend.higher", "finding.trend.lower",
    "finding.trend.unclear", "finding.target.meets", "finding.target.misses", "finding.target.hit-or-miss",
  ]
  /// Forms that name a change of scores: what no effect would do stands in them, or follows them in every sentence.
  private let changes: Set<String> = [
    "sentence.change.higher", "sentence.change.lower", "sentence.change.unclear", "sentence.change.reached",
    "finding.change.expected", "finding.change.unknown", "finding.change.unclear",
  ]
  /// The caveats themselves.
  private let caveats: Set<String> = ["sentence.change.expected", "sentence.change.unknown"]

  private var forms: [String: String] {
    catalogue.forms(under: "evidence.").filter {
      $0.key.hasPrefix("sentence.") || $0.key.hasPrefix("finding.")
    }
  }

  @Test func theListIsClosed() {
    #expect(Set(forms.keys) == plainForms.union(comparisons).union(changes).union(caveats))
  }

  @Test func noFormSpeaksOfACause() {
    let causes = [
      "led to", "thanks to", "due to", "because of", "result of", "worked", "works", "helped", "benefit",
      "effective", "caused", "improved by", "made people",
    ]
    for (key, form) in forms {
      for cause in causes { #expect(!form.contains(cause), "\(key): \(form)") }
    }
  }

  @Test func whatNamesAChangeNamesWhatNoEffectWouldDo() throws {
    for key in ["finding.change.expected", "finding.change.unknown", "sentence.change.reached"] {
      #expect(try #require(forms[key]).contains(/with(out any| no) effect/), "\(key)")
    }
    for key in caveats { #expect(try #require(forms[key]).contains("referred when they are at their worst")) }
  }
}

extension Words {
  /// The forms whose keys begin so, by the rest of their keys.
  fileprivate func forms(under prefix: String) -> [String: String] {
    Dictionary(
      uniqueKeysWithValues: keys.filter { $0.hasPrefix(prefix) }.map {
        (String($0.dropFirst(prefix.count)), self($0))
      })
  }
}
